import { Column, Entity, PrimaryColumn } from "typeorm";

/** A sheet that hangs out and lists many cases. */
@Entity("notice")
export class NoticeRow {
  @PrimaryColumn({ type: "uuid" })
  readonly id!: string;
  @Column({ name: "area_code", type: "text", collation: "C" })
  readonly areaCode!: string;
  @Column({ type: "text" })
  readonly purpose!: string;
  @Column({ type: "text" })
  readonly state!: string;
  @Column({ name: "object_to", type: "text" })
  readonly objectTo!: string;
  @Column({ name: "hung_from", type: "date", nullable: true })
  readonly hungFrom!: string | null;
  @Column({ name: "hung_until", type: "date", nullable: true })
  readonly hungUntil!: string | null;
  @Column({ name: "made_by", type: "uuid" })
  readonly madeBy!: string;
  @Column({ name: "made_at", type: "timestamptz", default: () => "world_now()" })
  readonly madeAt!: Date;
}

@Entity("notice_case")
export class NoticeCaseRow {
  @PrimaryColumn({ name: "notice_id", type: "uuid" })
  readonly noticeId!: string;
  @PrimaryColumn({ name: "case_id", type: "uuid" })
  readonly caseId!: string;
  @Column({ type: "int" })
  readonly place!: number;
  @Column({ name: "area_code", type: "text", collation: "C" })
  readonly areaCode!: string;
  @Column({ type: "text" })
  readonly state!: string;
  @Column({ type: "text", nullable: true })
  readonly code!: string | null;
  @Column({ type: "jsonb", nullable: true })
  readonly facts!: Record<string, unknown> | null;
  @Column({ name: "struck_off_reason", type: "text", nullable: true })
  readonly struckOffReason!: string | null;
}

/** Somebody has ordered a notice to be begun, concluded or taken down, or a household to be struck off. */
@Entity("notice_order")
export class NoticeOrderRow {
  @PrimaryColumn({ name: "notice_id", type: "uuid" })
  readonly noticeId!: string;
  @PrimaryColumn({ type: "int" })
  readonly round!: number;
  @Column({ name: "area_code", type: "text", collation: "C" })
  readonly areaCode!: string;
  @Column({ type: "text" })
  readonly what!: string;
  @Column({ type: "jsonb" })
  readonly facts!: Record<string, unknown>;
  @Column({ name: "account_id", type: "uuid" })
  readonly accountId!: string;
  @Column({ name: "ordered_at", type: "timestamptz", default: () => "world_now()" })
  readonly orderedAt!: Date;
}

import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from "typeorm";

/** A visit, copied from the log to be compared with others. */
@Entity("recorded_visit")
export class RecordedVisitRow {
  @PrimaryColumn({ name: "case_id", type: "uuid" })
  readonly caseId!: string;
  @PrimaryColumn({ type: "int" })
  readonly seq!: number;
  @Column({ name: "visit_id", type: "uuid" })
  readonly visitId!: string;
  @Column({ name: "helper_id", type: "uuid" })
  readonly helperId!: string;
  @Column({ name: "area_code", type: "text", collation: "C" })
  readonly areaCode!: string;
  @Column({ name: "happened_on", type: "date" })
  readonly happenedOn!: string;
  @Column({ name: "recorded_at", type: "timestamptz" })
  readonly recordedAt!: Date;
  @Column({ name: "entered_by", type: "uuid" })
  readonly enteredBy!: string;
  @Column({ name: "entered_by_helper", type: "boolean" })
  readonly enteredByHelper!: boolean;
  @Column({ type: "boolean", default: false })
  readonly voided!: boolean;
}

/** How far the log has been looked through for signs of sham. */
@Entity("sham_progress")
export class ShamProgress {
  @PrimaryColumn({ type: "boolean", default: true })
  readonly one!: boolean;
  @Column({ name: "written_at", type: "timestamptz" })
  readonly writtenAt!: Date;
  @Column({ name: "case_id", type: "uuid" })
  readonly caseId!: string;
  @Column({ name: "months_until", type: "text" })
  readonly monthsUntil!: string;
}

/** Something that a person shall look at. */
@Entity("sham_sign")
export class ShamSignRow {
  @PrimaryColumn({ type: "uuid" })
  readonly id!: string;
  @Column({ type: "text", unique: true })
  readonly key!: string;
  @Column({ type: "text" })
  readonly kind!: string;
  @Column({ name: "helper_id", type: "uuid" })
  readonly helperId!: string;
  @Column({ name: "area_code", type: "text", collation: "C" })
  readonly areaCode!: string;
  @Column({ name: "happened_on", type: "date" })
  readonly happenedOn!: string;
  @Column({ type: "jsonb" })
  readonly facts!: Record<string, unknown>;
  @Column({ name: "found_at", type: "timestamptz", default: () => "world_now()" })
  readonly foundAt!: Date;
  @Column({ name: "withdrawn_at", type: "timestamptz", nullable: true })
  readonly withdrawnAt!: Date | null;
  @Column({ type: "text", nullable: true })
  readonly judgement!: string | null;
  @Column({ name: "judged_at", type: "timestamptz", nullable: true })
  readonly judgedAt!: Date | null;
}

@Entity("sham_sign_visit")
export class ShamSignVisit {
  @PrimaryColumn({ name: "sign_id", type: "uuid" })
  readonly signId!: string;
  @PrimaryColumn({ name: "case_id", type: "uuid" })
  readonly caseId!: string;
  @PrimaryColumn({ type: "int" })
  readonly seq!: number;
}

/** What somebody has found a sign to be. */
@Entity("sham_judgement")
export class ShamJudgementRow {
  @PrimaryGeneratedColumn("identity", { type: "bigint", generatedIdentity: "ALWAYS" })
  readonly id!: string;
  @Column({ name: "sign_id", type: "uuid" })
  readonly signId!: string;
  @Column({ name: "area_code", type: "text", collation: "C" })
  readonly areaCode!: string;
  @Column({ type: "text" })
  readonly judgement!: string;
  @Column({ type: "text" })
  readonly note!: string;
  @Column({ name: "account_id", type: "uuid" })
  readonly accountId!: string;
  @Column({ name: "judged_at", type: "timestamptz", default: () => "world_now()" })
  readonly judgedAt!: Date;
}

import { Column, Entity, PrimaryColumn } from "typeorm";

/** What a document asks of one of its cases, and what the case answered. */
@Entity("errand")
export class ErrandRow {
  @PrimaryColumn({ name: "document_id", type: "uuid" })
  readonly documentId!: string;
  @PrimaryColumn({ type: "int" })
  readonly round!: number;
  @PrimaryColumn({ name: "case_id", type: "uuid" })
  readonly caseId!: string;
  @Column({ type: "text" })
  readonly kind!: string;
  @Column({ type: "text" })
  readonly move!: string;
  @Column({ type: "jsonb" })
  readonly request!: Record<string, unknown>;
  @Column({ name: "account_id", type: "uuid" })
  readonly accountId!: string;
  @Column({ name: "area_code", type: "text", collation: "C" })
  readonly areaCode!: string;
  @Column({ name: "asked_at", type: "timestamptz", default: () => "world_now()" })
  readonly askedAt!: Date;
  @Column({ name: "answered_at", type: "timestamptz", nullable: true })
  readonly answeredAt!: Date | null;
  @Column({ type: "boolean", nullable: true })
  readonly accepted!: boolean | null;
  @Column({ type: "text", nullable: true })
  readonly code!: string | null;
  @Column({ type: "jsonb", nullable: true })
  readonly facts!: Record<string, unknown> | null;
}

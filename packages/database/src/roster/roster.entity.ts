import { Column, Entity, PrimaryColumn } from "typeorm";

/** A county's workbook on its way into the register. */
@Entity("roster")
export class RosterFile {
  @PrimaryColumn({ type: "uuid" })
  readonly id!: string;
  @Column({ name: "programme_id", type: "text" })
  readonly programmeId!: string;
  @Column({ name: "area_code", type: "text", collation: "C" })
  readonly areaCode!: string;
  @Column({ name: "content_hash", type: "text" })
  readonly contentHash!: string;
  @Column({ name: "file_name", type: "text", nullable: true })
  readonly fileName!: string | null;
  @Column({ type: "text" })
  readonly format!: string;
  @Column({ type: "int" })
  readonly bytes!: number;
  @Column({ type: "jsonb" })
  readonly sheets!: unknown[];
  @Column({ type: "text" })
  readonly state!: string;
  @Column({ name: "cases_per_second", type: "int", nullable: true })
  readonly casesPerSecond!: number | null;
  @Column({ name: "started_by", type: "uuid", nullable: true })
  readonly startedBy!: string | null;
  @Column({ name: "started_role", type: "text", nullable: true })
  readonly startedRole!: string | null;
  @Column({ name: "uploaded_by", type: "uuid" })
  readonly uploadedBy!: string;
  @Column({ name: "uploaded_at", type: "timestamptz", default: () => "clock_timestamp()" })
  readonly uploadedAt!: Date;
  @Column({ name: "started_at", type: "timestamptz", nullable: true })
  readonly startedAt!: Date | null;
  @Column({ name: "ended_at", type: "timestamptz", nullable: true })
  readonly endedAt!: Date | null;
  @Column({ type: "jsonb", nullable: true })
  readonly counts!: unknown[] | null;
  @Column({ name: "rows_erased_at", type: "timestamptz", nullable: true })
  readonly rowsErasedAt!: Date | null;
}

/** What one line of it tells of one part, and what became of it. */
@Entity("roster_row")
export class RosterRowEntry {
  @PrimaryColumn({ name: "roster_id", type: "uuid" })
  readonly rosterId!: string;
  @PrimaryColumn({ type: "int" })
  readonly ordinal!: number;
  @Column({ name: "area_code", type: "text", collation: "C" })
  readonly areaCode!: string;
  @Column({ type: "text" })
  readonly part!: string;
  @Column({ type: "int" })
  readonly sheet!: number;
  @Column({ type: "int" })
  readonly line!: number;
  @Column({ type: "text" })
  readonly state!: string;
  @Column({ type: "text" })
  readonly label!: string;
  @Column({ type: "jsonb", nullable: true })
  readonly cells!: unknown[] | null;
  @Column({ type: "jsonb", nullable: true })
  readonly read!: Record<string, unknown> | null;
  @Column({ name: "subject_id", type: "uuid", nullable: true })
  readonly subjectId!: string | null;
  @Column({ name: "helper_id", type: "uuid", nullable: true })
  readonly helperId!: string | null;
  @Column({ name: "signed_on", type: "date", nullable: true })
  readonly signedOn!: string | null;
  @Column({ name: "last_visit_on", type: "date", nullable: true })
  readonly lastVisitOn!: string | null;
  @Column({ name: "lifted_out_on", type: "date", nullable: true })
  readonly liftedOutOn!: string | null;
  @Column({ name: "lead_ordinal", type: "int", nullable: true })
  readonly leadOrdinal!: number | null;
  @Column({ type: "jsonb", nullable: true })
  readonly reason!: Record<string, unknown> | null;
  @Column({ type: "jsonb", default: [] })
  readonly remarks!: unknown[];
  @Column({ name: "target_id", type: "uuid", nullable: true })
  readonly targetId!: string | null;
  @Column({ name: "settled_at", type: "timestamptz", nullable: true })
  readonly settledAt!: Date | null;
}

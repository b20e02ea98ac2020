import { Column, Entity, PrimaryGeneratedColumn } from "typeorm";

/** Someone owes something by a time; one row for each time that it changed. */
@Entity("obligation")
export class ObligationVersion {
  @PrimaryGeneratedColumn("identity", { type: "bigint", generatedIdentity: "ALWAYS" })
  readonly id!: string;
  @Column({ name: "case_id", type: "uuid" })
  readonly caseId!: string;
  @Column({ type: "text" })
  readonly key!: string;
  @Column({ type: "text" })
  readonly kind!: string;
  @Column({ type: "text" })
  readonly rule!: string;
  @Column({ type: "text", array: true })
  readonly seats!: string[];
  @Column({ name: "due_on", type: "date" })
  readonly dueOn!: string;
  @Column({ name: "due_at", type: "timestamptz" })
  readonly dueAt!: Date;
  @Column({ type: "int" })
  readonly rung!: number;
  @Column({ name: "next_step", type: "text" })
  readonly nextStep!: string;
  @Column({ name: "next_at", type: "timestamptz" })
  readonly nextAt!: Date;
  @Column({ name: "armed_by_seq", type: "int" })
  readonly armedBySeq!: number;
  @Column({ type: "jsonb", nullable: true })
  readonly reckoning!: Record<string, unknown> | null;
  @Column({ name: "area_code", type: "text", collation: "C" })
  readonly areaCode!: string;
  @Column({ name: "lead_helper_id", type: "uuid", nullable: true })
  readonly leadHelperId!: string | null;
  @Column({ name: "helper_unit_id", type: "uuid", nullable: true })
  readonly helperUnitId!: string | null;
  @Column({ name: "co_helper_ids", type: "uuid", array: true, default: "{}" })
  readonly coHelperIds!: string[];
  @Column({ name: "successor_id", type: "uuid", nullable: true })
  readonly successorId!: string | null;
  @Column({ name: "successor_unit_id", type: "uuid", nullable: true })
  readonly successorUnitId!: string | null;
  @Column({ name: "known_from", type: "timestamptz" })
  readonly knownFrom!: Date;
  @Column({ name: "known_to", type: "timestamptz", nullable: true })
  readonly knownTo!: Date | null;
}

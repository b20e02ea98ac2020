import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from "typeorm";

/** Something that a month's end counts, as long as it was known. */
@Entity("month_fact")
export class MonthFact {
  @PrimaryColumn({ name: "case_id", type: "uuid" })
  readonly caseId!: string;
  @PrimaryColumn({ type: "int" })
  readonly seq!: number;
  @PrimaryColumn({ type: "text" })
  readonly kind!: string;
  @Column({ type: "text", collation: "C" })
  readonly month!: string;
  @Column({ name: "happened_on", type: "date" })
  readonly happenedOn!: string;
  @Column({ name: "area_code", type: "text", collation: "C" })
  readonly areaCode!: string;
  @Column({ name: "lead_helper_id", type: "uuid" })
  readonly leadHelperId!: string;
  @Column({ name: "unit_id", type: "uuid" })
  readonly unitId!: string;
  @Column({ name: "other_helper_id", type: "uuid", nullable: true })
  readonly otherHelperId!: string | null;
  @Column({ name: "other_unit_id", type: "uuid", nullable: true })
  readonly otherUnitId!: string | null;
  @Column({ name: "is_revisit", type: "boolean", default: false })
  readonly isRevisit!: boolean;
  @Column({ name: "visit_id", type: "uuid", nullable: true })
  readonly visitId!: string | null;
  @Column({ name: "first_month", type: "text", nullable: true })
  readonly firstMonth!: string | null;
  @Column({ name: "every_months", type: "int", nullable: true })
  readonly everyMonths!: number | null;
  @Column({ name: "last_visit_on", type: "date", nullable: true })
  readonly lastVisitOn!: string | null;
  @Column({ type: "text", nullable: true })
  readonly reason!: string | null;
  @Column({ name: "known_from", type: "timestamptz" })
  readonly knownFrom!: Date;
  @Column({ name: "known_to", type: "timestamptz", nullable: true })
  readonly knownTo!: Date | null;
}

/** Who has taken which lists out of the house, and what they said then. */
@Entity("month_end_export")
export class MonthEndExport {
  @PrimaryGeneratedColumn("identity", { type: "bigint", generatedIdentity: "ALWAYS" })
  readonly id!: string;
  @Column({ name: "account_id", type: "uuid" })
  readonly accountId!: string;
  @Column({ type: "text" })
  readonly month!: string;
  @Column({ type: "text", nullable: true })
  readonly list!: string | null;
  @Column({ name: "area_code", type: "text", collation: "C" })
  readonly areaCode!: string;
  @Column({ name: "unit_id", type: "uuid", nullable: true })
  readonly unitId!: string | null;
  @Column({ name: "known_at", type: "timestamptz" })
  readonly knownAt!: Date;
  @Column({ type: "int" })
  readonly rows!: number;
  @Column({ name: "exported_at", type: "timestamptz", default: () => "world_now()" })
  readonly exportedAt!: Date;
}

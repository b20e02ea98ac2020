import { Column, Entity, PrimaryGeneratedColumn } from "typeorm";

/** A pairing as lists show it, one row for each time that it changed. */
@Entity("pairing")
export class PairingVersion {
  @PrimaryGeneratedColumn("identity", { type: "bigint", generatedIdentity: "ALWAYS" })
  readonly id!: string;
  @Column({ name: "case_id", type: "uuid" })
  readonly caseId!: string;
  @Column({ type: "text" })
  readonly stage!: string;
  @Column({ name: "programme_id", type: "text" })
  readonly programmeId!: string;
  @Column({ name: "policy_version", type: "int" })
  readonly policyVersion!: number;
  @Column({ name: "subject_id", type: "uuid" })
  readonly subjectId!: string;
  @Column({ name: "area_code", type: "text", collation: "C" })
  readonly areaCode!: string;
  @Column({ name: "lead_helper_id", type: "uuid" })
  readonly leadHelperId!: string;
  @Column({ name: "helper_unit_id", type: "uuid" })
  readonly helperUnitId!: string;
  @Column({ name: "co_helper_ids", type: "uuid", array: true, default: "{}" })
  readonly coHelperIds!: string[];
  @Column({ name: "successor_id", type: "uuid", nullable: true })
  readonly successorId!: string | null;
  @Column({ name: "successor_unit_id", type: "uuid", nullable: true })
  readonly successorUnitId!: string | null;
  @Column({ name: "signed_on", type: "date" })
  readonly signedOn!: string;
  @Column({ name: "term_ends_on", type: "date" })
  readonly termEndsOn!: string;
  @Column({ name: "last_visit_on", type: "date", nullable: true })
  readonly lastVisitOn!: string | null;
  @Column({ name: "closed_on", type: "date", nullable: true })
  readonly closedOn!: string | null;
  @Column({ type: "int" })
  readonly seq!: number;
  @Column({ name: "known_from", type: "timestamptz" })
  readonly knownFrom!: Date;
  @Column({ name: "known_to", type: "timestamptz", nullable: true })
  readonly knownTo!: Date | null;
}

import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from "typeorm";

/** A unit that stands behind helpers. */
@Entity("organisation")
export class Organisation {
  @PrimaryColumn({ type: "uuid" })
  readonly id!: string;
  @Column({ type: "text", collation: "C" })
  readonly name!: string;
  @Column({ type: "text" })
  readonly kind!: string;
  @Column({ name: "area_code", type: "text", collation: "C" })
  readonly areaCode!: string;
  @Column({ type: "text", collation: "C" })
  readonly pinyin!: string;
  @Column({ type: "text", collation: "C" })
  readonly initials!: string;
  @Column({ name: "created_at", type: "timestamptz", default: () => "now()" })
  readonly createdAt!: Date;
}

/** Who helps. */
@Entity("helper")
export class Helper {
  @PrimaryColumn({ type: "uuid" })
  readonly id!: string;
  @Column({ type: "text", collation: "C" })
  readonly name!: string;
  @Column({ type: "text" })
  readonly rank!: string;
  @Column({ name: "unit_id", type: "uuid" })
  readonly unitId!: string;
  @Column({ name: "area_code", type: "text", collation: "C" })
  readonly areaCode!: string;
  @Column({ type: "text", nullable: true })
  readonly phone!: string | null;
  @Column({ name: "retired_on", type: "date", nullable: true })
  readonly retiredOn!: string | null;
  @Column({ type: "text", collation: "C" })
  readonly pinyin!: string;
  @Column({ type: "text", collation: "C" })
  readonly initials!: string;
  /** Whether the helper has a place with any household. */
  @Column({ name: "holds_places", type: "boolean", default: false })
  readonly holdsPlaces!: boolean;
  @Column({ name: "created_at", type: "timestamptz", default: () => "now()" })
  readonly createdAt!: Date;
}

/** Who is helped. */
@Entity("subject")
export class Subject {
  @PrimaryColumn({ type: "uuid" })
  readonly id!: string;
  @Column({ type: "text" })
  readonly kind!: string;
  @Column({ type: "text", collation: "C" })
  readonly name!: string;
  @Column({ name: "area_code", type: "text", collation: "C" })
  readonly areaCode!: string;
  @Column({ type: "text", nullable: true })
  readonly address!: string | null;
  @Column({ type: "text", nullable: true })
  readonly phone!: string | null;
  @Column({ type: "text", collation: "C" })
  readonly pinyin!: string;
  @Column({ type: "text", collation: "C" })
  readonly initials!: string;
  /** Whether any pairing of it runs. */
  @Column({ name: "is_paired", type: "boolean", default: false })
  readonly isPaired!: boolean;
  @Column({ name: "created_at", type: "timestamptz", default: () => "now()" })
  readonly createdAt!: Date;
}

/** A person of a household; one person is in one household at a time. */
@Entity("household_member")
export class HouseholdMember {
  @PrimaryColumn({ type: "uuid" })
  readonly id!: string;
  @Column({ name: "subject_id", type: "uuid" })
  readonly subjectId!: string;
  @Column({ type: "text" })
  readonly name!: string;
  @Column({ type: "text" })
  readonly relation!: string;
  @Column({ name: "resident_id", type: "text", nullable: true })
  readonly residentId!: string | null;
  @Column({ name: "resident_id_unverified_reason", type: "text", nullable: true })
  readonly residentIdUnverifiedReason!: string | null;
  @Column({ type: "date", nullable: true })
  readonly birthday!: string | null;
  @Column({ type: "text", nullable: true })
  readonly sex!: string | null;
  @Column({ name: "joined_party_on", type: "date", nullable: true })
  readonly joinedPartyOn!: string | null;
  @Column({ name: "area_code", type: "text", collation: "C" })
  readonly areaCode!: string;
  @Column({ name: "joined_on", type: "date", nullable: true })
  readonly joinedOn!: string | null;
  @Column({ name: "left_on", type: "date", nullable: true })
  readonly leftOn!: string | null;
  @Column({ name: "left_by", type: "text", nullable: true })
  readonly leftBy!: string | null;
  @Column({ name: "created_at", type: "timestamptz", default: () => "now()" })
  readonly createdAt!: Date;
}

/** What changed in a household, as its case has recorded it. */
@Entity("household_change")
export class HouseholdChangeRow {
  @PrimaryGeneratedColumn("identity", { type: "bigint", generatedIdentity: "ALWAYS" })
  readonly id!: string;
  @Column({ name: "subject_id", type: "uuid" })
  readonly subjectId!: string;
  @Column({ name: "case_id", type: "uuid" })
  readonly caseId!: string;
  @Column({ type: "int" })
  readonly seq!: number;
  @Column({ type: "text" })
  readonly change!: string;
  @Column({ name: "happened_on", type: "date" })
  readonly happenedOn!: string;
  @Column({ name: "member_ids", type: "uuid", array: true, default: "{}" })
  readonly memberIds!: string[];
  @Column({ name: "new_head_id", type: "uuid", nullable: true })
  readonly newHeadId!: string | null;
  @Column({ name: "was_pinyin", type: "text", nullable: true })
  readonly wasPinyin!: string | null;
  @Column({ name: "was_initials", type: "text", nullable: true })
  readonly wasInitials!: string | null;
  @Column({ name: "new_subject_id", type: "uuid", nullable: true })
  readonly newSubjectId!: string | null;
  @Column({ name: "from_area_code", type: "text", collation: "C", nullable: true })
  readonly fromAreaCode!: string | null;
  @Column({ name: "to_area_code", type: "text", collation: "C", nullable: true })
  readonly toAreaCode!: string | null;
  @Column({ name: "recorded_at", type: "timestamptz", default: () => "world_now()" })
  readonly recordedAt!: Date;
}

/** Which command made a row of the register. */
@Entity("register_command")
export class RegisterCommand {
  @PrimaryColumn({ name: "account_id", type: "uuid" })
  readonly accountId!: string;
  @PrimaryColumn({ type: "text" })
  readonly key!: string;
  @Column({ name: "body_hash", type: "text" })
  readonly bodyHash!: string;
  @Column({ type: "jsonb" })
  readonly answer!: Record<string, unknown>;
  @Column({ name: "recorded_at", type: "timestamptz", default: () => "now()" })
  readonly recordedAt!: Date;
}

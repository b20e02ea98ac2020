import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from "typeorm";

/** Where a case stands. */
@Entity("case_file")
export class CaseFile {
  @PrimaryColumn({ name: "case_id", type: "uuid" })
  readonly caseId!: string;
  @Column({ type: "text" })
  readonly kind!: string;
  @Column({ type: "int" })
  readonly seq!: number;
  @Column({ type: "text" })
  readonly stage!: string;
  @Column({ name: "area_code", type: "text", collation: "C" })
  readonly areaCode!: string;
  @Column({ name: "next_at", type: "timestamptz", nullable: true })
  readonly nextAt!: Date | null;
  @Column({ name: "opened_at", type: "timestamptz" })
  readonly openedAt!: Date;
  @Column({ name: "finished_at", type: "timestamptz", nullable: true })
  readonly finishedAt!: Date | null;
}

/** The log: what happened, in order, for ever. */
@Entity("case_event")
export class CaseLogEntry {
  @PrimaryColumn({ name: "case_id", type: "uuid" })
  readonly caseId!: string;
  @PrimaryColumn({ type: "int" })
  readonly seq!: number;
  @Column({ type: "text" })
  readonly type!: string;
  @Column({ type: "int" })
  readonly v!: number;
  @Column({ name: "happened_on", type: "date" })
  readonly happenedOn!: string;
  @Column({ name: "recorded_at", type: "timestamptz" })
  readonly recordedAt!: Date;
  @Column({ name: "policy_version", type: "int" })
  readonly policyVersion!: number;
  @Column({ type: "jsonb" })
  readonly cause!: Record<string, unknown>;
  @Column({ type: "jsonb" })
  readonly data!: Record<string, unknown>;
}

/** The answer that a command got, under its key for ever. */
@Entity("case_command")
export class AnsweredCommand {
  @PrimaryColumn({ name: "case_id", type: "uuid" })
  readonly caseId!: string;
  @PrimaryColumn({ name: "account_id", type: "uuid" })
  readonly accountId!: string;
  @PrimaryColumn({ type: "text" })
  readonly key!: string;
  @Column({ name: "body_hash", type: "text" })
  readonly bodyHash!: string;
  @Column({ type: "jsonb" })
  readonly answer!: Record<string, unknown>;
  @Column({ name: "recorded_at", type: "timestamptz" })
  readonly recordedAt!: Date;
  /** When the row was written, by PostgreSQL's clock; null if that was before the column was there. */
  @Column({ name: "written_at", type: "timestamptz", nullable: true, default: () => "clock_timestamp()" })
  readonly writtenAt!: Date | null;
}

/** A resource that several cases share, and how much of it is taken. */
@Entity("claim_slot")
export class ClaimSlot {
  @PrimaryColumn({ type: "text" })
  readonly resource!: string;
  @Column({ type: "int" })
  readonly capacity!: number;
  @Column({ type: "int" })
  readonly used!: number;
}

/** What a case holds of a resource. */
@Entity("claim")
export class HeldClaim {
  @PrimaryColumn({ type: "text" })
  readonly resource!: string;
  @PrimaryColumn({ name: "case_id", type: "uuid" })
  readonly caseId!: string;
  @PrimaryColumn({ name: "taken_seq", type: "int" })
  readonly takenSeq!: number;
  @Column({ name: "released_seq", type: "int", nullable: true })
  readonly releasedSeq!: number | null;
}

/** What a case wants of another, or of the world. */
@Entity("outbox")
export class OutboxEntry {
  @PrimaryGeneratedColumn("identity", { type: "bigint", generatedIdentity: "ALWAYS" })
  readonly id!: string;
  @Column({ name: "case_id", type: "uuid" })
  readonly caseId!: string;
  @Column({ type: "int" })
  readonly seq!: number;
  @Column({ type: "int" })
  readonly n!: number;
  @Column({ type: "text" })
  readonly target!: string;
  @Column({ type: "jsonb" })
  readonly message!: Record<string, unknown>;
  @Column({ name: "created_at", type: "timestamptz", default: () => "now()" })
  readonly createdAt!: Date;
  @Column({ type: "int", default: 0 })
  readonly attempts!: number;
  @Column({ name: "next_try_at", type: "timestamptz", default: () => "now()" })
  readonly nextTryAt!: Date;
  @Column({ name: "sent_at", type: "timestamptz", nullable: true })
  readonly sentAt!: Date | null;
  @Column({ name: "last_error", type: "text", nullable: true })
  readonly lastError!: string | null;
}

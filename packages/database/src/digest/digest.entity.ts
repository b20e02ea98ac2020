import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from "typeorm";

/** A day whose digests were made. */
@Entity("digest_day")
export class DigestDay {
  @PrimaryColumn({ type: "date" })
  readonly day!: string;
  @Column({ name: "until_at", type: "timestamptz" })
  readonly untilAt!: Date;
}

/** What an account, or the office of an area, is told of a day. */
@Entity("digest")
export class Digest {
  @PrimaryGeneratedColumn("identity", { type: "bigint", generatedIdentity: "ALWAYS" })
  readonly id!: string;
  @Column({ type: "date" })
  readonly day!: string;
  @Column({ name: "account_id", type: "uuid", nullable: true })
  readonly accountId!: string | null;
  @Column({ type: "text", nullable: true })
  readonly office!: string | null;
  @Column({ name: "newly_due", type: "int" })
  readonly newlyDue!: number;
  @Column({ name: "newly_overdue", type: "int" })
  readonly newlyOverdue!: number;
  @Column({ type: "int" })
  readonly escalated!: number;
  @Column({ type: "int" })
  readonly repeated!: number;
  @Column({ type: "int" })
  readonly overdue!: number;
  @Column({ name: "begun_at", type: "timestamptz", nullable: true })
  readonly begunAt!: Date | null;
  @Column({ name: "sent_at", type: "timestamptz", nullable: true })
  readonly sentAt!: Date | null;
  @Column({ type: "int", default: 0 })
  readonly attempts!: number;
  @Column({ name: "next_try_at", type: "timestamptz", default: () => "now()" })
  readonly nextTryAt!: Date;
  @Column({ name: "last_error", type: "text", nullable: true })
  readonly lastError!: string | null;
}

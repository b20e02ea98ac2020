import { Column, Entity, PrimaryColumn } from "typeorm";

/** What an account has seen of its inbox. */
@Entity("inbox_seen")
export class InboxSeen {
  @PrimaryColumn({ name: "account_id", type: "uuid" })
  readonly accountId!: string;
  @PrimaryColumn({ name: "case_id", type: "uuid" })
  readonly caseId!: string;
  @PrimaryColumn({ type: "text" })
  readonly key!: string;
  @PrimaryColumn({ type: "int" })
  readonly rung!: number;
  @Column({ name: "seen_at", type: "timestamptz", default: () => "now()" })
  readonly seenAt!: Date;
}

import { Column, Entity, PrimaryColumn } from "typeorm";

/** Free text that came with a command. */
@Entity("content")
export class Content {
  @PrimaryColumn({ type: "uuid" })
  readonly id!: string;
  @Column({ name: "case_id", type: "uuid" })
  readonly caseId!: string;
  @Column({ name: "owner_account_id", type: "uuid" })
  readonly ownerAccountId!: string;
  @Column({ type: "text" })
  readonly purpose!: string;
  @Column({ type: "jsonb", nullable: true })
  readonly body!: Record<string, unknown> | null;
  @Column({ name: "body_hash", type: "text" })
  readonly bodyHash!: string;
  @Column({ type: "text", default: "pending" })
  readonly status!: string;
  @Column({ name: "bound_seq", type: "int", nullable: true })
  readonly boundSeq!: number | null;
  @Column({ name: "area_code", type: "text", collation: "C" })
  readonly areaCode!: string;
  @Column({ name: "created_at", type: "timestamptz", default: () => "now()" })
  readonly createdAt!: Date;
  /** The photograph or scan that it refers to. */
  @Column({ name: "file_hash", type: "text", nullable: true })
  readonly fileHash!: string | null;
  @Column({ name: "erased_at", type: "timestamptz", nullable: true })
  readonly erasedAt!: Date | null;
  @Column({ name: "erase_reason", type: "text", nullable: true })
  readonly eraseReason!: string | null;
}

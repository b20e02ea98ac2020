import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from "typeorm";

/** A file that lies in the store of evidence. */
@Entity("evidence_file")
export class EvidenceFile {
  @PrimaryColumn({ type: "text" })
  readonly hash!: string;
  @Column({ type: "text" })
  readonly kind!: string;
  @Column({ type: "int" })
  readonly bytes!: number;
  @Column({ name: "stored_at", type: "timestamptz", default: () => "now()" })
  readonly storedAt!: Date;
}

/** Somebody has looked at a piece of evidence. */
@Entity("evidence_look")
export class EvidenceLook {
  @PrimaryGeneratedColumn("identity", { type: "bigint", generatedIdentity: "ALWAYS" })
  readonly id!: string;
  @Column({ name: "content_id", type: "uuid" })
  readonly contentId!: string;
  @Column({ name: "case_id", type: "uuid" })
  readonly caseId!: string;
  @Column({ name: "account_id", type: "uuid" })
  readonly accountId!: string;
  @Column({ name: "area_code", type: "text", collation: "C" })
  readonly areaCode!: string;
  @Column({ name: "looked_at", type: "timestamptz", default: () => "world_now()" })
  readonly lookedAt!: Date;
}

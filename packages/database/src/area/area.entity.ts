import { Column, Entity, PrimaryColumn } from "typeorm";

/** An administrative division. */
@Entity("area")
export class Area {
  @PrimaryColumn({ type: "text", collation: "C" })
  readonly code!: string;
  @Column({ type: "text", collation: "C" })
  readonly name!: string;
  @Column({ name: "full_name", type: "text" })
  readonly fullName!: string;
  @Column({ type: "text" })
  readonly level!: string;
  @Column({ name: "parent_code", type: "text", nullable: true, collation: "C" })
  readonly parentCode!: string | null;
  @Column({ type: "text", collation: "C" })
  readonly pinyin!: string;
  @Column({ type: "text", collation: "C" })
  readonly initials!: string;
}

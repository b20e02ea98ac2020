import { Column, Entity, PrimaryColumn } from "typeorm";

/** A county's draw, with all that is needed to draw it again. */
@Entity("lift_out_draw")
export class LiftOutDrawRow {
  @PrimaryColumn({ type: "uuid" })
  readonly id!: string;
  @Column({ name: "area_code", type: "text", collation: "C" })
  readonly areaCode!: string;
  @Column({ name: "programme_id", type: "text" })
  readonly programmeId!: string;
  @Column({ name: "policy_version", type: "int" })
  readonly policyVersion!: number;
  @Column({ type: "jsonb" })
  readonly rule!: Record<string, unknown>;
  @Column({ type: "text" })
  readonly seed!: string;
  @Column({ name: "drawn_by", type: "uuid" })
  readonly drawnBy!: string;
  @Column({ name: "drawn_at", type: "timestamptz", default: () => "world_now()" })
  readonly drawnAt!: Date;
}

/** A case of the group, and whether the lot fell on it. */
@Entity("lift_out_draw_case")
export class LiftOutDrawCaseRow {
  @PrimaryColumn({ name: "draw_id", type: "uuid" })
  readonly drawId!: string;
  @PrimaryColumn({ name: "case_id", type: "uuid" })
  readonly caseId!: string;
  @Column({ name: "area_code", type: "text", collation: "C" })
  readonly areaCode!: string;
  @Column({ type: "boolean" })
  readonly drawn!: boolean;
  @Column({ name: "told_at", type: "timestamptz", nullable: true })
  readonly toldAt!: Date | null;
  @Column({ type: "text", nullable: true })
  readonly code!: string | null;
}

import { Column, Entity, PrimaryColumn } from "typeorm";

/** A region's scheme. */
@Entity("programme")
export class Programme {
  @PrimaryColumn({ type: "text" })
  readonly id!: string;
  @Column({ type: "text" })
  readonly name!: string;
  @Column({ type: "text" })
  readonly place!: string;
  @Column({ name: "area_code", type: "text", nullable: true, collation: "C" })
  readonly areaCode!: string | null;
  @Column({ name: "current_version", type: "int" })
  readonly currentVersion!: number;
}

/** A version of a programme's rules; never changed once it is in force. */
@Entity("policy")
export class Policy {
  @PrimaryColumn({ name: "programme_id", type: "text" })
  readonly programmeId!: string;
  @PrimaryColumn({ type: "int" })
  readonly version!: number;
  @Column({ type: "jsonb" })
  readonly document!: Record<string, unknown>;
  @Column({ name: "in_force_from", type: "date" })
  readonly inForceFrom!: string;
}

/** The published working calendar. */
@Entity("work_calendar")
export class PublishedCalendar {
  @PrimaryColumn({ type: "text" })
  readonly version!: string;
  @Column({ name: "published_years", type: "jsonb" })
  readonly publishedYears!: Record<string, unknown>;
  @Column({ type: "text" })
  readonly source!: string;
  @Column({ name: "adopted_at", type: "timestamptz", default: () => "now()" })
  readonly adoptedAt!: Date;
}

/** The one clock of a rehearsal's world. */
@Entity("rehearsal_clock")
export class RehearsalClock {
  @PrimaryColumn({ type: "boolean", default: true })
  readonly one!: boolean;
  @Column({ name: "now_at", type: "timestamptz" })
  readonly nowAt!: Date;
}

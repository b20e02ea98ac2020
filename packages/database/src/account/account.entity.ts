import { Column, Entity, PrimaryColumn } from "typeorm";

/** Who signs in. */
@Entity("account")
export class Account {
  @PrimaryColumn({ type: "uuid" })
  readonly id!: string;
  @Column({ type: "text" })
  readonly login!: string;
  @Column({ name: "display_name", type: "text" })
  readonly displayName!: string;
  @Column({ name: "password_hash", type: "text" })
  readonly passwordHash!: string;
  @Column({ type: "text" })
  readonly role!: string;
  @Column({ name: "area_code", type: "text", nullable: true, collation: "C" })
  readonly areaCode!: string | null;
  @Column({ name: "helper_id", type: "uuid", nullable: true })
  readonly helperId!: string | null;
  @Column({ name: "unit_id", type: "uuid", nullable: true })
  readonly unitId!: string | null;
  @Column({ name: "must_change_password", type: "boolean", default: false })
  readonly mustChangePassword!: boolean;
  @Column({ name: "failed_logins", type: "int", default: 0 })
  readonly failedLogins!: number;
  @Column({ name: "locked_until", type: "timestamptz", nullable: true })
  readonly lockedUntil!: Date | null;
  @Column({ name: "disabled_at", type: "timestamptz", nullable: true })
  readonly disabledAt!: Date | null;
  @Column({ name: "created_at", type: "timestamptz", default: () => "world_now()" })
  readonly createdAt!: Date;
}

/** A session, known by the hash of its token. */
@Entity("session")
export class SignInSession {
  @PrimaryColumn({ name: "token_hash", type: "text" })
  readonly tokenHash!: string;
  @Column({ name: "account_id", type: "uuid" })
  readonly accountId!: string;
  @Column({ name: "csrf_token", type: "text" })
  readonly csrfToken!: string;
  @Column({ name: "created_at", type: "timestamptz", default: () => "now()" })
  readonly createdAt!: Date;
  @Column({ name: "last_seen_at", type: "timestamptz", default: () => "now()" })
  readonly lastSeenAt!: Date;
  @Column({ name: "expires_at", type: "timestamptz" })
  readonly expiresAt!: Date;
}

/** Who holds a seat from when to when. */
@Entity("seat_holding")
export class SeatHeld {
  @PrimaryColumn({ type: "uuid" })
  readonly id!: string;
  @Column({ type: "text" })
  readonly seat!: string;
  @Column({ name: "area_code", type: "text", collation: "C" })
  readonly areaCode!: string;
  @Column({ name: "account_id", type: "uuid" })
  readonly accountId!: string;
  @Column({ name: "from_day", type: "date" })
  readonly fromDay!: string;
  @Column({ name: "to_day", type: "date", nullable: true })
  readonly toDay!: string | null;
  @Column({ type: "boolean", default: false })
  readonly deputy!: boolean;
  /** Of a deputy whom the helper has named. */
  @Column({ name: "away_reason", type: "text", nullable: true })
  readonly awayReason!: string | null;
  /** Taken back before it began. */
  @Column({ name: "withdrawn_at", type: "timestamptz", nullable: true })
  readonly withdrawnAt!: Date | null;
}

import { z } from "zod";
import { dayText, divisionCode, id, requiredText } from "./base";

export const ROLES = [
  "administrator",
  "county-office",
  "township-office",
  "helper",
  "auditor",
  "engineer",
] as const;
export type Role = (typeof ROLES)[number];

export const signInRequest = z.strictObject({ login: requiredText(64), password: requiredText(256) });
export const changePasswordRequest = z.strictObject({
  present: requiredText(256),
  next: z.string().min(10).max(256),
});
/** Who is signed in. The CSRF token goes into the `X-CSRF-Token` header of every command. */
export const sessionView = z.object({
  accountId: id,
  displayName: z.string(),
  role: z.enum(ROLES),
  areaCode: z.string().nullable(),
  areaName: z.string().nullable(),
  helperId: id.nullable(),
  mustChangePassword: z.boolean(),
  world: z.enum(["live", "rehearsal"]),
  /** The world's present instant: the wall clock in `live`, the rehearsal's own clock there. */
  now: z.string(),
  csrfToken: z.string(),
  inboxCount: z.number().int(),
});
export type SessionView = z.infer<typeof sessionView>;

const COUNTY_CODE = /^\d{4}(?!00)\d{2}0{6}$/;
const TOWNSHIP_CODE = /^\d{6}(?!000)\d{3}000$/;
/** Where an account of a role works, and whether it is somebody's who helps. */
const FITS_ROLE: Readonly<Record<Role, (areaCode: string | null, helperId: string | null) => boolean>> = {
  // Accounts belong to no area, so whoever manages them does so for all.
  administrator: (areaCode, helperId) => areaCode === null && helperId === null,
  "county-office": (areaCode, helperId) => COUNTY_CODE.test(areaCode ?? "") && helperId === null,
  "township-office": (areaCode, helperId) => TOWNSHIP_CODE.test(areaCode ?? "") && helperId === null,
  helper: (areaCode, helperId) => areaCode === null && helperId !== null,
  auditor: (_areaCode, helperId) => helperId === null,
  engineer: (areaCode, helperId) => areaCode === null && helperId === null,
};

export const createAccountRequest = z
  .strictObject({
    login: z.string().regex(/^[a-z0-9][a-z0-9._-]{2,63}$/),
    displayName: requiredText(100),
    role: z.enum(ROLES),
    areaCode: divisionCode.nullable(),
    helperId: id.nullable(),
  })
  .refine(({ role, areaCode, helperId }) => FITS_ROLE[role](areaCode, helperId), {
    path: ["role"],
    message: "needs an area of its level, a helper, or neither",
  });
const accountFields = z.object({
  id,
  login: z.string(),
  displayName: z.string(),
  role: z.enum(ROLES),
  areaCode: z.string().nullable(),
  helperId: id.nullable(),
  disabled: z.boolean(),
});
export const accountView = accountFields.extend({ areaName: z.string().nullable() });
/** The one time that a first password is shown; null when the same key is sent again. */
export const createdAccountView = accountFields.extend({ firstPassword: z.string().nullable() });
/** As at its creation: shown this one time. */
export const resetPasswordView = accountFields.pick({ id: true, login: true }).extend({
  firstPassword: z.string().nullable(),
});
const UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
const seatText = z
  .string()
  .regex(new RegExp(`^((lead-helper|unit-head):${UUID}|township-office:\\d{9}|county-office:\\d{6})$`));
/** Seat ids: `unit-head:<organisation>`, `township-office:<9 digits>`, `county-office:<6 digits>`, `lead-helper:<helper>`. */
export const holdSeatRequest = z
  .strictObject({
    seat: seatText,
    accountId: id,
    fromDay: dayText,
    toDay: dayText.nullable(),
    deputy: z.boolean(),
  })
  .refine(({ fromDay, toDay }) => toDay === null || toDay >= fromDay, {
    path: ["toDay"],
    message: "must not be before fromDay",
  });
export const seatHoldingView = z.object({
  id,
  seat: z.string(),
  accountId: id,
  fromDay: z.string(),
  toDay: z.string().nullable(),
  deputy: z.boolean(),
  displayName: z.string(),
  /** The name of what the seat belongs to: a helper, an organisation, an area; empty for the administrator's. */
  seatName: z.string(),
});

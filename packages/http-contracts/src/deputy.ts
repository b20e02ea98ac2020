import { AWAY_REASONS } from "@jiedui/domain";
import { z } from "zod";
import { dayText, id } from "./base";

/** A helper is away from the first to the last day; a colleague of the same unit stands in. */
export const nameDeputyRequest = z
  .strictObject({
    deputyId: id,
    fromDay: dayText,
    toDay: dayText,
    reason: z.enum(AWAY_REASONS),
  })
  .refine(({ fromDay, toDay }) => toDay >= fromDay, {
    path: ["toDay"],
    message: "must not be before fromDay",
  });

export const ownDeputiesView = z.object({
  /** The newest first, back to a year ago. `reason` null: an office has named the deputy. */
  items: z.array(
    z.object({
      id,
      name: z.string(),
      fromDay: z.string(),
      toDay: z.string().nullable(),
      reason: z.enum(AWAY_REASONS).nullable(),
    }),
  ),
  /** Who may stand in today. */
  colleagues: z.array(z.object({ helperId: id, name: z.string() })),
});

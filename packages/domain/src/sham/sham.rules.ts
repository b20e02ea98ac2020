/** What a visit may show that did not take place as it was entered. Each is for a person to judge; nothing is refused. */
export const SHAM_KINDS = ["far-apart", "copied-text", "photo-twice", "last-day"] as const;
export type ShamKind = (typeof SHAM_KINDS)[number];
/** What a person has found: the visits took place, they did not, or it cannot be told. */
export const SHAM_JUDGEMENTS = ["real", "sham", "unclear"] as const;
export type ShamJudgement = (typeof SHAM_JUDGEMENTS)[number];

/** Numbers of a policy; a programme that names none goes by {@link SHAM_RULES}. */
export interface ShamRules {
  readonly farApart: { readonly withinMinutes: number; readonly kilometres: number };
  readonly copiedText: {
    readonly similarityAtLeast: number;
    readonly lettersAtLeast: number;
    readonly withinMonths: number;
  };
  readonly lastDay: { readonly visitsAtLeast: number };
}

/**
 * Far apart: on a county's roads five kilometres between two homes, with a talk in the first, take more than half an hour.
 * Copied: of two diaries the trigrams that both have, over those that either has. A diary of sixty characters in which
 * every number was changed keeps 0.74, and 0.78 with its first phrase put otherwise; honest ones in one helper's own turns
 * of phrase reach 0.27. Below twenty letters everybody writes alike. Last day: two visits may fall on it by chance.
 */
export const SHAM_RULES: ShamRules = {
  farApart: { withinMinutes: 30, kilometres: 5 },
  copiedText: { similarityAtLeast: 0.6, lettersAtLeast: 20, withinMonths: 12 },
  lastDay: { visitsAtLeast: 3 },
};

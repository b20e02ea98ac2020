import { INCOME_SOURCES, perHeadFenOf, type IncomeSource } from "@jiedui/domain";
import type * as Api from "../api/types";
import { AmountField, CountField, NoteField } from "../forms/fields";
import { yuan } from "../wording/money";
import { useWords } from "../wording/useWords";
import { StepForm, type MoveFormProps } from "./StepForm";

type Values = Partial<Record<IncomeSource, number>> & {
  incomeYear: number;
  members: number;
  costsFen?: number;
  note?: string;
};

/** Source by source; what comes to a head is reckoned while one types, by the very rule that will count. */
export function IncomeForm(props: MoveFormProps) {
  const { t, term, today } = useWords();
  const { incomes, incomesAsked } = props.pairing.life;
  const missing = incomesAsked.find(({ perHeadFen }) => perHeadFen === null) ?? incomesAsked.at(-1);
  return (
    <StepForm<Values, Api.RecordIncome>
      {...props}
      move="recordIncome"
      initial={{
        incomeYear: missing?.incomeYear ?? Number(today.slice(0, 4)) - 1,
        members: incomes.at(-1)?.members,
      }}
      bodyOf={({ incomeYear, members, costsFen = 0, note = "", ...bySource }) => ({
        incomeYear,
        members,
        lines: linesOf(bySource),
        costsFen,
        note,
      })}
    >
      {({ members, costsFen = 0, ...bySource }) => (
        <>
          <CountField name="incomeYear" label={t("liftOut.incomeYear")} />
          <CountField name="members" label={t("liftOut.members")} />
          {INCOME_SOURCES.map((source) => (
            <AmountField key={source} name={source} label={term("incomeSource", source)} optional />
          ))}
          <AmountField name="costsFen" label={t("liftOut.costs")} optional />
          <p className="notice" aria-live="polite">
            {members === undefined || members < 1
              ? t("liftOut.reckonedLater")
              : t("liftOut.reckoned", {
                  perHead: yuan(perHeadFenOf({ lines: linesOf(bySource), costsFen, members })),
                })}
          </p>
          <NoteField />
        </>
      )}
    </StepForm>
  );
}

function linesOf(bySource: Partial<Record<IncomeSource, number>>) {
  return INCOME_SOURCES.flatMap((source) => {
    const amountFen = bySource[source];
    return amountFen === undefined ? [] : [{ source, amountFen }];
  });
}

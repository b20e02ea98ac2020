import type { Pairing } from "../api/types";
import { PaperTable } from "../paper/PaperTable";
import { yuan } from "../wording/money";
import { useWords } from "../wording/useWords";
import { DossierPart, type PartProps } from "./DossierPart";
import { IncomeChart } from "./IncomeChart";

/** Income a head by year, each beside the line of that very year; what it came from is for the files. */
export function IncomePart({ pairing: { life }, isPublic }: PartProps) {
  const { t, term } = useWords();
  const incomes = [...life.incomes].sort((one, other) => one.incomeYear - other.incomeYear);
  if (incomes.length === 0) return null;
  const inYuan = (fen: number) => `${yuan(fen)} ${t("common.yuan")}`;
  const sources = ({ lines }: Pairing["life"]["incomes"][number]) =>
    lines
      .map(({ source, amountFen }) => `${term("incomeSource", source)} ${inYuan(amountFen)}`)
      .join(t("outcomes.separator"));
  return (
    <DossierPart title={t("liftOut.incomes")}>
      <IncomeChart incomes={incomes} />
      <PaperTable
        label={t("liftOut.incomes")}
        heads={[
          t("liftOut.incomeYear"),
          ...(isPublic ? [] : [t("dossier.members"), t("dossier.sources"), t("dossier.costs")]),
          t("dossier.perHead"),
          t("dossier.line"),
        ]}
      >
        {incomes.map((income) => (
          <tr key={income.incomeYear}>
            <td>{income.incomeYear}</td>
            {isPublic ? null : (
              <>
                <td className="numeric">{income.members}</td>
                <td className="paper-words">{sources(income)}</td>
                <td className="numeric">{inYuan(income.costsFen)}</td>
              </>
            )}
            <td className="numeric">{inYuan(income.perHeadFen)}</td>
            <td className="numeric">
              {income.lineFen === null ? t("liftOut.noLine") : inYuan(income.lineFen)}
            </td>
          </tr>
        ))}
      </PaperTable>
    </DossierPart>
  );
}

import { Form, InputNumber } from "antd";
import { api } from "../api/routes";
import type { Roster, StartRoster } from "../api/types";
import { CommandForm } from "../forms/CommandForm";
import { durationInWords } from "../wording/dates";
import { useWords } from "../wording/useWords";

const USUAL_RATE = 30;
const MOST = 200;

/** How fast, and off it goes: what is there already is left as it is, what fails is left out. */
export function StartForm({ roster }: { roster: Roster }) {
  const { t } = useWords();
  const pairs = roster.parts
    .filter(({ part }) => part === "pair" || part === "co-helper")
    .reduce((sum, { ready }) => sum + ready, 0);
  return (
    <section className="surface roster-part">
      <h2>{t(roster.startedAt === null ? "rosters.startTitle" : "rosters.startAgainTitle")}</h2>
      <p className="quiet">{t("rosters.startText", { failed: roster.failed, known: roster.known })}</p>
      {roster.ready === 0 ? (
        <p>{t("rosters.nothingToDo")}</p>
      ) : (
        <CommandForm<{ casesPerSecond: number }, StartRoster, Roster>
          name={`roster-start:${roster.id}`}
          verb={t("rosters.start", { count: roster.ready })}
          send={api.moveRoster<StartRoster>(roster.id, "start")}
          initial={{ casesPerSecond: roster.casesPerSecond ?? USUAL_RATE }}
          bodyOf={({ casesPerSecond }) => ({ casesPerSecond })}
        >
          {({ casesPerSecond }) => (
            <Form.Item
              name="casesPerSecond"
              label={t("rosters.rate")}
              rules={[{ required: true }]}
              extra={t("rosters.rateHint", {
                time: durationInWords(
                  Math.max(1, pairs / Math.max(1, casesPerSecond ?? USUAL_RATE)) * 1_000,
                  t,
                ),
              })}
            >
              <InputNumber min={1} max={MOST} precision={0} inputMode="numeric" />
            </Form.Item>
          )}
        </CommandForm>
      )}
    </section>
  );
}

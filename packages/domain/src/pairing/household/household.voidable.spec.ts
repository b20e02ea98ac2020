import { entryOf } from "../correction/voiding";
import { pairingKind } from "../pairing.kind";
import { WHOLE_RULES, openedPairing, refusalOf, type PairingLife } from "../pairing.spec-support";
import { changeOf } from "./household.spec-support";

const grown = (life: PairingLife) => life.events("HouseholdChanged").at(-1)?.members ?? [];

describe("a wrong change of a household", () => {
  it("is taken out by two people: the newest one first", () => {
    const life = openedPairing({}, WHOLE_RULES);
    life.give("recordHouseholdChange", changeOf());
    life.give(
      "recordHouseholdChange",
      changeOf({ change: "died", memberId: "grandmother", relation: null, household: grown(life) }),
    );
    const [birth, death] = life.events("HouseholdChanged").map(({ seq }) => seq);
    const ask = (seq = 0) =>
      life.give("requestVoid", { entry: entryOf(life.log[seq - 1] as never), reason: "wrong-household" });
    expect(refusalOf(ask(birth))).toMatchObject({ code: "ENTRY_RESTED_ON", bySeq: death });
    ask(death);
    life.give("approveVoid", { requestedSeq: life.log.length }, { by: "office" });
    const voided = life.events("EntryVoided").at(-1);
    if (voided === undefined) throw new Error("nothing was taken out");
    expect(pairingKind.claims(voided, life.state, WHOLE_RULES).take).toEqual([
      {
        kind: "household",
        resource: `household:${life.state.opened?.subjectId ?? ""}`,
        follow: { change: "voided", happenedOn: voided.happenedOn, voidsSeq: death, contentIds: [] },
      },
    ]);
    expect(refusalOf(ask(death))).toMatchObject({ code: "ENTRY_NO_LONGER_COUNTS", entrySeq: death });
    expect(ask(birth).accepted).toBe(true);
  });
});

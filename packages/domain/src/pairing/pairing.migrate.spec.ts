import { pairingKind } from "./pairing.kind";
import { openedPairing } from "./pairing.spec-support";

describe("a case of the release before", () => {
  const { state } = openedPairing();
  const {
    earlierIncomes: _earlierIncomes,
    reviewedSeq: _reviewedSeq,
    closed: _closed,
    reopenedOn: _reopenedOn,
    corrections: _corrections,
    ...third
  } = state;

  it("goes on with nothing corrected, and never closed", () => {
    expect(pairingKind.migrate({ ...third, schemaVersion: 3 })).toEqual(state);
  });

  it("is as it is when it is of this one, and refused when it is of a newer one", () => {
    expect(pairingKind.migrate(state)).toBe(state);
    expect(() => pairingKind.migrate({ schemaVersion: 99 })).toThrow(RangeError);
  });
});

import * as contracts from "@jiedui/http-contracts";
import { PAIRING_MOVES, pairingKind } from "@jiedui/domain";
import { z } from "zod";

/** The fields of each move's request, by the name that the contracts give it. */
const FIELDS = new Map<string, Readonly<Record<string, unknown>>>(
  Object.entries(contracts).flatMap(([name, schema]) =>
    name.endsWith("Request") && schema instanceof z.ZodObject
      ? [[name.slice(0, -"Request".length), schema.shape]]
      : [],
  ),
);

describe("the request of a move", () => {
  it.each(pairingKind.movesNeedingBasis)("%s cannot be sent without what it is based on", (move) => {
    const basis = FIELDS.get(move)?.["basedOnSeq"];
    if (!(basis instanceof z.ZodType)) throw new Error(`${move}Request has no basedOnSeq.`);
    for (const nothing of [undefined, null, 0, -1, "2", 1.5])
      expect([nothing, basis.safeParse(nothing).success]).toEqual([nothing, false]);
    expect(basis.safeParse(1).success).toBe(true);
  });

  it("that is true whatever happened since asks for no basis", () => {
    const asking = PAIRING_MOVES.filter((move) => "basedOnSeq" in (FIELDS.get(move) ?? {}));
    expect(asking.sort()).toEqual([...pairingKind.movesNeedingBasis].sort());
  });
});

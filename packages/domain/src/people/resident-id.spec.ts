import fc from "fast-check";
import { addDays, day } from "../time/day";
import { birthdayOf, checkResidentId, sexOf } from "./resident-id";

const CHECKS = "0123456789X";
const PROVINCES = [11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46].concat(
  [50, 51, 52, 53, 54, 61, 62, 63, 64, 65, 71, 81, 82, 83, 91],
);
const anyBody = fc
  .tuple(
    fc
      .tuple(fc.constantFrom(...PROVINCES), fc.nat(9_999))
      .map((parts) => String(parts[0] * 10_000 + parts[1])),
    fc.nat(40_000),
    fc.integer({ min: 0, max: 999 }),
  )
  .map(
    ([region, days, order]) =>
      `${region}${addDays(day("1920-01-01"), days).replaceAll("-", "")}${String(order).padStart(3, "0")}`,
  );
const validIds = (body: string) =>
  [...CHECKS].map((check) => body + check).filter((id) => checkResidentId(id) === "ok");

describe("a resident identity number", () => {
  it("passes with the check digit of the standard's own example", () => {
    expect(checkResidentId("11010519491231002X")).toBe("ok");
    expect(checkResidentId("11010519491231002x")).toBe("ok");
    expect(checkResidentId("440524188001010014")).toBe("no-such-birthday");
  });

  it.each(["", "1101051949123100", "11010519491231002XX", "1101051949123100AX", "1101051949 231002X"])(
    "%j has not eighteen characters of a number",
    (text) => expect(checkResidentId(text)).toBe("not-18-characters"),
  );

  it.each(["00", "10", "16", "20", "38", "47", "55", "66", "70", "84", "99"])(
    "that begins with %s belongs to no province",
    (digits) => expect(checkResidentId(`${digits}010519491231002X`)).toBe("no-such-province"),
  );

  it("with a birthday that does not exist is told apart", () => {
    expect(checkResidentId("110105199002300017")).toBe("no-such-birthday");
  });

  it("has exactly one check digit", () => {
    fc.assert(fc.property(anyBody, (body) => expect(validIds(body)).toHaveLength(1)));
  });

  it("with one digit mistyped, or two neighbours swapped, never passes", () => {
    fc.assert(
      fc.property(anyBody, fc.nat(16), fc.integer({ min: 1, max: 9 }), (body, at, by) => {
        const [id = ""] = validIds(body);
        const mistyped = String((Number(id[at]) + by) % 10);
        expect(checkResidentId(id.slice(0, at) + mistyped + id.slice(at + 1))).not.toBe("ok");
        const swapped = `${id.slice(0, at)}${id[at + 1] ?? ""}${id[at] ?? ""}${id.slice(at + 2)}`;
        if (swapped !== id) expect(checkResidentId(swapped)).not.toBe("ok");
      }),
    );
  });

  it("of a holder of a residence permit passes", () => {
    const [permit = ""] = validIds("81000019900307457");
    expect(checkResidentId(permit)).toBe("ok");
  });

  it("tells birthday and sex", () => {
    expect(birthdayOf("11010519491231002X")).toBe("1949-12-31");
    expect(sexOf("11010519491231002X")).toBe("female");
    expect(sexOf("110105194912310011")).toBe("male");
  });
});

import { randomUUID } from "node:crypto";
import { addDays, type Day } from "@jiedui/domain";
import {
  closingOf,
  newHelper,
  openPairing,
  openPairingElsewhere,
  recordVisit,
  type OpenedPairing,
} from "../support/county";
import type { Answer, Visitor } from "../support/http";
import { expectBadInput, expectNothingDoneBy, notFound, refusal, withoutRequest } from "../support/refused";
import { COUNTY, TestWorld, VILLAGE } from "../support/world";

const MEGABYTE = "长".repeat(350_000);
const NUL = "李\u0000四";
const HALF_OF_A_PAIR = "李\ud800";

describe("bad input is told what is wrong, and leaves nothing half done", () => {
  let world: TestWorld;
  let clerk: Visitor;
  let administrator: Visitor;
  let pairing: OpenedPairing;
  let today: Day;
  beforeAll(async () => {
    world = await TestWorld.open({ world: "live" });
    clerk = await world.clerk();
    administrator = await world.as("administrator");
    pairing = await openPairing(world);
    today = await world.today();
  }, 60_000);
  afterAll(() => world.close());

  const visit = (more: object = {}) => ({ happenedOn: today, form: { situation: "家中一切正常" }, ...more });
  const household = (more: object = {}) => ({
    name: "李四",
    kind: "poor-household",
    areaCode: VILLAGE,
    members: [],
    ...more,
  });
  const recordPath = () => `/api/pairings/${pairing.caseId}/record-visit`;

  describe("in its form", () => {
    it("an unknown field, at whatever depth, is refused by its name", async () => {
      await nothingHappensBy(async () => {
        const member = { name: "李五", relation: "child", shoeSize: 43 };
        for (const [path, body, field] of [
          [recordPath(), visit({ surplus: 1 }), "surplus"],
          [recordPath(), visit({ form: { situation: "好", mood: "好" } }), "mood"],
          [recordPath(), visit({ __proto__: null, constructor: {} }), "constructor"],
          ["/api/subjects", household({ members: [member] }), "shoeSize"],
          ["/api/subjects", household({ id: randomUUID() }), "id"],
        ] as const) {
          const answer = await clerk.post(path, body);
          expectBadInput(answer);
          expect(JSON.stringify(answer.body)).toContain(field);
        }
        expectBadInput(await clerk.get("/api/pairings?surplus=1"));
      });
    });

    it("a wrong type is refused by its place", async () => {
      await nothingHappensBy(async () => {
        for (const wrong of [1, true, null, [], {}, ["2026-01-01"]])
          expectBadInput(await clerk.post(recordPath(), visit({ happenedOn: wrong })), "happenedOn");
        for (const wrong of ["x", 1, null, []])
          expectBadInput(await clerk.post(recordPath(), visit({ form: wrong })), "form");
        for (const wrong of ["1", 0, 1.5, -1, 2 ** 53, null])
          expectBadInput(await clerk.post(recordPath(), visit({ formVersion: wrong })), "formVersion");
        for (const wrong of [{}, "x", 1, [1], [null]])
          expectBadInput(await clerk.post("/api/subjects", household({ members: wrong })), "members");
        for (const wrong of ["everything", 7, null])
          expectBadInput(await clerk.post("/api/subjects", household({ kind: wrong })), "kind");
        for (const wrong of [null, [], "text", 1])
          expect((await clerk.post(recordPath(), wrong)).status).toBe(400);
        expectBadInput(await clerk.get("/api/pairings?limit=ten"), "limit");
        expectBadInput(await clerk.get("/api/pairings?asOf=yesterday"), "asOf");
      });
    });

    it("a body that is no JSON is refused", async () => {
      await nothingHappensBy(async () => {
        for (const body of ['{"happenedOn":', "situation=x", "\u0000"]) {
          const answer = await sendRaw(body, "application/json");
          expect(answer).toMatchObject({ status: 400, body: { code: "BAD_INPUT" } });
        }
        const form = await sendRaw("situation=x", "application/x-www-form-urlencoded");
        expect(form.status).toBe(400);
      });
    });

    it("NUL and half characters are refused wherever text is taken", async () => {
      await nothingHappensBy(async () => {
        for (const text of [NUL, HALF_OF_A_PAIR]) {
          expectBadInput(
            await clerk.post(recordPath(), visit({ form: { situation: text } })),
            "form.situation",
          );
          expectBadInput(await clerk.post("/api/subjects", household({ name: text })), "name");
          expectBadInput(await clerk.post("/api/subjects", household({ address: text })), "address");
          const organisation = { name: text, kind: "party-or-government", areaCode: COUNTY };
          expectBadInput(await clerk.post("/api/organisations", organisation), "name");
        }
        expectBadInput(await clerk.get("/api/pairings?search=%00"), "search");
        expectBadInput(await clerk.get("/api/pairings?cursor=%00"), "cursor");
        expect((await clerk.get("/api/subjects/%00")).status).toBe(400);
        const malformed = await fetch(`${world.baseUrl}/api/subjects/%ff`, { headers: clerk.credentials });
        expect(malformed.status).toBe(400);
      });
    });

    it("strings of a megabyte are refused, whether the whole is too large or the field is", async () => {
      await nothingHappensBy(async () => {
        const whole = await clerk.post(recordPath(), visit({ form: { situation: MEGABYTE } }));
        expect(whole).toMatchObject({ status: 413, body: { code: "PAYLOAD_TOO_LARGE" } });
        expect(whole.body["facts"]).toEqual({ limitBytes: 256 * 1024 });
        const long = "长".repeat(5_000);
        expectBadInput(
          await clerk.post(recordPath(), visit({ form: { situation: long } })),
          "form.situation",
        );
        expectBadInput(await clerk.post("/api/subjects", household({ name: long })), "name");
        expectBadInput(await clerk.get(`/api/pairings?search=${"x".repeat(8_000)}`), "search");
        const members = Array.from({ length: 41 }, () => ({ name: "李五", relation: "child" }));
        expectBadInput(await clerk.post("/api/subjects", household({ members })), "members");
      });
    });

    it("days that do not exist are refused", async () => {
      await nothingHappensBy(async () => {
        for (const day of [
          "2026-02-30",
          "2025-02-29",
          "2026-13-01",
          "2026-00-10",
          "26-1-1",
          "0000-00-00",
          "",
        ]) {
          expectBadInput(await clerk.post(recordPath(), visit({ happenedOn: day })), "happenedOn");
          expectBadInput(await open({ signedOn: day }), "signedOn");
        }
        expectBadInput(await clerk.get("/api/pairings?asOf=2026-02-30"), "asOf");
      });
    });

    it("a command without a key, or with one that is none, is refused", async () => {
      await nothingHappensBy(async () => {
        expect(await clerk.send("post", recordPath(), visit())).toMatchObject({
          status: 400,
          body: { code: "IDEMPOTENCY_KEY_MISSING" },
        });
        for (const key of ["", "with space", "k".repeat(129)])
          expect((await clerk.post(recordPath(), visit(), key)).status).toBe(400);
      });
    });
  });

  describe("in what it says", () => {
    it("days of the future are refused, and today is named", async () => {
      await nothingHappensBy(async () => {
        const happenedOn = addDays(today, 1);
        expect(await clerk.post(recordPath(), visit({ happenedOn }))).toMatchObject(
          refusal("VISIT_IN_FUTURE", { happenedOn, today }),
        );
        expect(await open({ signedOn: happenedOn })).toMatchObject(
          refusal("SIGNED_IN_FUTURE", { signedOn: happenedOn, today }),
        );
        const closing = { reason: "died", happenedOn: addDays(today, 4_000) };
        expect(await clerk.post(`/api/pairings/${pairing.caseId}/request-closing`, closing)).toMatchObject(
          refusal("CLOSING_IN_FUTURE", { happenedOn: closing.happenedOn, today }),
        );
      });
    });

    it("a visit before the signing is refused, and the signing is named", async () => {
      await nothingHappensBy(async () => {
        const happenedOn = addDays(today, -1);
        expect(await clerk.post(recordPath(), visit({ happenedOn }))).toMatchObject(
          refusal("VISIT_BEFORE_SIGNING", { happenedOn, signedOn: today }),
        );
      });
    });

    it("ids that are unknown, or none at all, are refused", async () => {
      await nothingHappensBy(async () => {
        const unknown = randomUUID();
        for (const path of ["", "/timeline", "/obligations", "/events/1"])
          expect(await clerk.get(`/api/pairings/${unknown}${path}`)).toMatchObject(notFound());
        expect(await clerk.post(`/api/pairings/${unknown}/record-visit`, visit())).toMatchObject(notFound());
        expect(await open({ subjectId: unknown })).toMatchObject(notFound({ what: "subject" }));
        expect(await open({ leadHelperId: unknown })).toMatchObject(
          notFound({ what: "helper", helperId: unknown }),
        );
        expect(await open({ programmeId: "nowhere" })).toMatchObject(
          refusal("PROGRAMME_NOT_FOUND", { programmeId: "nowhere" }),
        );
        const voided = { visitId: unknown, reason: "entered-twice", basedOnSeq: 1 };
        expect(await clerk.post(`/api/pairings/${pairing.caseId}/void-visit`, voided)).toMatchObject(
          refusal("VISIT_NOT_FOUND", { visitId: unknown }),
        );
        expect(await clerk.post(recordPath(), visit({ helperId: unknown }))).toMatchObject(
          refusal("VISITOR_NOT_OF_PAIRING", { helperId: unknown }),
        );
        expect(await clerk.get(`/api/pairings/${pairing.caseId}/events/99`)).toMatchObject(notFound());
        for (const none of ["1", "null", `${unknown}0`, "..%2f..", "%E6%9D%8E"]) {
          expect((await clerk.get(`/api/pairings/${none}`)).status).toBe(400);
          expect((await clerk.post(`/api/pairings/${none}/record-visit`, visit())).status).toBe(400);
        }
        for (const seq of ["0", "-1", "x", "2147483648", "9007199254740993"])
          expect((await clerk.get(`/api/pairings/${pairing.caseId}/events/${seq}`)).status).toBe(400);
      });
    });

    it("ids of another area are answered as if they were unknown, without a hint", async () => {
      const foreign = await openPairingElsewhere(administrator, today);
      await nothingHappensBy(async () => {
        const ways: ((id: { caseId: string; subjectId: string; helperId: string }) => Promise<Answer>)[] = [
          ({ caseId }) => clerk.get(`/api/pairings/${caseId}`),
          ({ caseId }) => clerk.get(`/api/pairings/${caseId}/timeline`),
          ({ caseId }) => clerk.post(`/api/pairings/${caseId}/record-visit`, visit()),
          ({ caseId }) => clerk.post(`/api/pairings/${caseId}/approve-closing`, { basedOnSeq: 1 }),
          ({ subjectId }) => clerk.get(`/api/subjects/${subjectId}`),
          ({ subjectId }) => open({ subjectId }),
          ({ helperId }) => clerk.get(`/api/helpers/${helperId}`),
          ({ helperId }) => clerk.post(`/api/helpers/${helperId}/retire`, { retiredOn: today }),
        ];
        for (const way of ways) {
          const nowhere = await way({
            caseId: randomUUID(),
            subjectId: randomUUID(),
            helperId: randomUUID(),
          });
          const elsewhere = await way(foreign);
          expect(elsewhere.status).toBe(404);
          expect(withoutRequest(elsewhere)).toEqual(withoutRequest(nowhere));
        }
      });
    });
  });

  describe("at the wrong moment", () => {
    it("a second open pairing of the same subject in the programme is refused and names the first", async () => {
      await nothingHappensBy(async () => {
        const { subjectId, caseId } = pairing;
        expect(await open({ subjectId })).toMatchObject(
          refusal("SUBJECT_ALREADY_PAIRED", { subjectId, programmeId: "visits-only", byCaseId: caseId }),
        );
      });
    });

    it("a retired helper takes no new pairing, as lead or beside", async () => {
      const helper = await newHelper(clerk);
      const unretired = await newHelper(clerk);
      expect((await clerk.post(`/api/helpers/${helper.id}/retire`, { retiredOn: today })).status).toBe(200);
      const told = refusal("HELPER_NOT_IN_SERVICE", { helperId: helper.id, retiredOn: today });
      await nothingHappensBy(async () => {
        expect(await open({ leadHelperId: helper.id })).toMatchObject(told);
        expect(await open({ leadHelperId: unretired.id, coHelperIds: [helper.id] })).toMatchObject(told);
      });
    });

    it("a case is closed once: asked for twice, approved twice, or visited afterwards, it says so", async () => {
      const { caseId } = await openPairing(world);
      const asking = closingOf("moved-away", today);
      const request = () => clerk.post(`/api/pairings/${caseId}/request-closing`, asking);
      const approve = () => administrator.post(`/api/pairings/${caseId}/approve-closing`, { basedOnSeq: 2 });
      expect((await request()).status).toBe(200);
      await nothingHappensBy(async () => {
        const again = await request();
        expect(again).toMatchObject(
          refusal("MOVE_NOT_IN_STAGE", { move: "requestClosing", stage: "closing" }),
        );
      });
      expect((await approve()).status).toBe(200);
      await nothingHappensBy(async () => {
        for (const late of [
          approve,
          request,
          () => clerk.post(`/api/pairings/${caseId}/record-visit`, visit()),
        ])
          expect(await late()).toMatchObject(refusal("CASE_CLOSED", { closedOn: today }));
      });
    });

    it("the command of a stale page is refused, and shows what has happened since", async () => {
      const { caseId } = await openPairing(world);
      const asking = closingOf("moved-away", today);
      expect((await clerk.post(`/api/pairings/${caseId}/request-closing`, asking)).status).toBe(200);
      expect(await recordVisit(clerk, caseId, today)).toBe(200);
      await nothingHappensBy(async () => {
        const stale = refusal("CHANGED_SINCE", {
          basedOnSeq: 2,
          presentSeq: 3,
          changes: [{ seq: 3, type: "VisitRecorded" }],
        });
        expect(
          await administrator.post(`/api/pairings/${caseId}/approve-closing`, { basedOnSeq: 2 }),
        ).toMatchObject(stale);
        expectBadInput(await administrator.post(`/api/pairings/${caseId}/approve-closing`, {}), "basedOnSeq");
        const never = { basedOnSeq: 2 ** 31 };
        expectBadInput(
          await administrator.post(`/api/pairings/${caseId}/approve-closing`, never),
          "basedOnSeq",
        );
      });
    });

    it("a key that comes with another body is refused, and the first answer stands", async () => {
      const { caseId } = await openPairing(world);
      const key = randomUUID();
      const path = `/api/pairings/${caseId}/record-visit`;
      const first = await clerk.post(path, visit(), key);
      expect(first.status).toBe(200);
      await nothingHappensBy(async () => {
        expect(await clerk.post(path, visit({ form: { situation: "另一份" } }), key)).toMatchObject({
          status: 422,
          body: { code: "IDEMPOTENCY_KEY_REUSED", facts: { caseId } },
        });
        expect(withoutRequest(await clerk.post(path, visit(), key))).toEqual(withoutRequest(first));
      });
    });
  });

  async function open(more: object): Promise<Answer> {
    return clerk.post("/api/pairings", {
      programmeId: "visits-only",
      subjectId: pairing.subjectId,
      leadHelperId: pairing.helper.id,
      signedOn: today,
      ...more,
    });
  }

  function nothingHappensBy(doing: () => Promise<void>): Promise<void> {
    return expectNothingDoneBy(world.owner, doing);
  }

  async function sendRaw(body: string, type: string): Promise<{ status: number; body: unknown }> {
    const response = await fetch(`${world.baseUrl}${recordPath()}`, {
      method: "POST",
      headers: { ...clerk.credentials, "content-type": type, "idempotency-key": randomUUID() },
      body,
    });
    return { status: response.status, body: await response.json() };
  }
});

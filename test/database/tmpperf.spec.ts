import { MonthEndView, generatePairings, scopeOfArea } from "@jiedui/database";
import { MONTH_END_LISTS, monthEndMoments, type Month } from "@jiedui/domain";
import { ScratchWorld } from "./scratch-world";
const UNTIL = new Date("2026-11-20T04:00:00Z");
it("perf", async () => {
  const world = await ScratchWorld.open();
  const view = new MonthEndView();
  const out: string[] = [];
  try {
    const t0 = Date.now();
    await generatePairings(world.urls.owner, { pairings: 40_000, until: UNTIL, untidiness: 0.05 });
    out.push(`generated in ${Date.now() - t0}`);
    await world.owner.query("vacuum analyze");
    const area = { role: "county-office", areaCode: "420626000000" };
    void scopeOfArea;
    for (const [month, at] of [["2026-10", UNTIL.getTime()], ["2026-11", UNTIL.getTime()], ["2026-08", monthEndMoments("2026-08" as Month, 0).endsAtMs - 1], ["2026-11", Date.parse("2026-11-02T04:00:00Z")]] as const) {
      const asked = { month: month as Month, knownAtMs: at };
      const time = async (name: string, work: () => Promise<unknown>) => {
        const ms: number[] = [];
        for (let i = 0; i < 8; i++) { const s = performance.now(); await work(); ms.push(performance.now() - s); }
        out.push(`${month} ${name}: ${ms.map((m) => m.toFixed(0)).join(" ")}`);
      };
      await time("figures", () => world.as(area, (m) => view.figures(m, asked)));
      for (const list of MONTH_END_LISTS) {
        await time("figure " + list, () => world.as(area, (m) => view["figure"](m, list, asked)));
        await time("rows " + list, () => world.as(area, (m) => view.rows(m, list, asked, { limit: 50 })));
        await time("came " + list, () => world.as(area, (m) => view.rows(m, list, asked, { limit: 50, change: "came" })));
        await time("went " + list, () => world.as(area, (m) => view.rows(m, list, asked, { limit: 50, change: "went" })));
      }
      await time("units", () => world.as(area, (m) => view.units(m, asked)));
    }
    const s = performance.now();
    out.push("digest made " + JSON.stringify(await world.owner.query("select gather_digests('2026-11-20', $1, interval '7 days')", [UNTIL])) + " " + (performance.now() - s));
  } finally {
    require("node:fs").writeFileSync("/tmp/month-perf.txt", out.join("\n"));
    await world.close();
  }
}, 900_000);

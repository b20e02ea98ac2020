import { generatePairings } from "@jiedui/database";
import { MONTH_END_LISTS, addDays, addToMonth, dayAt, monthOf } from "@jiedui/domain";
import type { Visitor } from "../support/http";
import type { ProcessWorld } from "../support/process-world";
import { COUNTY, TOWN, VILLAGE } from "../support/world";
import { makeUpSigns } from "./made-up-signs";
import { paceOf } from "./pace";
import type { ListFigure } from "./report";

export interface ListOptions {
  readonly world: ProcessWorld;
  readonly pairings: number;
  /** Only lists with that in their name; all without. */
  readonly named?: string;
  readonly say: (line: string) => void;
}

const REQUESTS = 200;
const WARM_UP = 5;
const DEEP_PAGE = 200;
const KNOWN_DAYS_AGO = 100;

interface Subject {
  readonly name: string;
  readonly pinyin: string;
  readonly initials: string;
}

/** Lists of a county with so many made-up pairings, asked for by HTTP, each time with other values. */
export async function measureLists({ world, pairings, named = "", say }: ListOptions): Promise<ListFigure[]> {
  const until = new Date();
  const { helperIds } = await generatePairings(world.ownerUrl, {
    programmeId: "baokang",
    pairings,
    until,
    untidiness: 0.03,
    progress: (line) => (/[05]000 pairings$/.test(line) ? say(line) : undefined),
  });
  await makeUpSigns(world.owner);
  const lists = new Lists(
    world,
    await sampleOf(world),
    helperIds,
    addDays(dayAt(until.getTime()), -KNOWN_DAYS_AGO),
    named,
  );
  const figures: ListFigure[] = [];
  for (const each of lists.all()) {
    const figure = await each();
    if (figure === undefined) continue;
    const { name, asOf, p50Ms, p99Ms } = figure;
    figures.push(figure);
    say(`${name}${asOf ? ", as of a past day" : ""}: p50 ${p50Ms.toFixed(1)}, p99 ${p99Ms.toFixed(1)} ms`);
  }
  return figures;
}

class Lists {
  constructor(
    private readonly world: ProcessWorld,
    private readonly subjects: readonly Subject[],
    private readonly helperIds: readonly string[],
    private readonly pastDay: string,
    private readonly named: string,
  ) {}

  all(): (() => Promise<ListFigure | undefined>)[] {
    const subject = (number: number) => this.subjects[number % this.subjects.length];
    const text = (of: (each: Subject) => string) => (number: number) => {
      const each = subject(number);
      return `search=${encodeURIComponent(each === undefined ? "" : of(each))}`;
    };
    const helper = (number: number) => `helper=${this.helperIds[number % this.helperIds.length] ?? ""}`;
    const pairings: [string, (number: number) => string][] = [
      ["pairings of the county, first page", () => ""],
      ["pairings of a township", () => `area=${TOWN}`],
      ["pairings of a village", () => `area=${VILLAGE}`],
      ["pairings in closing", () => "stage=closing"],
      ["closed pairings", () => "stage=closed"],
      ["overdue pairings", () => "overdue=true"],
      ["pairings of a helper", helper],
      ["pairings by name", text(({ name }) => name)],
      ["pairings by part of a name", text(({ name }) => name.slice(0, 2))],
      ["pairings by pinyin", text(({ pinyin }) => pinyin)],
      ["pairings by initials", text(({ initials }) => initials)],
      [
        "pairings by name, overdue, in a township",
        (number) => `${text(({ name }) => name)(number)}&overdue=true&area=${TOWN}`,
      ],
    ];
    const known = (asOf: boolean) => (asOf ? `&asOf=${this.pastDay}` : "");
    const both = pairings.flatMap(([name, query]) =>
      [false, true].map(
        (asOf) => () => this.measure(name, asOf, (number) => `/api/pairings?${query(number)}${known(asOf)}`),
      ),
    );
    return [
      ...both,
      ...[false, true].map((asOf) => () => this.deepInPages(asOf, known(asOf))),
      ...[false, true].map(
        (asOf) => () =>
          this.measure(
            "overdue obligations of the county",
            asOf,
            () => `/api/obligations?overdue=true${known(asOf)}`,
          ),
      ),
      () =>
        this.measure(
          "helpers by name",
          false,
          (number) => `/api/helpers?${text(({ name }) => name.slice(0, 1))(number)}`,
        ),
      () =>
        this.measure(
          "subjects by pinyin",
          false,
          (number) => `/api/subjects?${text(({ pinyin }) => pinyin)(number)}`,
        ),
      () => this.measure("full coverage, counted", false, () => "/api/coverage"),
      () => this.measure("full coverage of a township", false, () => `/api/coverage?area=${TOWN}`),
      () => this.measure("households without a helper", false, () => "/api/subjects?uncovered=true"),
      () => this.measure("cadres without a household", false, () => "/api/helpers?uncovered=true"),
      () => this.measure("signs of sham to be checked", false, () => "/api/sham-signs?judged=false"),
      () => this.measure("signs of sham of a township", false, () => `/api/sham-signs?area=${TOWN}`),
      () => this.measureAs("signs of sham of a township office", "township-office", TOWN, "/api/sham-signs"),
      ...this.monthEnds(),
      () => this.measure("inbox of the county office", false, () => "/api/inbox"),
      () => this.measureAs("inbox of a township office", "township-office", TOWN, "/api/inbox"),
      () => this.measureAs("pairings of a township office", "township-office", TOWN, "/api/pairings"),
      () => this.measureAs("inbox of a helper", "helper", null, "/api/inbox"),
      () => this.measureAs("pairings of a helper, own", "helper", null, "/api/pairings"),
    ];
  }

  /** A month that is over, and the running one; visits entered late are among the made-up ones. */
  private monthEnds(): (() => Promise<ListFigure | undefined>)[] {
    const running = monthOf(dayAt(Date.now()));
    const over = addToMonth(running, -1);
    return [over, running].flatMap((month) => {
      const which = month === over ? "month's end" : "running month";
      const at = `/api/month-ends/${month}`;
      const known = `${month}-01`;
      return [
        () => this.measure(`${which}, in figures`, false, () => at),
        () => this.measure(`${which}, visits by unit`, false, () => `${at}/units`),
        ...MONTH_END_LISTS.map(
          (list) => () => this.measure(`${which}, ${list}`, false, () => `${at}/lists/${list}`),
        ),
        () => this.measure(`${which}, missed and new`, false, () => `${at}/lists/visits-missed?change=came`),
        () => this.measure(`${which}, in figures`, true, () => `${at}?asOf=${known}`),
        () => this.measure(`${which}, visits-missed`, true, () => `${at}/lists/visits-missed?asOf=${known}`),
      ];
    });
  }

  private async measure(
    name: string,
    asOf: boolean,
    address: (number: number) => string,
  ): Promise<ListFigure | undefined> {
    if (!name.includes(this.named)) return undefined;
    return this.paced(await this.world.as("county-office", COUNTY), name, asOf, address);
  }

  private async measureAs(
    name: string,
    role: string,
    area: string | null,
    address: string,
  ): Promise<ListFigure | undefined> {
    if (!name.includes(this.named)) return undefined;
    const helperId = role === "helper" ? (this.helperIds[0] ?? null) : null;
    const { visitor } = await this.world.newPerson(role, area, helperId);
    return this.paced(visitor, name, false, () => address);
  }

  /** Every page from the hundredth on, each by the cursor of the one before. */
  private async deepInPages(asOf: boolean, known: string): Promise<ListFigure | undefined> {
    const name = "pairings, pages 100 to 200";
    if (!name.includes(this.named)) return undefined;
    const visitor = await this.world.as("county-office", COUNTY);
    let cursor = "";
    const next = async () => {
      const page = await got<{ nextCursor: string | null }>(
        visitor,
        `/api/pairings?limit=50${cursor}${known}`,
      );
      cursor = page.nextCursor === null ? "" : `&cursor=${encodeURIComponent(page.nextCursor)}`;
    };
    for (let page = 1; page < DEEP_PAGE - REQUESTS; page += 1) await next();
    return figureOf(name, asOf, await paceOf(1, { steps: REQUESTS }, next));
  }

  private async paced(
    visitor: Visitor,
    name: string,
    asOf: boolean,
    address: (number: number) => string,
  ): Promise<ListFigure> {
    for (let number = 0; number < WARM_UP; number += 1) await got(visitor, address(number));
    const pace = await paceOf(1, { steps: REQUESTS }, (_client, number) =>
      got(visitor, address(number + WARM_UP)),
    );
    return figureOf(name, asOf, pace);
  }
}

function figureOf(
  name: string,
  asOf: boolean,
  { done, p50Ms, p99Ms }: Awaited<ReturnType<typeof paceOf>>,
): ListFigure {
  return { name, asOf, requests: done, p50Ms, p99Ms };
}

async function got<Body>(visitor: Visitor, address: string): Promise<Body> {
  const { status, body } = await visitor.get<Body>(address);
  if (status !== 200) throw new Error(`${address} was answered ${status}: ${JSON.stringify(body)}`);
  return body;
}

function sampleOf(world: ProcessWorld): Promise<Subject[]> {
  return world.owner.query<Subject[]>(
    "select name, pinyin, initials from subject where area_code between $1 and $2 order by md5(id::text) limit $3",
    [COUNTY, `${COUNTY.slice(0, 6)}~`, REQUESTS + WARM_UP],
  );
}

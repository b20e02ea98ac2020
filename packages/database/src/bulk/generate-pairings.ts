import {
  addDays,
  dayAt,
  pairingKind,
  prefixOf,
  startOf,
  type PairingRules,
  type WorkCalendar,
} from "@jiedui/domain";
import { pairingRulesOf, policyDocument } from "@jiedui/policies";
import type { DataSource, EntityManager } from "typeorm";
import { createDataSource } from "../data-source";
import { PairingLife } from "./pairing-life";
import { Random } from "./random";
import { CaseRows } from "./case-rows";
import { RegisterRows, type Village } from "./register-rows";

const CASES_AT_ONCE = 1_000;

export interface BulkOptions {
  readonly pairings: number;
  /** The present of the made-up records: no event is later. */
  readonly until: Date;
  /** How long ago the first were signed; signings spread evenly over that time. */
  readonly months?: number;
  readonly programmeId: string;
  /** Leading digits of the division codes in whose villages the subjects live; absent: all of the programme's area. */
  readonly areas?: readonly string[];
  /** How likely a visit is entered some weeks later, and how likely one is taken back; absent: never. */
  readonly untidiness?: number;
  /** How likely a pairing is in each month to be closed by mistake, and reopened some weeks later; absent: never. */
  readonly mistaken?: number;
  /** The same seed makes the same records. */
  readonly seed?: number;
  readonly progress?: (line: string) => void;
}

export interface BulkOutcome {
  readonly pairings: number;
  readonly events: number;
  readonly obligationVersions: number;
  readonly helpers: number;
  /** Some helpers with pairings, and the counties where there are any. */
  readonly helperIds: readonly string[];
  readonly countyCodes: readonly string[];
}

/**
 * Fills a world with made-up helpers, subjects and pairings, for benchmarks and rehearsals. Log, claims, views and
 * obligations are what the domain's rules say, so they agree with each other as if people had worked there; only the
 * engine knows nothing of these cases until it is refilled from their logs.
 */
export async function generatePairings(ownerUrl: string, options: BulkOptions): Promise<BulkOutcome> {
  const { progress = () => undefined } = options;
  const dataSource = createDataSource(ownerUrl, { poolSize: 1, applicationName: "generate-pairings" });
  await dataSource.initialize();
  try {
    const present = await presentRules(dataSource, options.programmeId);
    const { areaCode } = present.rules;
    const generator = new Generator(options, present);
    const counties = await countiesOf(
      dataSource.manager,
      options.areas ?? [areaCode === null ? "" : prefixOf(areaCode)],
    );
    while (generator.pairings < options.pairings) {
      await dataSource.transaction((manager) => generator.generate(manager, counties));
      progress(`${generator.pairings} pairings`);
    }
    await dataSource.query("analyze");
    return generator.outcome;
  } finally {
    await dataSource.destroy();
  }
}

interface County {
  readonly code: string;
  readonly name: string;
  readonly villages: readonly Village[];
}

class Generator {
  private readonly random: Random;
  private readonly accountIds: readonly [string, string];
  private readonly cases = new CaseRows();
  private readonly register = new RegisterRows();
  private readonly leading: string[] = [];
  private readonly counties = new Set<string>();
  pairings = 0;

  constructor(
    private readonly options: BulkOptions,
    private readonly policy: { readonly rules: PairingRules; readonly calendar: WorkCalendar },
  ) {
    this.random = new Random(options.seed ?? 1);
    this.accountIds = [this.random.uuid(), this.random.uuid()];
  }

  get outcome(): BulkOutcome {
    return {
      pairings: this.pairings,
      events: this.cases.eventCount,
      obligationVersions: this.cases.obligationCount,
      helpers: this.register.helperCount,
      helperIds: this.leading.filter((_, index) => index % Math.ceil(this.leading.length / 100) === 0),
      countyCodes: [...this.counties],
    };
  }

  /** One transaction's worth of helpers, each with the pairings that it leads. */
  async generate(manager: EntityManager, counties: readonly County[]): Promise<void> {
    const enough = Math.min(this.options.pairings, this.pairings + CASES_AT_ONCE);
    while (this.pairings < enough) {
      const county = this.random.pick(counties);
      this.counties.add(county.code);
      const helper = this.register.addHelper(this.random, county);
      this.leading.push(helper.id);
      const most = Math.min(this.policy.rules.householdsPerHelper[helper.rank], enough - this.pairings);
      for (let held = 0, holds = this.random.between(1, most); held < holds; held += 1) {
        this.addPairing(helper, county);
        this.pairings += 1;
      }
    }
    await this.register.write(manager);
    await this.cases.write(manager);
  }

  private addPairing(helper: ReturnType<RegisterRows["addHelper"]>, county: County): void {
    const { random } = this;
    const { rules, calendar } = this.policy;
    const subject = this.register.addSubject(random, random.pick(county.villages), rules, helper.rank);
    const untilMs = this.options.until.getTime();
    const days = Math.round((this.options.months ?? 12) * 30.4);
    const signedOn = addDays(dayAt(untilMs), -random.between(1, days));
    const [accountId, approverId] = this.accountIds;
    const life = new PairingLife(random.uuid(), random, rules, calendar).live({
      opening: {
        programmeId: rules.programmeId,
        subject,
        leadHelper: helper,
        coHelpers: [],
        signedOn,
        termMonths: null,
      },
      untilMs,
      diligence: random.happens(0.8) ? 0.97 : 0.6,
      untidiness: this.options.untidiness ?? 0,
      ...(this.options.mistaken === undefined ? {} : { mistaken: this.options.mistaken }),
      closes: startOf(signedOn) < untilMs - 60 * 86_400_000 && random.happens(0.08),
      accountId,
      approverId,
    });
    this.cases.add(life, pairingKind.kind);
  }
}

async function presentRules(
  dataSource: DataSource,
  programmeId: string,
): Promise<{ rules: PairingRules; calendar: WorkCalendar }> {
  const [policy] = await dataSource.query<{ document: unknown }[]>(
    "select document from policy where programme_id = $1 order by version desc limit 1",
    [programmeId],
  );
  if (policy === undefined) throw new Error(`programme ${programmeId} has no policy: seed the world first`);
  const [calendar] = await dataSource.query<WorkCalendar[]>(
    `select version, published_years as "publishedYears" from work_calendar order by adopted_at desc, version desc limit 1`,
  );
  return {
    rules: pairingRulesOf(policyDocument.parse(policy.document)),
    calendar: calendar ?? { version: "none", publishedYears: {} },
  };
}

async function countiesOf(manager: EntityManager, prefixes: readonly string[]): Promise<County[]> {
  const counties = await manager.query<County[]>(
    `select county.code, county.name, json_agg(json_build_object('code', village.code, 'name', village.name) order by village.code) as villages
     from area village join area county on county.code = left(village.code, 6) || '000000'
     where village.level = 'village' and exists (select 1 from unnest($1::text[]) prefix where starts_with(village.code, prefix))
     group by county.code, county.name order by county.code`,
    [prefixes],
  );
  if (counties.length === 0)
    throw new Error("no village is stored there: seed the world or load the province first");
  return counties;
}

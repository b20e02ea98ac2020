import {
  isRankAtLeast,
  SUBJECT_KINDS,
  type DivisionCode,
  type PairingRules,
  type Rank,
  type SubjectKind,
} from "@jiedui/domain";
import type { EntityManager } from "typeorm";
import { insertRows } from "./insert-rows";
import { madeUpPerson, madeUpUnit } from "./made-up-names";
import type { Random } from "./random";

const HELPERS_A_UNIT = 20;

export interface Village {
  readonly code: string;
  readonly name: string;
}
interface HelperDrawn {
  readonly id: string;
  readonly rank: Rank;
  readonly unitId: string;
}

/** Rows of the register that wait to be written. */
export class RegisterRows {
  private organisations: object[] = [];
  private helpers: object[] = [];
  private subjects: object[] = [];
  private readonly units = new Map<string, { id: string; ordinal: number; helpers: number }>();
  helperCount = 0;

  addHelper(random: Random, county: Village): HelperDrawn {
    const unitId = this.unitIn(random, county);
    const [id, rank] = [random.uuid(), drawRank(random)];
    this.helpers.push({ id, rank, unit_id: unitId, area_code: county.code, ...madeUpPerson(random) });
    this.helperCount += 1;
    return { id, rank, unitId };
  }

  addSubject(
    random: Random,
    village: Village,
    rules: PairingRules,
    rank: Rank,
  ): { id: string; kind: SubjectKind; areaCode: DivisionCode } {
    const kind = drawKind(random, rules, rank);
    const id = random.uuid();
    const address = `${village.name}${random.between(1, 12)}组`;
    this.subjects.push({ id, kind, area_code: village.code, address, ...madeUpPerson(random) });
    return { id, kind, areaCode: village.code as DivisionCode };
  }

  async write(manager: EntityManager): Promise<void> {
    const named = ["id", "area_code", "name", "pinyin", "initials"];
    await insertRows(manager, "organisation", [...named, "kind"], this.organisations);
    await insertRows(manager, "helper", [...named, "rank", "unit_id"], this.helpers);
    await insertRows(manager, "subject", [...named, "kind", "address"], this.subjects);
    [this.organisations, this.helpers, this.subjects] = [[], [], []];
  }

  private unitIn(random: Random, county: Village): string {
    const present = this.units.get(county.code);
    if (present !== undefined && present.helpers < HELPERS_A_UNIT) {
      present.helpers += 1;
      return present.id;
    }
    const unit = { id: random.uuid(), ordinal: present === undefined ? 0 : present.ordinal + 1, helpers: 1 };
    this.units.set(county.code, unit);
    const named = madeUpUnit(county.name, unit.ordinal);
    this.organisations.push({ id: unit.id, kind: "party-or-government", area_code: county.code, ...named });
    return unit.id;
  }
}

function drawRank(random: Random): Rank {
  const drawn = random.fraction();
  if (drawn < 0.8) return "general";
  return drawn < 0.97 ? "section" : "county";
}

/** Mostly households; never a kind that needs a higher rank than the helper has. */
function drawKind(random: Random, rules: PairingRules, rank: Rank): SubjectKind {
  const allowed = SUBJECT_KINDS.filter((kind) => {
    const rule = rules.subjectKinds[kind];
    return rule !== undefined && isRankAtLeast(rank, rule.leadRankAtLeast);
  });
  return allowed.includes("poor-household") && random.happens(0.6) ? "poor-household" : random.pick(allowed);
}

import { AREA_LEVELS, areaAt, isDivisionCode, levelOf, type DivisionCode } from "@jiedui/domain";
import { useCallback } from "react";
import { ApiProblem } from "../api/problem";
import { api } from "../api/routes";
import { useSession } from "../session/session";
import { useWords } from "../wording/useWords";
import { Picker, type Choice } from "./Picker";

interface Field {
  id?: string;
  value?: string;
  onChange?: (value: string | undefined) => void;
  allowClear?: boolean;
  placeholder?: string;
  disabled?: boolean;
  "aria-label"?: string;
}
const SHOWN = 20;
const MOST_SIBLINGS = 200;

/** What lies outside the reader's scope, or is gone, has no name here. */
async function orNothing<Found>(finding: Promise<Found>): Promise<Found | undefined> {
  try {
    return await finding;
  } catch (error) {
    if (error instanceof ApiProblem && (error.status === 404 || error.status === 403)) return undefined;
    throw error;
  }
}

/** The area that lists this one among its own; undefined for a province. */
function parentOf(code: DivisionCode): DivisionCode | undefined {
  const level = AREA_LEVELS.indexOf(levelOf(code));
  const above = AREA_LEVELS[level - 1];
  return above === undefined || above === "country" ? undefined : areaAt(code, above);
}

/** Before anything is typed, the areas inside one's own are offered. */
export function AreaPicker(field: Field) {
  const { term } = useWords();
  const { areaCode } = useSession();
  const find = async (search: string, signal: AbortSignal): Promise<Choice[]> => {
    const parent = search === "" ? areaCode : undefined;
    const { items } = await api.areas({ search, parent, limit: SHOWN }, signal);
    return items.map(({ code, name, fullName, level }) => ({
      value: code,
      name,
      beside: fullName === name ? term("areaLevel", level) : fullName,
    }));
  };
  const known = async (code: string): Promise<Choice | undefined> => {
    if (!isDivisionCode(code)) return undefined;
    const { items } = await api.areas({ parent: parentOf(code), limit: MOST_SIBLINGS });
    const area = items.find((each) => each.code === code);
    return { value: code, name: area?.name ?? code, beside: area?.fullName ?? "" };
  };
  return <Picker {...field} of="areas" find={find} known={known} />;
}

export function OrganisationPicker(field: Field) {
  const find = async (search: string, signal: AbortSignal): Promise<Choice[]> => {
    const { items } = await api.organisations({ search, limit: SHOWN }, signal);
    return items.map(({ id, name, areaName }) => ({ value: id, name, beside: areaName }));
  };
  return <Picker {...field} of="organisations" find={find} />;
}

function useHelperChoices() {
  const { t, term } = useWords();
  const find = useCallback(
    async (search: string, signal: AbortSignal): Promise<Choice[]> => {
      const { items } = await api.helpers({ search, limit: SHOWN }, signal);
      return items.map(({ id, name, rank, unitName, openPairings, retiredOn }) => ({
        value: id,
        name,
        beside: [unitName, term("rank", rank), t("opening.openPairings", { count: openPairings })].join(
          " · ",
        ),
        disabled: retiredOn !== null,
      }));
    },
    [t, term],
  );
  const known = async (id: string): Promise<Choice | undefined> => {
    const helper = await orNothing(api.helper(id));
    return helper && { value: id, name: helper.name, beside: helper.unitName };
  };
  return { of: "helpers", find, known };
}

export function HelperPicker(field: Field) {
  return <Picker {...field} {...useHelperChoices()} />;
}

export function HelpersPicker(field: {
  id?: string;
  value?: string[];
  onChange?: (value: string[]) => void;
  disabled?: boolean;
}) {
  return <Picker {...field} {...useHelperChoices()} many />;
}

/** `unpaired`: only whom nobody is paired with; `uncovered`: only those of them whom nobody may be left without. */
export function SubjectPicker({
  unpaired,
  uncovered,
  ...field
}: Field & { unpaired?: boolean; uncovered?: boolean }) {
  const { term } = useWords();
  const find = async (search: string, signal: AbortSignal): Promise<Choice[]> => {
    const { items } = await api.subjects(
      {
        search,
        limit: SHOWN,
        unpaired: unpaired === true ? true : undefined,
        uncovered: uncovered === true ? true : undefined,
      },
      signal,
    );
    return items.map(({ id, name, kind, areaName }) => ({
      value: id,
      name,
      beside: `${areaName} · ${term("subjectKind", kind)}`,
    }));
  };
  const known = async (id: string): Promise<Choice | undefined> => {
    const subject = await orNothing(api.subject(id));
    return subject && { value: id, name: subject.name, beside: subject.areaName };
  };
  return (
    <Picker
      {...field}
      of={uncovered === true ? "subjects-uncovered" : unpaired === true ? "subjects-unpaired" : "subjects"}
      find={find}
      known={known}
    />
  );
}

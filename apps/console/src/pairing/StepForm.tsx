import type { ReactNode } from "react";
import { api, type PairingMovePath } from "../api/routes";
import type { MoveAnswer, Pairing } from "../api/types";
import type { MovePanel } from "../app/search";
import { CommandForm } from "../forms/CommandForm";
import { capital } from "../wording/capital";
import { useWords } from "../wording/useWords";

export interface MoveFormProps {
  pairing: Pairing;
  onDone: () => void;
}

interface Props<Values extends object, Body> extends MoveFormProps {
  move: MovePanel;
  initial?: Partial<Values>;
  bodyOf: (values: Values) => Body;
  danger?: boolean;
  disabled?: boolean;
  children: ReactNode | ((values: Partial<Values>) => ReactNode);
}

/** The form of a move that is named after it: its button says what the move is called. */
export function StepForm<Values extends object, Body>({
  pairing: { caseId },
  move,
  ...form
}: Props<Values, Body>) {
  const { term } = useWords();
  const path = kebabOf(move);
  return (
    <CommandForm<Values, Body, MoveAnswer>
      {...form}
      name={`${path}:${caseId}`}
      verb={capital(term("move", move))}
      send={api.move<Body>(caseId, path)}
    />
  );
}

function kebabOf(move: MovePanel): PairingMovePath {
  return move.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`) as PairingMovePath;
}

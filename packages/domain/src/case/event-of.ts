import type { CaseEvent } from "./case-kind";

/** An event of that type, in the first version of its shape. */
export interface Of<Type extends string> extends CaseEvent {
  readonly type: Type;
  readonly v: 1;
}

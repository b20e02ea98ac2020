import type { RegisterSearch } from "../app/search";

/** What each book of the register is given: what is looked for, and how to look for something else. */
export interface BookProps {
  search: RegisterSearch;
  onChange: (changed: Partial<RegisterSearch>) => void;
}

/** What each tab of the accounts page is given: whether its form is open, and how to open it. */
export interface AccountsTabProps {
  add: boolean;
  onAdd: (add: boolean) => void;
}

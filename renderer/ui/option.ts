/** One choice in a Select or a ComboBox. */
export interface Option<Id extends string = string> {
  readonly id: Id;
  readonly label: string;
  /** Second line in the list. */
  readonly detail?: string | undefined;
  /** Why it cannot be chosen now; greyed, and the sentence takes the place of the detail. */
  readonly unavailable?: string | undefined;
}

/** What the rows of a timeline can be filtered by. */
export const rowKinds = [
  'milestone',
  'alert',
  'observation',
  'hypothesis',
  'task',
  'decision',
  'update',
  'communication',
  'impact',
  'severity',
  'role',
  'checklist',
  'fact',
  'note',
  'todo',
  'review',
  'correction',
  'system',
  'unknown',
] as const;
export type RowKind = (typeof rowKinds)[number];

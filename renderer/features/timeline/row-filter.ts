import type { IncidentState } from '../../../shared/incident/incident-state.ts';
import type { RowKind } from '../../../shared/incident/row-kind.ts';
import type { TimelineRow } from '../../../shared/incident/timeline-row.ts';
import type { Author } from '../../../shared/record/commit.ts';

export const rowFilters = [
  { id: 'all', label: 'All' },
  { id: 'key', label: 'Key' },
  { id: 'decisions', label: 'Decisions' },
  { id: 'mine', label: 'Mine' },
] as const;
export type RowFilter = (typeof rowFilters)[number]['id'];

/** Kinds by the word that people use for several of them. */
export const kindWords: Readonly<Record<RowKind, string>> = {
  milestone: 'Milestones',
  alert: 'Alerts',
  observation: 'Observed',
  hypothesis: 'Hypotheses',
  task: 'Tasks',
  decision: 'Decisions',
  update: 'Updates',
  communication: 'Sent',
  impact: 'Impact',
  severity: 'Severity',
  role: 'Roles',
  checklist: 'Checklists',
  fact: 'Facts',
  note: 'Notes',
  todo: 'To-dos',
  review: 'Review',
  correction: 'Corrections',
  system: 'System',
  unknown: 'Unknown',
};

interface RowChoice {
  readonly filter: RowFilter;
  readonly kind: RowKind | undefined;
  /** Who types here: mine is what this person recorded, whoever did it. */
  readonly me: Author;
}

/** The rows that are shown; the very same array when nothing is filtered. */
export const filterRows = (
  rows: readonly TimelineRow[],
  { filter, kind, me }: RowChoice,
  { logById }: Pick<IncidentState, 'logById'>,
): readonly TimelineRow[] => {
  if (filter === 'all' && kind === undefined) return rows;
  return rows.filter((row) => {
    if (kind !== undefined && row.kind !== kind) return false;
    if (filter === 'key') return row.key;
    if (filter === 'decisions') return row.kind === 'decision';
    return filter === 'all' || isBy(logById.get(row.id)?.by, me);
  });
};

/** By name where there is one, since a person may type on two devices; else by device. */
const isBy = (by: Author | undefined, me: Author): boolean =>
  me.person === '' ? by?.person === '' && by.device === me.device : by?.person === me.person;

/** How many rows of each kind there are, most first. */
export const countKinds = (rows: readonly TimelineRow[]): readonly { readonly kind: RowKind; readonly n: number }[] => {
  const counts = new Map<RowKind, number>();
  for (const { kind } of rows) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].map(([kind, n]) => ({ kind, n })).sort((a, b) => b.n - a.n);
};

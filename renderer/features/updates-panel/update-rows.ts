import { formatDuration } from '../../../shared/kernel/duration.ts';
import { elapsedMs, type Instant } from '../../../shared/kernel/instant.ts';
import { formatDueClock } from '../../../shared/kernel/zone.ts';
import { currentSeverity } from '../../../shared/lifecycle/severity.ts';
import type { AudienceId } from '../../../shared/playbook/playbook.ts';
import { cadenceOf } from '../../../shared/updates/cadence.ts';
import { type Due, dueTimes } from '../../../shared/updates/due.ts';
import { regulatorRows } from '../../../shared/updates/regulator-due.ts';
import type { CadenceInput } from '../../../shared/updates/updates-input.ts';
import { audienceClocks } from '../../../shared/updates/urgency.ts';

/** One audience and how its clock stands, in shape and words. */
export interface UpdateRow {
  readonly audience: string;
  readonly name: string;
  readonly kind: 'running' | 'soon' | 'over' | 'escalated' | 'waiting' | 'done';
  /** The running figure; absent where there is none. */
  readonly figure?: string;
  readonly words: string;
  /** "promised 10:30 · sent 10:13" */
  readonly detail: string;
  /** When it is due. */
  readonly at?: Instant;
}

/** A row an audience in the order of the playbook; those that are due or late come first. */
export const updateRows = (input: CadenceInput, now: Instant, zone: string): readonly UpdateRow[] => {
  const rows = dueTimes(input, now).map(({ audience, due }): UpdateRow => {
    const name = input.playbook.audiences.find(({ id }) => id === audience)?.name ?? audience;
    if (audience === 'regulator') return regulatorRow(input, name, now, zone);
    return { audience, name, ...clockWords(due, now), detail: detailOf(input, { audience, due }, now, zone) };
  });
  const order = audienceClocks(input, now).map(({ audience }) => audience);
  const rank = ({ audience }: UpdateRow) => (order.includes(audience) ? order.indexOf(audience) : order.length);
  return rows.toSorted((a, b) => rank(a) - rank(b));
};

/** What the folded panel says of all its rows, in the words of the rows: "1 overdue, 1 due now"; empty while on time. */
export const lateWords = (rows: readonly UpdateRow[]): string => {
  const count = (words: string) => rows.filter((row) => isLate(row) && row.words === words).length;
  return [overdueWords, dueWords].flatMap((words) => (count(words) > 0 ? [`${count(words)} ${words}`] : [])).join(', ');
};

const isLate = ({ kind }: UpdateRow): boolean => kind === 'over' || kind === 'escalated';
const overdueWords = 'overdue';
const dueWords = 'due now';

const clockWords = (due: Due, now: Instant): Pick<UpdateRow, 'kind' | 'figure' | 'words' | 'at'> => {
  if (due.kind === 'no-clock') return { kind: due.why === 'ended' ? 'done' : 'waiting', words: noClockWords[due.why] };
  const figure = formatDuration(Math.abs(elapsedMs(due.at, now)));
  switch (due.state) {
    case 'ok':
      return { kind: 'running', figure, words: '', at: due.at };
    case 'soon':
      return { kind: 'soon', figure, words: '', at: due.at };
    case 'due':
      return { kind: 'over', words: dueWords, at: due.at };
    case 'overdue':
      return { kind: due.level >= 2 ? 'escalated' : 'over', figure, words: overdueWords, at: due.at };
  }
};

const noClockWords = {
  ended: 'ended',
  'on-change': 'on change',
  'not-visible': 'once users see it',
  none: 'no clock',
} as const;

const detailOf = (
  input: CadenceInput,
  { audience, due }: { readonly audience: string; readonly due: Due },
  now: Instant,
  zone: string,
): string => {
  const last = [...input.updates.sent.values()].findLast(({ event }) => event.audience === audience)?.event.occurredAt;
  const cadence = cadenceOf(input.playbook, currentSeverity(input.lifecycle)?.severity, audience);
  const when =
    due.kind === 'clock' ? `${due.promised ? 'promised' : 'due'} ${formatDueClock(due.at, zone, now)}` : undefined;
  const sent = last ? `sent ${formatDueClock(last, zone, now)}` : 'nothing sent';
  const every = cadence.kind === 'interval' && due.kind === 'clock' ? `every ${cadence.everyMinutes}m` : undefined;
  // What was sent matters most where the clock ran out or stopped; before that, the rhythm does.
  const isRunOut = due.kind === 'clock' && (due.state === 'due' || due.state === 'overdue');
  const escalated = due.kind === 'clock' && due.level >= 2 ? 'Deputy too' : undefined;
  return [escalated, when, isRunOut || !every || !last ? sent : every].filter(Boolean).join(' · ');
};

const regulatorRow = (input: CadenceInput, name: string, now: Instant, zone: string): UpdateRow => {
  const audience: AudienceId = 'regulator';
  const rows = regulatorRows(input, now);
  const running = rows.flatMap(({ preset, due }) => (due.kind === 'clock' ? [{ preset, due }] : []));
  const [first] = running.toSorted((a, b) => a.due.leftMs - b.due.leftMs);
  if (!first) {
    const words = rows.length === 0 ? 'no clock switched on' : 'no trigger recorded';
    return { audience, name, kind: 'waiting', words, detail: '' };
  }
  const { preset, due } = first;
  const isLate = due.state === 'due' || due.state === 'overdue';
  return {
    audience,
    name,
    kind: isLate ? 'over' : due.state === 'soon' ? 'soon' : 'running',
    figure: formatDuration(Math.abs(due.leftMs)),
    words: isLate ? overdueWords : '',
    detail: `${preset.name}, ${formatDueClock(due.at, zone, now)}`,
    at: due.at,
  };
};

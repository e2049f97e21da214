import type { IncidentSummary } from '../../../shared/incident/summary.ts';
import { formatDuration } from '../../../shared/kernel/duration.ts';
import { elapsedMs, type Instant } from '../../../shared/kernel/instant.ts';
import { countOf } from '../../../shared/kernel/words.ts';
import { listIncidents, startOf } from './list-incidents.ts';

export interface LibraryHeadline {
  readonly kind: 'running' | 'soon' | 'waiting';
  readonly what: string;
  readonly why: string;
  /** Where to go on: the newest that runs, else the newest whose follow-up is open; an exercise after what is real. */
  readonly goOn?: { readonly incident: IncidentSummary; readonly screen: 'console' | 'review' };
}

/** The one thing to do in the library at `now`; without a list nothing is claimed. */
export const libraryHeadline = (incidents: readonly IncidentSummary[] | undefined, now: Instant): LibraryHeadline => {
  if (!incidents)
    return { kind: 'waiting', what: 'Not known yet what is running', why: 'The library is not read yet.' };
  const [running, ...others] = realFirst(listIncidents(incidents, 'open', ''));
  if (running)
    return {
      kind: 'running',
      what: `${nameOf(running)} ${runningWords(startOf(running), now)}`,
      why: [
        running.commander ? `${running.commander} has command.` : 'Nobody has command.',
        ...(others.length > 0 ? [`Also running: ${countWords(others)}.`] : []),
      ].join(' '),
      goOn: { incident: running, screen: 'console' },
    };
  const [restored, ...more] = realFirst(listIncidents(incidents, 'in-review', ''));
  if (restored)
    return {
      kind: 'soon',
      what: `${nameOf(restored)} is restored; ${followUpWords[restored.reviewStatus]}`,
      why: [
        'Nothing is running.',
        ...(more.length > 0 ? [`Also with an open follow-up: ${countWords(more)}.`] : []),
      ].join(' '),
      goOn: { incident: restored, screen: 'review' },
    };
  const [last] = listIncidents(incidents, 'all', '');
  return {
    kind: 'waiting',
    what: 'Nothing is running',
    why: last
      ? `Last incident ${last.key ?? shorten(last.title)}, ${agoWords(startOf(last), now)}.`
      : 'No incident was declared yet.',
  };
};

/** However new an exercise is: nobody may take it for the one thing to do while users are harmed. */
const realFirst = (incidents: readonly IncidentSummary[]): readonly IncidentSummary[] =>
  incidents.toSorted((a, b) => Number(a.drill) - Number(b.drill));

const nameOf = ({ drill, title }: IncidentSummary): string =>
  drill ? `The exercise “${shorten(title)}”` : shorten(title);

/** The bar keeps its height, and the figure behind the name stays in sight; the list has the whole title. */
const shorten = (title: string): string => (title.length > 90 ? `${title.slice(0, 89).trimEnd()}…` : title);

// A clock that was set back, or another device's that is ahead: no duration is known then.
const runningWords = (start: Instant, now: Instant): string =>
  start > now
    ? `is running; ${aheadWords(start, now)}`
    : `has been running for ${formatDuration(elapsedMs(start, now))}`;
const agoWords = (start: Instant, now: Instant): string =>
  start > now ? aheadWords(start, now) : `${formatDuration(elapsedMs(start, now))} ago`;
const aheadWords = (start: Instant, now: Instant): string =>
  `its start is ${formatDuration(elapsedMs(now, start))} ahead of this clock`;

const countWords = (incidents: readonly IncidentSummary[]): string => {
  const exercises = incidents.filter(({ drill }) => drill).length;
  const counted = (n: number, noun: string) => (n === 0 ? [] : [countOf(n, noun)]);
  return [...counted(incidents.length - exercises, 'incident'), ...counted(exercises, 'exercise')].join(', ');
};

const followUpWords: Readonly<Record<IncidentSummary['reviewStatus'], string>> = {
  draft: 'its review is not written',
  'in-review': 'its review is being read',
  reviewed: 'it is not closed out',
  closed: 'it is not closed out',
};

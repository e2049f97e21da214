import type { IncidentSummary } from '../../../shared/incident/summary.ts';
import { formatDuration } from '../../../shared/kernel/duration.ts';
import { elapsedMs, type Instant } from '../../../shared/kernel/instant.ts';
import { listIncidents, startOf } from './list-incidents.ts';

export interface LibraryHeadline {
  readonly kind: 'running' | 'soon' | 'waiting';
  readonly what: string;
  readonly why: string;
  /** Where to go on: the newest incident that runs, else the newest whose follow-up is open. */
  readonly goOn?: { readonly incident: IncidentSummary; readonly screen: 'console' | 'review' };
}

/** The one thing to do in the library at `now`; without a list nothing is claimed. */
export const libraryHeadline = (incidents: readonly IncidentSummary[] | undefined, now: Instant): LibraryHeadline => {
  if (!incidents)
    return { kind: 'waiting', what: 'Not known yet what is running', why: 'The library is not read yet.' };
  const [running, ...others] = listIncidents(incidents, 'open', '');
  if (running)
    return {
      kind: 'running',
      what: `${running.title} is running for ${formatDuration(elapsedMs(startOf(running), now))}`,
      why: [
        running.commander ? `${running.commander} has command.` : 'Nobody has command.',
        ...(others.length > 0 ? [`${others.length} more running.`] : []),
      ].join(' '),
      goOn: { incident: running, screen: 'console' },
    };
  const [restored, ...more] = listIncidents(incidents, 'in-review', '');
  if (restored)
    return {
      kind: 'soon',
      what: `${restored.title} is restored; ${followUpWords[restored.reviewStatus]}`,
      why: ['Nothing is running.', ...(more.length > 0 ? [`${more.length} more with an open follow-up.`] : [])].join(
        ' ',
      ),
      goOn: { incident: restored, screen: 'review' },
    };
  const [last] = listIncidents(incidents, 'all', '');
  return {
    kind: 'waiting',
    what: 'Nothing is running',
    why: last
      ? `Last incident ${last.key ?? last.title}, ${formatDuration(elapsedMs(startOf(last), now))} ago.`
      : 'No incident was declared yet.',
  };
};

const followUpWords: Readonly<Record<IncidentSummary['reviewStatus'], string>> = {
  draft: 'its review is not written',
  'in-review': 'its review is being read',
  reviewed: 'it is not closed out',
  closed: 'it is not closed out',
};

import type { RootContent } from 'mdast';
import { formatDuration } from '../kernel/duration.ts';
import { elapsedMs } from '../kernel/instant.ts';
import { currentClaim } from '../lifecycle/current-claim.ts';
import { impactScope, worstImpact } from '../lifecycle/current-impact.ts';
import type { IncidentStatus } from '../lifecycle/lifecycle.ts';
import { currentSeverity, peakSeverity } from '../lifecycle/severity.ts';
import { roleHolders } from '../roles/role-holders.ts';
import { type Inline, monospace, paragraph, strong, table, text } from './mdast-nodes.ts';
import { commentBlocks, type PirContext, writtenBlocks } from './pir-context.ts';
import { incidentName, reviewStatusWords } from './review-words.ts';

// "Resolved" is the public word for restored service; inside, the end of the follow-up has a word of its own.
const incidentStatusWords: Readonly<Record<IncidentStatus, string>> = {
  open: 'Open',
  restored: 'Restored, follow-up open',
  resolved: 'Closed out',
  'false-alarm': 'False alarm',
  merged: 'Merged into another incident',
  cancelled: 'Cancelled',
};

export const headerSection = (context: PirContext): readonly RootContent[] => {
  const { source, words } = context;
  const { lifecycle, roles, review, playbook } = source;
  const severity = currentSeverity(lifecycle)?.severity;
  const peak = peakSeverity(lifecycle, playbook.severities);
  const people = roleHolders(roles, playbook)
    .filter(({ how }) => how === 'held')
    .map(({ name, person }) => `${name}: ${person}`);
  const rows: (readonly [string, Inline])[] = [
    ['Incident', incidentName(source)],
    ['Id', [monospace(source.id)]],
    ['Title', lifecycle.title],
    ...(lifecycle.drill
      ? [['Drill', [strong('EXERCISE'), text(': nothing here happened to real users')]] as const]
      : []),
    ['Services', lifecycle.services.join(', ') || 'none named'],
    ['Severity', severity ? (peak && peak !== severity ? `${severity}, at its peak ${peak}` : severity) : 'never set'],
    ['Incident status', incidentStatusWords[lifecycle.status]],
    ['Roles at the end', people.join('; ') || 'none filled'],
    ...dateRows(context),
    ['Review status', reviewStatusWords[review.status]],
    ['Review meeting', review.meetingDate ?? 'no date yet'],
    ['Review owner', review.owner ?? 'not named'],
    ['Times', `${words.zoneName} (${source.zone})`],
    ['Made', words.moment(source.now)],
    ['Record', [text('journal head '), monospace(source.head || 'none')]],
  ];
  return [table(['What', 'Value'], rows), ...commentBlocks(context, 'header')];
};

const dateNames = { failure: 'Began', detected: 'Detected', recovered: 'Restored', resolved: 'Closed out' } as const;

const dateRows = ({ source, words }: PirContext): (readonly [string, string])[] => {
  const { declared } = source.lifecycle;
  const dates = (['failure', 'detected', 'recovered', 'resolved'] as const).flatMap((milestone) => {
    const claim = currentClaim(source.lifecycle, milestone);
    return claim
      ? [[dateNames[milestone], `${claim.estimated ? 'about ' : ''}${words.moment(claim.at)}`] as const]
      : [];
  });
  return [...(declared ? [['Declared', words.moment(declared.occurredAt)] as const] : []), ...dates];
};

export const summarySection = (context: PirContext): readonly RootContent[] => [
  paragraph(offeredSentence(context)),
  ...writtenBlocks(context, 'summary'),
];

/** Start, length and severity as far as they are known: what a writer would otherwise have to look up. */
export const offeredSentence = ({ source, words, start }: PirContext): string => {
  const { lifecycle, playbook } = source;
  const severity = peakSeverity(lifecycle, playbook.severities);
  const services = lifecycle.services.join(', ');
  const recovered = currentClaim(lifecycle, 'recovered')?.at;
  const began = currentClaim(lifecycle, 'failure');
  const about = began && !began.estimated ? '' : 'about ';
  const what = `${severity ? `A ${severity} incident` : 'An incident without a severity'}${services ? ` on ${services}` : ''}`;
  const length = recovered
    ? ` to ${words.clock(recovered)} ${words.zoneName}, ${formatDuration(Math.max(0, elapsedMs(start, recovered)))}`
    : ` ${words.zoneName}; not restored yet`;
  const scope = worstImpact(lifecycle)?.scope ?? impactScope(lifecycle);
  return `${what}: from ${about}${words.moment(start)}${length}.${scope ? ` Reach: ${scope}.` : ''}`;
};

export const outsideSection = (context: PirContext): readonly RootContent[] => {
  const { source, words, start } = context;
  const recovered = currentClaim(source.lifecycle, 'recovered')?.at;
  const names = source.lifecycle.services.flatMap(
    (id) => source.playbook.services.find((service) => service.id === id || service.name === id)?.publicName ?? [],
  );
  const facts = [
    `Date: ${words.date(start)}`,
    recovered ? `Duration: ${formatDuration(Math.max(0, elapsedMs(start, recovered)))}` : 'Duration: not restored yet',
    `Components: ${names.join(', ') || 'one of our services'}`,
  ];
  return [paragraph(`${facts.join('. ')}.`), ...writtenBlocks(context, 'outside-summary')];
};

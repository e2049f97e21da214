import type { IncidentSummary } from '../../shared/incident/summary.ts';
import { projectRows, type TimelineRow } from '../../shared/incident/timeline-row.ts';
import { phaseWords } from '../../shared/incident/words.ts';
import { formatDuration } from '../../shared/kernel/duration.ts';
import { elapsedMs, type Instant } from '../../shared/kernel/instant.ts';
import { ok } from '../../shared/kernel/result.ts';
import { formatClock, formatDate, zoneName } from '../../shared/kernel/zone.ts';
import { impactLevel } from '../../shared/lifecycle/current-impact.ts';
import { milestoneWords } from '../../shared/lifecycle/lifecycle.ts';
import { roleHolders } from '../../shared/roles/role-holders.ts';
import { dueTimes } from '../../shared/updates/due.ts';
import { type CommandDefinition, jsonOption } from './command-definition.ts';
import { dueWords } from './due-command.ts';
import { wrongUsage } from './failure.ts';
import { findIncident, nameOf, type ReadIncident, readIncident } from './find-incident.ts';
import { type MergedInto, mergedInto } from './merged-into.ts';
import { withSession } from './open-session.ts';
import { sayData } from './say-json.ts';
import { showData } from './show-data.ts';
import { textTable } from './text-table.ts';

export const showCommand: CommandDefinition = {
  name: 'show',
  form: 'ID [--json]',
  summary: 'Everything about one incident: state, people, clocks, timeline',
  details: [],
  options: jsonOption,
  run: async (given, world) => {
    const [wanted, ...more] = given.words;
    if (wanted === undefined || more.length > 0) return wrongUsage('Name one incident: holdfast show ID');
    return withSession(given, world, 'must-exist', async (session) => {
      const found = await findIncident(session, wanted);
      if (!found.ok) return found;
      const read = readIncident(session, world, found.value.id);
      if (!read.ok) return read;
      const now = session.now();
      const merged = mergedInto(found.value, read.value, await session.library.list());
      sayData(
        given,
        world,
        () => showData(found.value, read.value, now, merged),
        () => inWords(found.value, read.value, { now, zone: session.zone, merged }),
      );
      return ok(null);
    });
  },
};

interface Shown {
  readonly now: Instant;
  readonly zone: string;
  readonly merged: MergedInto | undefined;
}

const inWords = (summary: IncidentSummary, read: ReadIncident, { now, zone, merged }: Shown): string => {
  const { state, playbook } = read;
  const dues = dueTimes({ ...state, playbook }, now).filter(({ due }) => due.kind === 'clock');
  return [
    `${summary.drill ? 'EXERCISE ' : ''}${nameOf(summary)} ${summary.title}`,
    '',
    textTable(['What', 'Now'], [...headRows(summary, read, now, zone), ...mergedRows(merged)]),
    '',
    peopleTable(read),
    ...(dues.length === 0
      ? []
      : [
          '',
          textTable(
            ['Audience', 'Next update', 'State'],
            dues.map(({ audience, due }) => [audience, ...dueWords(due, zone)]),
          ),
        ]),
    '',
    timelineTable(projectRows(state, playbook), summary.declaredAt, zone),
  ].join('\n');
};

const headRows = (summary: IncidentSummary, { state }: ReadIncident, now: Instant, zone: string) => {
  const running = summary.status === 'open' ? `, for ${formatDuration(elapsedMs(summary.declaredAt, now))}` : '';
  const peak =
    summary.peakSeverity && summary.peakSeverity !== summary.severity ? `, at its peak ${summary.peakSeverity}` : '';
  return [
    ['Id', summary.id],
    ['Status', `${summary.status}, ${phaseWords[summary.phase]}${running}`],
    ['Public status', summary.publicStatus],
    ['Severity', `${summary.severity ?? 'not set'}${peak}`],
    ['Impact', impactLevel(state.lifecycle) ?? 'not assessed'],
    ['Services', summary.services.join(', ') || 'none named'],
    [
      'Declared',
      `${formatDate(summary.declaredAt, zone)} ${formatClock(summary.declaredAt, zone)} ${zoneName(now, zone)}`,
    ],
  ];
};

const mergedRows = (merged: MergedInto | undefined): readonly (readonly string[])[] =>
  merged === undefined
    ? []
    : [
        ['Merged into', merged.into],
        ...merged.offers.map(({ milestone, at }) => [`Offers ${milestoneWords[milestone]}`, at]),
      ];

const peopleTable = ({ state, playbook }: ReadIncident): string =>
  textTable(
    ['Role', 'Who'],
    roleHolders(state.roles, playbook).map(({ name, how, person, via }) => [
      name,
      how === 'fallback' ? `${person} (holds ${via})` : (person ?? 'open'),
    ]),
  );

const timelineTable = (rows: readonly TimelineRow[], declaredAt: Instant, zone: string): string => {
  const firstDay = formatDate(declaredAt, zone);
  return textTable(
    ['At', 'Entry', 'Kind', 'What'],
    rows.map((row) => {
      const day = formatDate(row.at, zone);
      return [
        `${day === firstDay ? '' : `${day} `}${formatClock(row.at, zone, true)}`,
        row.name ?? '',
        row.word,
        `${row.withdrawn ? '(withdrawn) ' : ''}${row.redacted ? '(redacted)' : row.text}${clockWords(row, zone)}`,
      ];
    }),
  );
};

/** What is known of the clock that the times of a row were read from. */
const clockWords = ({ corrected, clock }: TimelineRow, zone: string): string => {
  const at = corrected?.at ?? corrected?.recordedAt;
  const remarks = [
    ...(at === undefined ? [] : [`${corrected?.at ? '' : 'recorded '}corrected ${formatClock(at, zone, true)}`]),
    ...clock,
  ];
  return remarks.length === 0 ? '' : ` (${remarks.join('; ')})`;
};

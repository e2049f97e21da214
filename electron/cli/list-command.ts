import type { IncidentSummary } from '../../shared/incident/summary.ts';
import { ok } from '../../shared/kernel/result.ts';
import { formatClock, formatDate } from '../../shared/kernel/zone.ts';
import { type CommandDefinition, jsonOption } from './command-definition.ts';
import { nameOf } from './find-incident.ts';
import { withSession } from './open-session.ts';
import { sayData } from './say-json.ts';
import { textTable } from './text-table.ts';

export const listCommand: CommandDefinition = {
  name: 'list',
  form: '[--json]',
  summary: 'List the incidents of the library',
  details: [],
  options: jsonOption,
  run: (given, world) =>
    withSession(given, world, 'must-exist', async ({ library, zone }) => {
      const all = await library.list();
      sayData(
        given,
        world,
        () => all.map(summaryData),
        () => (all.length === 0 ? 'No incidents yet.' : incidentTable(all, zone)),
      );
      return ok(null);
    }),
};

/** What a list needs of one incident; every key is always there. */
export const summaryData = (summary: IncidentSummary) => ({
  id: summary.id,
  name: nameOf(summary),
  key: summary.key ?? null,
  title: summary.title,
  drill: summary.drill,
  status: summary.status,
  phase: summary.phase,
  publicStatus: summary.publicStatus,
  severity: summary.severity ?? null,
  peakSeverity: summary.peakSeverity ?? null,
  services: summary.services,
  commander: summary.commander ?? null,
  declaredAt: summary.declaredAt,
  recordedAt: summary.recordedAt,
  reviewStatus: summary.reviewStatus,
  openActions: summary.openActions.length,
  events: summary.events,
});

const incidentTable = (all: readonly IncidentSummary[], zone: string): string =>
  textTable(
    ['Name', 'Declared', 'Severity', 'Status', 'Title'],
    all.map((each) => [
      nameOf(each),
      `${formatDate(each.declaredAt, zone)} ${formatClock(each.declaredAt, zone)}`,
      each.severity ?? '',
      each.status,
      each.drill ? `EXERCISE ${each.title}` : each.title,
    ]),
  );

import { formatDuration } from '../../shared/kernel/duration.ts';
import { ok } from '../../shared/kernel/result.ts';
import type { MetricResult } from '../../shared/lifecycle/metric-result.ts';
import { type MetricRow, reviewMetrics } from '../../shared/review/review-metrics.ts';
import { metricData } from '../../shared/review/to-json.ts';
import { type Arguments, type CommandDefinition, jsonOption } from './command-definition.ts';
import type { CommandLineWorld } from './command-line-world.ts';
import { type Outcome, wrongUsage } from './failure.ts';
import { findIncident, nameOf, readIncident } from './find-incident.ts';
import { metricsOverMany } from './metrics-over-many.ts';
import { type Session, withSession } from './open-session.ts';
import { sayData } from './say-json.ts';
import { shorten, textTable } from './text-table.ts';

export const metricsCommand: CommandDefinition = {
  name: 'metrics',
  form: '[ID] [--json]',
  summary: 'The figures of one incident, or of many',
  details: [
    'Without ID over all that count (no drills, nothing merged or cancelled):',
    '  --service NAME   only this service',
    '  --severity SEV2  only this severity',
    '  --from MOMENT    by the moment of failure, from here on',
    '  --to MOMENT      up to, not including, this moment',
  ],
  options: {
    service: { type: 'string' },
    severity: { type: 'string' },
    from: { type: 'string' },
    to: { type: 'string' },
    ...jsonOption,
  },
  run: async (given, world) => {
    const [wanted, ...more] = given.words;
    if (more.length > 0) return wrongUsage('The figures of one incident at a time: holdfast metrics ID');
    if (wanted === undefined)
      return withSession(given, world, 'must-exist', (session) => metricsOverMany(given, world, session));
    const selection = ['service', 'severity', 'from', 'to'].find((option) => given.text(option) !== undefined);
    if (selection) return wrongUsage(`--${selection} chooses among many incidents; leave out the id.`);
    return withSession(given, world, 'must-exist', (session) => metricsOfOne(given, world, session, wanted));
  },
};

const metricsOfOne = async (
  given: Arguments,
  world: CommandLineWorld,
  session: Session,
  wanted: string,
): Promise<Outcome> => {
  const found = await findIncident(session, wanted);
  if (!found.ok) return found;
  const { id } = found.value;
  const read = readIncident(session, world, id);
  if (!read.ok) return read;
  const now = session.now();
  const rows = reviewMetrics({ id, now, lifecycle: read.value.state.lifecycle, playbook: read.value.playbook });
  sayData(
    given,
    world,
    () => ({ id, now, metrics: Object.fromEntries(rows.map((row) => [row.id, metricData(row)])) }),
    () => [`${nameOf(found.value)} ${found.value.title}, at ${now}`, '', metricTable(rows)].join('\n'),
  );
  return ok(null);
};

const metricTable = (rows: readonly MetricRow[]): string =>
  textTable(
    ['Figure', 'Value', 'Measured'],
    rows.map(({ name, result, from, to }) => [name, shorten(resultWords(result), 32), `${from} to ${to}`]),
  );

/** A figure in words, with its flags; why there is none where there is none. */
const resultWords = (result: MetricResult): string => {
  switch (result.kind) {
    case 'value':
      return [formatDuration(result.ms), ...result.flags].join(', ');
    case 'running':
      return [`${formatDuration(result.ms)} running`, ...result.flags].join(', ');
    case 'missing':
      return `missing: ${result.needs.join(', ')}`;
    case 'na':
      return `does not apply: ${result.why}`;
    case 'invalid':
      return `invalid: ${result.why}`;
  }
};

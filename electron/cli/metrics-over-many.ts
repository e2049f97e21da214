import { formatDuration, isoDuration } from '../../shared/kernel/duration.ts';
import type { Instant } from '../../shared/kernel/instant.ts';
import { ok } from '../../shared/kernel/result.ts';
import { type Aggregate, aggregate, aggregateWords } from '../../shared/lifecycle/aggregate.ts';
import { detectionQuality, type Selection, selectRecords } from '../../shared/lifecycle/counted.ts';
import { metricIds, metricWords } from '../../shared/lifecycle/metric-definitions.ts';
import type { MetricRecord } from '../../shared/lifecycle/metric-record.ts';
import type { MetricResult } from '../../shared/lifecycle/metric-result.ts';
import { metric } from '../../shared/lifecycle/metrics.ts';
import { type Gap, type Series, series } from '../../shared/lifecycle/series.ts';
import { resultData } from '../../shared/review/to-json.ts';
import type { Arguments } from './command-definition.ts';
import type { CommandLineWorld } from './command-line-world.ts';
import type { Outcome } from './failure.ts';
import type { Session } from './open-session.ts';
import { readInstant } from './read-instant.ts';
import { sayData } from './say-json.ts';
import { textTable } from './text-table.ts';

/** Figures over the counted incidents of a selection, and per service what lies between its failures. */
export const metricsOverMany = async (
  given: Arguments,
  world: CommandLineWorld,
  { library, now: readNow }: Session,
): Promise<Outcome> => {
  const selection = readSelection(given);
  if (!selection.ok) return selection;
  const now = readNow();
  const all = (await library.list()).map(({ metrics }) => metrics);
  const chosen = selectRecords(all, selection.value);
  const { resolveClock } = library.playbook().playbook.settings;
  const figures = metricIds.map(
    (id) => [id, aggregate(chosen.map((record) => metric(record, id, now, resolveClock)))] as const,
  );
  const runs = servicesOf(chosen, selection.value.service).map(
    (service) => [service, chosenSeries(all, chosen, service, now)] as const,
  );
  sayData(
    given,
    world,
    () => ({
      now,
      n: chosen.length,
      aggregate: Object.fromEntries(figures.map(([id, figure]) => [id, aggregateData(figure)])),
      series: Object.fromEntries(runs.map(([service, run]) => [service, seriesData(run)])),
      detection: detectionQuality(chosen),
    }),
    () => manyInWords(chosen.length, figures, runs),
  );
  return ok(null);
};

const readSelection = (given: Arguments): Outcome<Selection> => {
  const from = readInstant(given, 'from');
  if (!from.ok) return from;
  const to = readInstant(given, 'to');
  if (!to.ok) return to;
  const [service, severity] = [given.text('service'), given.text('severity')];
  return ok({
    ...(service === undefined ? {} : { service }),
    ...(severity === undefined ? {} : { severity }),
    ...(from.value === undefined ? {} : { from: from.value }),
    ...(to.value === undefined ? {} : { to: to.value }),
  });
};

const servicesOf = (chosen: readonly MetricRecord[], only: string | undefined): readonly string[] =>
  only === undefined ? [...new Set(chosen.flatMap(({ services }) => services))].sort() : [only];

// From all failures of the service, then cut to the selection: the first failure of a period has one before it too.
const chosenSeries = (
  all: readonly MetricRecord[],
  chosen: readonly MetricRecord[],
  service: string,
  now: Instant,
): Series => {
  const ids = new Set(chosen.map(({ id }) => id));
  const isChosen = ({ incident }: Gap) => ids.has(incident);
  const whole = series(all, service, now);
  return {
    failures: series(chosen, service, now).failures,
    tbf: whole.tbf.filter(isChosen),
    ttf: whole.ttf.filter(isChosen),
    openRun: whole.openRun,
  };
};

const spans = ['longestRunning', 'mean', 'median', 'p90', 'min', 'max', 'kmMedian'] as const;

const aggregateData = (figure: Aggregate) => ({
  ...figure,
  iso: Object.fromEntries(
    spans.map((span) => {
      const value = figure[span];
      return [span, typeof value === 'number' ? isoDuration(value) : value];
    }),
  ),
});

const seriesData = ({ failures, tbf, ttf, openRun }: Series) => ({
  failures,
  tbf: tbf.map(gapData),
  ttf: ttf.map(gapData),
  openRun: resultData(openRun),
  meanTbf: aggregateData(aggregate(tbf.map(({ result }) => result))),
  meanTtf: aggregateData(aggregate(withOpenRun(ttf, openRun))),
});

/** The present run without failure counts as "at least this long": leaving it out makes failures look more frequent. */
const withOpenRun = (ttf: readonly Gap[], openRun: MetricResult): readonly MetricResult[] => [
  ...ttf.map(({ result }) => result),
  ...(openRun.kind === 'running' ? [openRun] : []),
];

const gapData = ({ incident, previous, result }: Gap) => ({ incident, previous, ...resultData(result) });

const headings = ['Figure', 'Mean', 'Median', 'Over'];

const manyInWords = (
  n: number,
  figures: readonly (readonly [(typeof metricIds)[number], Aggregate])[],
  runs: readonly (readonly [string, Series])[],
): string => {
  const perService = runs.map(([service, { tbf, ttf, openRun }]) => [
    `Service ${service}`,
    textTable(headings, [
      figureRow('Time Between Failures', aggregate(tbf.map(({ result }) => result))),
      figureRow('Time to Fail', aggregate(withOpenRun(ttf, openRun))),
    ]),
  ]);
  const overall = figures.map(([id, figure]) => figureRow(metricWords[id].name, figure));
  const blocks = [
    [`${n} ${n === 1 ? 'incident counts' : 'incidents count'}.`],
    [textTable(headings, overall)],
    ...perService,
  ];
  return blocks.map((lines) => lines.join('\n')).join('\n\n');
};

const figureRow = (name: string, figure: Aggregate): readonly string[] => [
  name,
  figure.mean === null ? '-' : formatDuration(figure.mean),
  figure.median === null ? '-' : formatDuration(figure.median),
  aggregateWords(figure),
];

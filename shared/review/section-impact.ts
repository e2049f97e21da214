import type { RootContent } from 'mdast';
import { formatDuration } from '../kernel/duration.ts';
import { elapsedMs } from '../kernel/instant.ts';
import { currentClaim } from '../lifecycle/current-claim.ts';
import { impactCourse, impactScope, impactText, impactWindows, worstImpact } from '../lifecycle/current-impact.ts';
import { type DisasterVerdict, drVerdict, projectDisasterRecords, type Verdict } from '../lifecycle/disaster.ts';
import { impactTime } from '../lifecycle/impact-time.ts';
import { timeInSeverity } from '../lifecycle/severity.ts';
import { bullets, heading, paragraph, table } from './mdast-nodes.ts';
import { metricRemarks, metricValue } from './metric-text.ts';
import { type PirContext, writtenBlocks } from './pir-context.ts';

export const impactSection = (context: PirContext): readonly RootContent[] => [
  bullets(impactFacts(context)),
  ...courseBlocks(context),
  ...windowBlocks(context),
  ...severityBlocks(context),
  ...disasterBlocks(context),
  ...writtenBlocks(context, 'impact', 'Business effect'),
  heading(3, 'Data'),
  paragraph(dataStatement(context)),
];

const impactFacts = ({ source }: PirContext): readonly string[] => {
  const { lifecycle, updates } = source;
  const worst = worstImpact(lifecycle);
  return [
    `As users felt it at its worst: ${worst?.text ?? impactText(lifecycle) ?? 'not recorded'}`,
    `Reach: ${worst?.scope ?? impactScope(lifecycle) ?? 'no number recorded'}`,
    `Tickets: ${updates.facts.get('tickets')?.text || 'no number recorded'}`,
    ...factLine('Not affected', updates.facts.get('notAffected')?.text),
    ...factLine('Business effect as told to executives', updates.facts.get('businessImpact')?.text),
  ];
};

const factLine = (name: string, value: string | undefined): readonly string[] => (value ? [`${name}: ${value}`] : []);

// One wording is in the facts already; only a course of several tells more.
const courseBlocks = ({ source, words }: PirContext): readonly RootContent[] => {
  const worded = impactCourse(source.lifecycle).filter(({ text, scope }) => text ?? scope);
  if (worded.length < 2) return [];
  const lines = worded.map(({ at, level, service, text, scope }) => {
    const reach = scope ? `reach ${scope}` : undefined;
    return `${words.clock(at)} ${level}${service ? ` (${service})` : ''}: ${[text, reach].filter(Boolean).join('; ')}`;
  });
  return [paragraph('As it was described over time:'), bullets(lines)];
};

const windowBlocks = ({ source, words }: PirContext): readonly RootContent[] => {
  const windows = impactWindows(source.lifecycle);
  if (windows.length === 0) return [paragraph('No impact window was recorded.')];
  const whole = windows.filter(({ service }) => !service);
  const time = impactTime(whole, source.now, currentClaim(source.lifecycle, 'failure')?.at);
  const rows = windows.map(({ level, service, from, to }) => [
    service ?? 'the whole',
    level,
    words.clock(from),
    to ? words.clock(to) : 'goes on',
    formatDuration(Math.max(0, elapsedMs(from, to ?? source.now))),
  ]);
  const first =
    time.mitigateMs === undefined ? '' : ` First relief ${formatDuration(time.mitigateMs)} after the failure.`;
  return [
    table(['Service', 'Level', 'From', 'To', 'Length'], rows),
    paragraph(
      `Impacted ${formatDuration(time.impacted)}${time.goesOn ? ' so far' : ''}, of it full outage ${formatDuration(time.full)}.${first}`,
    ),
  ];
};

const severityBlocks = ({ source }: PirContext): readonly RootContent[] => {
  const rows = [...timeInSeverity(source.lifecycle, source.now)].map(([severity, ms]) => [
    severity,
    formatDuration(ms),
  ]);
  return rows.length === 0 ? [paragraph('No severity was set.')] : [table(['Severity', 'Time in it'], rows)];
};

const disasterBlocks = ({ source }: PirContext): readonly RootContent[] => {
  const verdicts = projectDisasterRecords(source.lifecycle).map((record) => ({
    record,
    verdict: drVerdict(record, source.now),
  }));
  if (verdicts.length === 0) return [];
  const rows = verdicts.flatMap(({ record, verdict }) => [
    [
      record.dataset,
      'Data loss',
      actual(verdict.dataLoss),
      `RPO ${objective(record.rpoMs)}`,
      verdictWords(verdict.rpo),
    ],
    [record.dataset, 'Downtime', actual(verdict.downtime), `RTO ${objective(record.rtoMs)}`, verdictWords(verdict.rto)],
    [record.dataset, 'Minimum service', actual(verdict.minService), '', ''],
    [record.dataset, 'Until declared', actual(verdict.declarationDelay), '', ''],
    [record.dataset, 'Since the disaster', actual(verdict.sinceDisaster), '', ''],
  ]);
  return [heading(3, 'Disaster recovery'), table(['Dataset', 'Measure', 'Actual', 'Objective', 'Verdict'], rows)];
};

const actual = (result: DisasterVerdict['dataLoss']): string =>
  [metricValue(result), metricRemarks(result)].filter(Boolean).join(', ');

const objective = (ms: number | undefined) => (ms === undefined ? 'not set' : formatDuration(ms));

const verdictWords = (verdict: Verdict): string => {
  switch (verdict.kind) {
    case 'met':
      return `met by ${formatDuration(verdict.byMs)}`;
    case 'missed':
      return `missed by ${formatDuration(verdict.byMs)}`;
    case 'open':
      return 'open';
    case 'unknown':
      return 'cannot be told: the actual is not known';
    case 'no-objective':
      return 'no objective set';
  }
};

const dataWords = {
  none: 'No data was lost or exposed',
  possible: 'Data may be affected',
  confirmed: 'Data was affected',
} as const;

const dataStatement = ({ source, words }: PirContext): string => {
  const statement = source.updates.dataStatement;
  // "None" is a statement that somebody made, never a default.
  if (!statement) return '(not written) Nobody has stated yet whether data was lost or exposed.';
  const { data, text, occurredAt } = statement.event;
  return `${dataWords[data]}${text ? `: ${text}` : ''} (stated ${words.clock(occurredAt)} by ${statement.by})`;
};

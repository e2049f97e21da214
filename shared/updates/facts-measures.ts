import { formatDuration } from '../kernel/duration.ts';
import type { Instant } from '../kernel/instant.ts';
import { type MetricRecord, projectMetricRecord } from '../lifecycle/metric-record.ts';
import type { MetricResult } from '../lifecycle/metric-result.ts';
import { metric } from '../lifecycle/metrics.ts';
import { watchWindow } from '../lifecycle/watch-window.ts';
import type { PlaceholderName } from '../playbook/placeholders.ts';
import { redactedText } from '../record/event.ts';
import { offeredNextTime } from './due.ts';
import { blocked, type Fact, factOf, filled, say } from './fact.ts';
import { clockText, type FactContext } from './fact-context.ts';

/** Durations, data statement, watch window, next update (domain.md 5.5). */
export const measureFacts = (context: FactContext): readonly Fact[] => {
  const { input, now } = context;
  const record = projectMetricRecord(input.id, input.lifecycle);
  return [
    durationFact('elapsed', metric(record, 'tti', now), 'Time to Identify'),
    durationFact('timeToRecover', metric(record, 'ttrRecover', now), 'Time to Recover'),
    durationFact('impactedTime', metric(record, 'impacted', now), 'impact windows'),
    impactedClause(record, now),
    dataFact(context),
    watchFact(context),
    nextUpdateFact(context),
  ];
};

const durationFact = (name: PlaceholderName, result: MetricResult, source: string): Fact => {
  if (result.kind === 'value') {
    const about = result.flags.includes('estimated') ? 'about ' : '';
    return filled(name, `${about}${formatDuration(result.ms)}`, source);
  }
  const text =
    result.kind === 'running' ? `still running, ${formatDuration(result.ms)} so far` : 'a time we are still confirming';
  return factOf(name, undefined, source, say(text));
};

// Nothing where the service was harmed all the while, and nothing where nobody recorded when it was.
const impactedClause = (record: MetricRecord, now: Instant): Fact => {
  const [impacted, recover] = [metric(record, 'impacted', now), metric(record, 'ttrRecover', now)];
  const differs = impacted.kind === 'value' && recover.kind === 'value' && impacted.ms !== recover.ms;
  return filled('impactedClause', differs ? `, with effect for ${formatDuration(impacted.ms)}` : '', 'impact windows');
};

/** Said until somebody states otherwise: "no data lost" is never a default. */
const stillChecking = 'We are still checking whether data was affected.';

const dataFact = ({ input }: FactContext): Fact => {
  const statement = input.updates.dataStatement?.event;
  const words = { none: 'No data was affected.', possible: stillChecking, confirmed: '' };
  const text = statement && statement.text !== redactedText ? statement.text : '';
  return factOf(
    'dataImpact',
    statement && (text.trim() || words[statement.data]),
    `data statement${statement ? `: ${statement.data}` : ''}`,
    say(stillChecking),
  );
};

// No window runs while users are still hurt, and one that has passed is no promise any more.
const watchFact = (context: FactContext): Fact => {
  const { lifecycle, playbook } = context.input;
  const until = watchWindow(lifecycle, playbook.settings, context.now)?.until;
  const ahead = until && until > context.now ? until : undefined;
  return factOf('monitorUntil', ahead && clockText(ahead, context), 'watch window', say('until stable'));
};

const nextUpdateFact = (context: FactContext): Fact => {
  const { typed, input, audience, now } = context;
  const at = typed.nextUpdateAt ?? offeredNextTime(input, audience, now);
  const source = typed.nextUpdateAt ? 'typed' : 'cadence';
  return factOf('nextUpdateAt', at && clockText(at, context), source, blocked('set the next update time'));
};

import type { Instant } from '../kernel/instant.ts';
import { worstLevel } from './impact-time.ts';
import { type Milestone, milestones, milestoneWords } from './lifecycle.ts';
import type { MetricRecord } from './metric-record.ts';
import { instantsOf } from './metrics.ts';
import { impossiblePairs, pairSentence } from './milestone-order.ts';

/** Something in the record that cannot be, with the way out. Merged facts are never refused, so it may happen. */
export interface Issue {
  readonly code: 'order.impossible' | 'time.future' | 'time.range' | 'impact.remains';
  readonly message: string;
  readonly milestones: readonly Milestone[];
}

/** All that cannot be in one record as of `now`; none where it is in order. */
export const validate = (record: MetricRecord, now: Instant): readonly Issue[] => {
  const instants = instantsOf(record);
  const { recovered } = instants;
  const issues: Issue[] = impossiblePairs(instants).map((pair) => ({
    code: 'order.impossible',
    message: pairSentence(pair),
    milestones: [pair.before, pair.after],
  }));
  for (const milestone of milestones) {
    const fact = record.milestones[milestone];
    const word = milestoneWords[milestone];
    if (!fact) continue;
    if (fact.at > now)
      issues.push({ code: 'time.future', message: `${word} lies in the future. Correct it.`, milestones: [milestone] });
    if (fact.range && (fact.range.earliest > fact.at || fact.range.latest < fact.at))
      issues.push({
        code: 'time.range',
        message: `${word} lies outside its own range. Correct it.`,
        milestones: [milestone],
      });
  }
  const level = recovered
    ? worstLevel(
        record.impact.filter(({ from, to }) => from <= recovered && (!to || to > recovered)).map((w) => w.level),
      )
    : 'none';
  if (level !== 'none')
    issues.push({
      code: 'impact.remains',
      message: `At Recovered the impact was still ${level}. Correct one of them.`,
      milestones: ['recovered'],
    });
  return issues;
};

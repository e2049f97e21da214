import type { Milestone } from '../../../shared/lifecycle/lifecycle.ts';
import type { PhaseStep } from '../../../shared/lifecycle/phase-steps.ts';

/** What a step lacks that was left behind without its milestone; undefined for every other step. */
export const missedWords = ({ lacks, isSkipped }: PhaseStep): string | undefined => {
  if (lacks === undefined) return undefined;
  return isSkipped ? 'skipped' : words[lacks];
};

const words: Readonly<Record<Milestone, string>> = {
  failure: 'not recorded',
  alerted: 'no alert',
  detected: 'not detected',
  acknowledged: 'not acknowledged',
  triaged: 'not triaged',
  identified: 'not identified',
  fixed: 'not fixed',
  recovered: 'not recovered',
  resolved: 'not closed out',
};

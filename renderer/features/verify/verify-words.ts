import { countOf } from '../../../shared/kernel/words.ts';
import type { VerifiedChains } from '../../state/verify.ts';

/** Read first: whether the record is as it was written. What is wrong follows below, one by one. */
export const verdictWords = (problems: number): string =>
  problems === 0
    ? 'Every line is whole, and every chain holds.'
    : `${countOf(problems, 'thing is', 'things are')} not as written.`;

/** What was counted, in both figures: lines are what the chain is made of, events are what the status line shows. */
export const countWords = (chains: VerifiedChains): string => {
  const [lines, events] = [sum(chains, 'commits'), sum(chains, 'events')];
  const runs = chains.length === 1 ? 'one run' : `${chains.length} runs`;
  return `${countOf(events, 'event')} in ${countOf(lines, 'line')} of ${runs}: each command is one line, and may hold several events.`;
};

/** Two devices imported one file, or a disk kept what it had refused. Empty where nothing is there twice. */
export const repeatWords = (count: number): string => {
  if (count === 0) return '';
  return count === 1
    ? ' One command lies there twice and counts once.'
    : ` ${count} commands lie there twice and count once.`;
};

const sum = (chains: VerifiedChains, key: 'commits' | 'events'): number =>
  chains.reduce((total, chain) => total + chain[key], 0);

import { countOf } from '../../../shared/kernel/words.ts';
import type { VerifiedChains } from '../../state/verify.ts';

/** What was counted, in both figures: lines are what the chain is made of, entries are what the status line shows. */
export const countWords = (chains: VerifiedChains): string => {
  const [lines, entries] = [sum(chains, 'commits'), sum(chains, 'events')];
  const runs = chains.length === 1 ? 'one run' : `${chains.length} runs`;
  return `${countOf(entries, 'entry', 'entries')} in ${countOf(lines, 'line')} of ${runs}: each command is one line, and may hold several entries.`;
};

const sum = (chains: VerifiedChains, key: 'commits' | 'events'): number =>
  chains.reduce((total, chain) => total + chain[key], 0);

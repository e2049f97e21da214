import { levelWords } from '../../../shared/incident/words.ts';
import { byText } from '../../../shared/kernel/by-text.ts';
import { formatClock } from '../../../shared/kernel/zone.ts';
import { goodSince, impactLevel, impactScope } from '../../../shared/lifecycle/current-impact.ts';
import type { LifecycleState } from '../../../shared/lifecycle/lifecycle-state.ts';

interface ImpactWords {
  /** The state, strong. */
  readonly lead: string;
  /** What users feel and how many; what it was at its last, once it is over. */
  readonly rest: string;
}

/** The impact line: level first, then the words and numbers that people gave. Nothing is guessed. */
export const impactWords = (lifecycle: LifecycleState, zone: string): ImpactWords => {
  const level = impactLevel(lifecycle);
  const steps = lifecycle.impactSteps.toSorted(byText(({ at }) => at));
  if (level === undefined) return { lead: 'Nobody has assessed it yet.', rest: '' };
  const ofHarm = steps.filter((step) => step.level !== 'none');
  const text = ofHarm.findLast((step) => step.text)?.text;
  const scope = impactScope(lifecycle);
  // Numbers first: in a narrow window the end of the line is what goes.
  const harm = oneSentence(scope, text);
  if (level !== 'none') return { lead: `${levelWords[level]}${harm === '' ? '.' : ':'}`, rest: harm };
  const since = goodSince(lifecycle);
  return {
    lead: since ? `None seen since ${formatClock(since, zone)}.` : 'None seen.',
    rest: harm === '' ? '' : `Before that: ${harm}`,
  };
};

/** One sentence: people's words begin small as often as not, and a full stop between them would read as a slip. */
const oneSentence = (...parts: readonly (string | undefined)[]): string => {
  const said = parts.flatMap((part) => (part?.trim() ? [part.trim().replace(/[.;,]$/, '')] : []));
  return said.length === 0 ? '' : `${said.join('; ')}.`;
};

import type { Fact } from '../../../shared/updates/fact.ts';
import type { Composition } from './compose.ts';

/**
 * Each once, filled ones first. Of an edited text only those whose words still stand in it, and what is missing.
 * @param isTimeChosen false while the next time is the one that the cadence offers
 */
export const factsInDraft = (
  { rendered, text, isEdited }: Pick<Composition, 'rendered' | 'text' | 'isEdited'>,
  isTimeChosen: boolean,
): readonly Fact[] => {
  if (!rendered) return [];
  const stands = rendered.parts.flatMap((part) =>
    part.kind === 'filled' && (!isEdited || text.includes(rendered.text.slice(part.start, part.end)))
      ? [part.fact]
      : [],
  );
  const missing = isEdited ? rendered.missing.filter((fact) => fact.policy !== 'say') : rendered.missing;
  const facts = [...new Map([...stands, ...missing].map((fact) => [fact.name, fact])).values()];
  return facts.map((fact) => (fact.name === 'nextUpdateAt' && !isTimeChosen ? { ...fact, source: 'cadence' } : fact));
};

export const missingIn = (facts: readonly Fact[]): number => facts.filter(({ kind }) => kind === 'missing').length;

/** Where no rule has a word against the text: what is not recorded can still be, and is not left unsaid. */
export const nothingToCheckWords = (missing: number): string => {
  if (missing === 0) return 'Nothing to check.';
  return `Nothing to check in the text. ${missing === 1 ? '1 fact in it is' : `${missing} facts in it are`} not recorded, see below.`;
};

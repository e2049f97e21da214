import { parseInstant } from '../kernel/instant.ts';
import { formatDate } from '../kernel/zone.ts';
import type { PlaceholderName } from '../playbook/placeholders.ts';
import { blocked, type Fact, factOf, omitSentence, say } from './fact.ts';
import type { FactContext } from './fact-context.ts';

/** Review and correction (domain.md 5.5). */
export const afterFacts = ({ input, typed }: FactContext): readonly Fact[] => {
  const review = input.review ?? {};
  const fact = (name: PlaceholderName, value: string | number | undefined) =>
    factOf(name, value === undefined ? undefined : String(value), 'review', omitSentence);
  return [
    factOf('pirDate', dateWords(review.meetingDate), 'review', say('review being scheduled')),
    fact('pirLink', review.link),
    fact('timelineLink', review.timelineLink),
    fact('factors', review.factors),
    fact('factorsPublic', review.factorsPublic),
    fact('summaryPublic', review.summaryPublic),
    fact('actionsPublic', review.actionsPublic),
    fact('actionsDone', review.actionsDone),
    fact('actionsTotal', review.actionsTotal),
    factOf('nextActionDue', dateWords(review.nextActionDue), 'review', say('none')),
    factOf('wrong', typed.wrong, 'correction', blocked('name what was wrong')),
    factOf('right', typed.right, 'correction', blocked('name what is right')),
  ];
};

/** `5 Mar 2026` from `2026-03-05`; other text as it is. */
const dateWords = (date: string | undefined): string | undefined => {
  const midnight = parseInstant(`${date}T00:00Z`);
  return midnight.ok ? formatDate(midnight.value, 'UTC') : date;
};

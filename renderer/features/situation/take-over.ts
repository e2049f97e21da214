import type { IncidentSummary } from '../../../shared/incident/summary.ts';
import { milestoneWords } from '../../../shared/lifecycle/lifecycle.ts';
import { type MergeOffer, takeOver } from '../../../shared/lifecycle/merge-offers.ts';
import { executeIn } from '../../state/incident-store.ts';
import { announce } from '../../state/view-store.ts';

/** Records earlier instants of a merged incident in its parent, and says what became of each. */
export const takeOverAll = async (
  parent: Pick<IncidentSummary, 'id' | 'key' | 'title'>,
  offers: readonly MergeOffer[],
  child: string,
): Promise<void> => {
  const into = parent.key ?? parent.title;
  const taken: string[] = [];
  const refused: string[] = [];
  for (const offer of offers) {
    const reply = await executeIn(parent.id, takeOver(offer, child));
    const word = milestoneWords[offer.milestone];
    if (reply.ok) taken.push(word);
    else refused.push(`${word} was not corrected there: ${reply.error.sentence}`);
  }
  const done =
    taken.length === 0 ? `Merged into ${into}.` : `Merged into ${into}, which took over ${taken.join(', ')}.`;
  announce([done, ...refused].join(' '), refused.length > 0 ? 'refused' : 'done');
};

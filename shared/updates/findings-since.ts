import { byText } from '../kernel/by-text.ts';
import type { Instant } from '../kernel/instant.ts';
import { redactedText } from '../record/event.ts';
import { effectiveEntry } from '../timeline/effective-entry.ts';
import type { Entry } from '../timeline/timeline-state.ts';
import { type FactContext, isInside } from './fact-context.ts';

type IsNew = (at: Instant) => boolean;

/**
 * What was decided, ruled out and seen, in words for this audience. The public reads only what users will see of a
 * decision; support also reads starred entries; causes and single observations stay inside.
 */
export const findingsSince = (context: FactContext, isNew: IsNew): readonly string[] =>
  [
    ...decisionsSince(context, isNew),
    ...(isInside(context.audience) ? judgedSince(context, isNew) : []),
    ...(context.audience === 'public' ? [] : entriesSince(context, isNew)),
    ...(isInside(context.audience) ? tasksSince(context, isNew) : []),
  ].map((text) => text.replace(/[.\s]+$/, ''));

const decisionsSince = ({ audience, input }: FactContext, isNew: IsNew): readonly string[] =>
  [...input.timeline.decisions.values()]
    .filter(({ recordedAt, event }) => isNew(recordedAt) && event.chosen !== redactedText)
    .flatMap(({ event: { chosen, userEffect } }) => {
      if (isInside(audience)) return [`decided: ${chosen}${userEffect ? ` (users see ${userEffect})` : ''}`];
      return userEffect && userEffect !== redactedText ? [`decided: users will see ${userEffect}`] : [];
    });

const judgedSince = ({ input }: FactContext, isNew: IsNew): readonly string[] =>
  [...input.timeline.hypotheses.values()].flatMap(({ event, judgedAt, plainText, state }) => {
    if (state === 'open' || !judgedAt || !isNew(judgedAt) || event.text === redactedText) return [];
    return [state === 'confirmed' ? `cause confirmed: ${plainText ?? event.text}` : `ruled out: ${event.text}`];
  });

// Starred ones first: somebody chose them. A plain observation is news to responders and executives only.
const entriesSince = ({ audience, input }: FactContext, isNew: IsNew): readonly string[] => {
  const { entries, redactions } = input.timeline;
  const told = [...entries.values()].filter(
    ({ event, recordedAt }) =>
      isNew(recordedAt) && event.visibility !== 'restricted' && (audience === 'chat' || event.certainty !== 'guess'),
  );
  const texts = (chosen: readonly Entry[]): readonly string[] =>
    chosen
      .map((entry) => effectiveEntry(entry, redactions))
      .filter(({ text }) => text !== redactedText)
      .sort(byText(({ happenedAt }) => happenedAt))
      .map(({ text }) => text);
  const seen = told.filter(({ event, key }) => !key && event.kind === 'observation');
  return [...texts(told.filter(({ key }) => key)), ...(isInside(audience) ? texts(seen) : [])];
};

const tasksSince = ({ input }: FactContext, isNew: IsNew): readonly string[] =>
  [...input.timeline.tasks.values()].flatMap(({ event, finished }) => {
    if (!finished || !isNew(finished.at) || event.text === redactedText) return [];
    const result = finished.result.trim() === '' || finished.result === redactedText ? '' : `: ${finished.result}`;
    return [`${finished.outcome}: ${event.text}${result}`];
  });

import { ok } from '../kernel/result.ts';
import type { Playbook } from '../playbook/playbook.ts';
import { eventBase } from '../record/occurrence.ts';
import { type Asking, refuse } from '../record/rules.ts';
import { findNearestFactor } from './nearest-category.ts';
import type { AddFactor, ChangeFactor } from './review-commands.ts';
import type { ReviewDecision } from './review-decision.ts';
import type { ReviewState } from './review-state.ts';

type Taxonomy = Pick<Playbook, 'factors'>;

/** Refuses a factor without text or outside the taxonomy, and names the nearest category. */
export const decideAddFactor = (command: AddFactor, asking: Asking, playbook: Taxonomy): ReviewDecision => {
  const text = command.text.trim();
  const category = command.category.trim();
  const refusal = refuseText(text) ?? refuseCategory(category, playbook);
  if (refusal) return refusal;
  const { effect = 'made-worse', entries = [] } = command;
  return ok([{ ...eventBase(command, asking), type: 'FactorAdded', text, category, effect, entries: unique(entries) }]);
};

/** As adding one, for a factor of this review; what changes nothing is accepted without an event. */
export const decideChangeFactor = (
  command: ChangeFactor,
  state: ReviewState,
  asking: Asking,
  playbook: Taxonomy,
): ReviewDecision => {
  const factor = state.factors.get(command.factor);
  if (!factor) return refuse('factor.unknown', 'That factor is not in this review.', 'factor');
  const text = command.text?.trim();
  const category = command.category?.trim();
  const entries = command.entries && unique(command.entries);
  const refusal = refuseText(text) ?? refuseCategory(category, playbook);
  if (refusal) return refusal;
  const changed = {
    ...(text === undefined || text === factor.text ? {} : { text }),
    ...(category === undefined || category === factor.category ? {} : { category }),
    ...(command.effect === undefined || command.effect === factor.effect ? {} : { effect: command.effect }),
    ...(entries === undefined || entries.join() === factor.entries.join() ? {} : { entries }),
  };
  if (Object.keys(changed).length === 0) return ok([]);
  return ok([{ ...eventBase(command, asking), type: 'FactorChanged', factor: command.factor, ...changed }]);
};

const refuseText = (text: string | undefined) =>
  text === '' ? refuse('factor.text', 'Say in a few words what contributed.', 'text') : undefined;

const refuseCategory = (category: string | undefined, { factors }: Taxonomy) => {
  if (category === undefined || factors.some(({ id }) => id === category)) return undefined;
  const nearest = findNearestFactor(factors, category);
  const hint = nearest ? ` The nearest is ${nearest.id} (${nearest.words}).` : '';
  return refuse('factor.category', `The playbook has no category "${category}".${hint}`, 'category');
};

const unique = <Item>(items: readonly Item[]): readonly Item[] => [...new Set(items)];

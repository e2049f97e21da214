import { isOpenAction } from '../../../shared/review/open-actions.ts';
import type { Action } from '../../../shared/review/review-state.ts';

/** `4 open, 1 must before Resolve`. */
export const actionsCount = (actions: readonly Action[]): string => {
  if (actions.length === 0) return '';
  const open = actions.filter(isOpenAction);
  const must = open.filter(({ mustBeforeResolve }) => mustBeforeResolve).length;
  return `${open.length} open${must === 0 ? '' : `, ${must} must before Resolve`}`;
};

/** Open ones first, those that hold up Resolve at the head; otherwise in the order given. */
export const openFirst = (actions: readonly Action[]): readonly Action[] =>
  actions.toSorted((a, b) => rank(a) - rank(b));

const rank = (action: Action): number => (isOpenAction(action) ? (action.mustBeforeResolve ? 0 : 1) : 2);

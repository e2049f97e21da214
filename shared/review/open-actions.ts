import type { Action } from './review-state.ts';

/** Neither done nor declined. */
export const isOpenAction = ({ state }: Pick<Action, 'state'>): boolean => state === 'open' || state === 'doing';

/** Due before the day that it now is in UTC; an action is never late on its own day. */
export const isOverdue = (action: Action, now: string): boolean =>
  isOpenAction(action) && action.due !== undefined && action.due < now.slice(0, 10);

import type { Playbook } from '../playbook/playbook.ts';
import { isOpenAction } from '../review/open-actions.ts';
import { incidentName } from '../review/review-words.ts';
import type { ReviewFacts, UpdatesInput } from '../updates/updates-input.ts';
import type { IncidentState } from './incident-state.ts';

/** What texts and clocks of the audiences are computed from. `deviceZone`: IANA, for texts inside. */
export const toUpdatesInput = (state: IncidentState, playbook: Playbook, deviceZone: string): UpdatesInput => ({
  playbook,
  lifecycle: state.lifecycle,
  timeline: state.timeline,
  roles: state.roles,
  updates: state.updates,
  id: incidentName(state),
  deviceZone,
  review: toReviewFacts(state),
});

const toReviewFacts = ({ review }: IncidentState): ReviewFacts => {
  const factors = [...review.factors.values()].map(({ text }) => text).join('; ');
  const actions = [...review.actions.values()].filter(({ state }) => state !== 'declined');
  const [nextActionDue] = actions
    .filter(isOpenAction)
    .flatMap(({ due }) => due ?? [])
    .sort();
  return {
    ...(review.owner === undefined ? {} : { owner: review.owner }),
    ...(review.meetingDate === undefined ? {} : { meetingDate: review.meetingDate }),
    ...(factors === '' ? {} : { factors }),
    ...(actions.length === 0
      ? {}
      : { actionsDone: actions.filter(({ state }) => state === 'done').length, actionsTotal: actions.length }),
    ...(nextActionDue === undefined ? {} : { nextActionDue }),
  };
};

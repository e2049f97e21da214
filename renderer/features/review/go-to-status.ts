import { reviewStatuses } from '../../../shared/review/decide-review.ts';
import type { ReviewStatus } from '../../../shared/review/review-events.ts';
import { reviewStatusWords } from '../../../shared/review/review-words.ts';
import { execute, incidentStore } from '../../state/incident-store.ts';
import { announce, openDialog } from '../../state/view-store.ts';

/**
 * One step on is recorded at once, since it can be taken back; "reviewed" shows the gate first, and a step back or a
 * jump asks for its reason.
 */
export const goToStatus = (status: ReviewStatus): void => {
  const { open } = incidentStore.getState();
  if (!open || open.readOnly !== null) return;
  const steps = reviewStatuses.indexOf(status) - reviewStatuses.indexOf(open.state.review.status);
  if (steps === 0) return;
  if (steps !== 1 || status === 'reviewed') openDialog({ name: 'review-status', status });
  else void markStatus(status);
};

const markStatus = async (status: ReviewStatus): Promise<void> => {
  const reply = await execute({ type: 'ChangeReviewStatus', status });
  if (reply.ok) announce(`Review: ${reviewStatusWords[status]}`);
  else announce(reply.error.sentence, 'refused');
};

import type { AppAction } from '../../state/action.ts';
import { incidentStore } from '../../state/incident-store.ts';
import { openDialog, showScreen, viewStore } from '../../state/view-store.ts';
import { goToStatus } from './go-to-status.ts';
import { nextUnwritten } from './outline.ts';
import { reviewView, showPreview, showSection } from './review-view.ts';
import { shownOutline } from './shown-outline.ts';

const isOpen = (): boolean =>
  incidentStore.getState().open !== undefined &&
  // The palette lists what can be done once it has closed.
  (viewStore.getState().dialog?.name ?? 'palette') === 'palette';
const isReviewing = (): boolean => isOpen() && viewStore.getState().screen === 'review';
const canWrite = (): boolean => isReviewing() && incidentStore.getState().open?.readOnly === null;
const canRecord = (): boolean => isOpen() && incidentStore.getState().open?.readOnly === null;
const nextSection = () => nextUnwritten(shownOutline(), reviewView.getState().section);
const statusIs = (...statuses: readonly string[]): boolean =>
  statuses.includes(incidentStore.getState().open?.state.review.status ?? '');

/** Each step of the review; a step back or a jump asks for its reason. */
const statusActions: readonly AppAction[] = (
  [
    ['draft', 'Take the review back to draft'],
    ['in-review', 'Mark the review in review'],
    ['reviewed', 'Mark the review reviewed'],
    ['closed', 'Close the review'],
  ] as const
).map(([status, label]) => ({
  id: `review.status.${status}`,
  label,
  group: 'Review',
  isAvailable: () => canWrite() && !statusIs(status),
  run: () => goToStatus(status),
}));

export const reviewActions: readonly AppAction[] = [
  {
    id: 'review.show',
    label: 'Open the review',
    group: 'Review',
    keys: 'Alt+R',
    isAvailable: () => isOpen() && viewStore.getState().screen !== 'review',
    run: () => showScreen('review'),
  },
  {
    id: 'review.leave',
    label: 'Back to the console',
    group: 'Review',
    isAvailable: isReviewing,
    run: () => showScreen('console'),
  },
  {
    id: 'review.next-section',
    label: 'Write the next empty section',
    group: 'Review',
    keys: 'Alt+Down',
    isAvailable: () => isReviewing() && nextSection() !== undefined,
    run: () => {
      const next = nextSection();
      if (next) showSection(next.id);
    },
  },
  {
    id: 'review.insert-entry',
    label: 'Insert a timeline entry',
    group: 'Review',
    keys: 'Alt+E',
    isAvailable: canWrite,
    run: () => openDialog({ name: 'pick-entry' }),
  },
  {
    id: 'review.add-factor',
    label: 'Add a contributing factor',
    group: 'Review',
    keys: 'Alt+F',
    isAvailable: canRecord,
    run: () => openDialog({ name: 'factor' }),
  },
  {
    id: 'review.add-action',
    label: 'Add an action',
    group: 'Review',
    keys: 'Alt+A',
    isAvailable: canRecord,
    run: () => openDialog({ name: 'action' }),
  },
  {
    id: 'review.details',
    label: 'Set review owner and meeting',
    group: 'Review',
    isAvailable: canWrite,
    run: () => openDialog({ name: 'review-details' }),
  },
  {
    id: 'review.preview',
    label: 'Turn between editor and preview',
    group: 'Review',
    keys: 'Alt+V',
    // In a wide window both are in sight.
    isAvailable: () => isReviewing() && matchMedia('(max-width: 74em)').matches,
    run: () => showPreview(!reviewView.getState().isPreviewing),
  },
  ...statusActions,
  {
    id: 'review.close-out',
    label: 'Close out the incident',
    group: 'Review',
    isAvailable: () => canWrite() && statusIs('reviewed', 'closed') && !isResolved(),
    run: () => openDialog({ name: 'milestone', milestone: 'resolved' }),
  },
  {
    id: 'review.export',
    label: 'Export review',
    group: 'Review',
    keys: 'Ctrl+Shift+E',
    isAvailable: isOpen,
    run: () => openDialog({ name: 'export' }),
  },
];

const isResolved = (): boolean => incidentStore.getState().open?.state.lifecycle.status === 'resolved';

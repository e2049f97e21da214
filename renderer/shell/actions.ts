import { appearanceActions } from '../features/appearance/appearance-actions.ts';
import { checklistActions } from '../features/checklist/checklist-actions.ts';
import { clockErrorActions } from '../features/clock-error/clock-error-actions.ts';
import { composerActions } from '../features/composer/composer-actions.ts';
import { consoleActions } from '../features/console/console-actions.ts';
import { contactsActions } from '../features/contacts/contacts-actions.ts';
import { decisionsActions } from '../features/decisions/decisions-actions.ts';
import { entryActions } from '../features/entry/entry-actions.ts';
import { handoffActions } from '../features/handoff/handoff-actions.ts';
import { hypothesesActions } from '../features/hypotheses/hypotheses-actions.ts';
import { identityActions } from '../features/identity/identity-actions.ts';
import { libraryActions } from '../features/library/library-actions.ts';
import { milestonesActions } from '../features/milestones/milestones-actions.ts';
import { nextActions } from '../features/next/next-actions.ts';
import { paletteActions } from '../features/palette/palette-actions.ts';
import { peopleActions } from '../features/people/people-actions.ts';
import { placesActions } from '../features/places/places-actions.ts';
import { recoveryActions } from '../features/recovery/recovery-actions.ts';
import { residueActions } from '../features/residue/residue-actions.ts';
import { reviewActions } from '../features/review/review-actions.ts';
import { situationActions } from '../features/situation/situation-actions.ts';
import { statusActions } from '../features/status/status-actions.ts';
import { timelineActions } from '../features/timeline/timeline-actions.ts';
import { updatesPanelActions } from '../features/updates-panel/updates-panel-actions.ts';
import { verifyActions } from '../features/verify/verify-actions.ts';
import type { AppAction } from '../state/action.ts';
import { regionActions } from './region-actions.ts';

/**
 * Everything that can be done. Two actions may share a key only where they are never available together; the first
 * available one wins, so the narrower comes first.
 */
export const actions: readonly AppAction[] = [
  ...composerActions,
  ...handoffActions,
  ...reviewActions,
  ...contactsActions,
  ...entryActions,
  ...milestonesActions,
  ...updatesPanelActions,
  ...decisionsActions,
  ...hypothesesActions,
  ...peopleActions,
  ...checklistActions,
  ...situationActions,
  ...timelineActions,
  ...clockErrorActions,
  ...recoveryActions,
  ...nextActions,
  ...libraryActions,
  ...identityActions,
  ...verifyActions,
  ...placesActions,
  ...residueActions,
  ...statusActions,
  ...consoleActions,
  ...appearanceActions,
  ...regionActions,
  ...paletteActions,
];

import { useMemo, useState } from 'react';
import { toReviewSource } from '../../../shared/incident/review-source.ts';
import { createRowProjection } from '../../../shared/incident/timeline-row.ts';
import type { Instant } from '../../../shared/kernel/instant.ts';
import type { ReviewSource } from '../../../shared/review/review-source.ts';
import { useApp, useZone } from '../../state/app-store.ts';
import { useIncident } from '../../state/incident-store.ts';

/** What the review of the open incident is made from; a new one only when something was recorded or `now` moved. */
export const useReviewSource = (now: Instant): ReviewSource => {
  const state = useIncident((open) => open.state);
  const playbook = useIncident((open) => open.playbook);
  const incidents = useApp((app) => app.incidents);
  const zone = useZone();
  const [projectRows] = useState(createRowProjection);
  return useMemo(
    () => toReviewSource(state, playbook, { now, zone, incidents, rows: projectRows(state, playbook) }),
    [state, playbook, incidents, zone, now, projectRows],
  );
};

import { useMemo } from 'react';
import type { Instant } from '../../../shared/kernel/instant.ts';
import type { QualityCheck } from '../../../shared/review/quality-checks.ts';
import { useZone } from '../../state/app-store.ts';
import { useIncident } from '../../state/incident-store.ts';
import { openDialog } from '../../state/view-store.ts';
import { Button } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { useOffers } from '../../ui/offers.ts';
import { onPress } from '../../ui/on-press.ts';
import { StateShape } from '../../ui/state-shape.tsx';
import { goToStatus } from './go-to-status.ts';
import type { OutlineRow } from './outline.ts';
import { PreviewButton } from './preview-button.tsx';
import { projectReviewNext, type ReviewAct } from './review-next.ts';
import styles from './review-next-bar.module.css';
import { showSection, useReviewView } from './review-view.ts';

interface ReviewNextBarProps {
  readonly rows: readonly OutlineRow[];
  readonly checks: readonly QualityCheck[];
  readonly now: Instant;
}

/** What the review asks for now, in the place where the console says it. */
export const ReviewNextBar = ({ rows, checks, now }: ReviewNextBarProps) => {
  const { status, meetingDate, owner } = useIncident((open) => open.state.review);
  const isResolved = useIncident((open) => open.state.lifecycle.status) === 'resolved';
  const readOnly = useIncident((open) => open.readOnly);
  const current = useReviewView((view) => view.section);
  const zone = useZone();
  const { shape, what, why, act, following } = useMemo(
    () => projectReviewNext({ status, rows, checks, current, meetingDate, isResolved, now, zone }),
    [status, rows, checks, current, meetingDate, isResolved, now, zone],
  );
  useOffers([
    ...(act && (act.target.kind === 'write' || readOnly === null)
      ? [{ label: `Next: ${act.label}`, run: () => go(act.target) }]
      : []),
    ...following.map(({ words, target }) => ({ label: `Then: ${words}`, run: () => go(target) })),
  ]);
  return (
    <section aria-label="Next" className={styles.bar} data-region="" tabIndex={-1}>
      <span className={classNames(styles.shape, styles[shape])}>
        <StateShape kind={shape} size="large" />
      </span>
      <div className={styles.words}>
        <p className={styles.what}>{what}</p>
        <p className={styles.why}>{why}</p>
      </div>
      {act ? (
        <span data-next-action="">
          <Button
            keys={act.keys}
            onPress={() => go(act.target)}
            unavailable={act.target.kind === 'write' ? undefined : (readOnly ?? undefined)}
          >
            {act.label}
          </Button>
        </span>
      ) : null}
      {following.length === 0 ? null : (
        <div className={styles.then}>
          <span className="dim2 t12">Then</span>
          {following.map(({ id, words, target }) => (
            <button
              className={styles.thenButton}
              key={id}
              onClick={(event) => onPress(event, () => go(target))}
              type="button"
            >
              {words}
            </button>
          ))}
        </div>
      )}
      <span className="grow" />
      <PreviewButton />
      <span className={styles.owner}>
        <Button
          label={`Review owner ${owner ?? 'not named'}. Change owner and meeting`}
          onPress={() => openDialog({ name: 'review-details' })}
          size="small"
          unavailable={readOnly ?? undefined}
          variant="ghost"
        >
          <span className="dim2">Owner</span> {owner ?? 'not named'}
        </Button>
      </span>
    </section>
  );
};

const go = (target: ReviewAct): void => {
  if (target.kind === 'write') showSection(target.section);
  else if (target.kind === 'status') goToStatus(target.status);
  else openDialog({ name: 'milestone', milestone: 'resolved' });
};

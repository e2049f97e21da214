import { IconChevronRight } from '@tabler/icons-react';
import { reviewStatuses } from '../../../shared/review/decide-review.ts';
import { reviewStatusWords } from '../../../shared/review/review-words.ts';
import { useIncident } from '../../state/incident-store.ts';
import { classNames } from '../../ui/class-names.ts';
import { onPress } from '../../ui/on-press.ts';
import { goToStatus } from './go-to-status.ts';
import styles from './review-header.module.css';

/** Draft, in review, reviewed, closed; the others are pressed to go there. */
export const StatusSteps = () => {
  const status = useIncident((open) => open.state.review.status);
  const readOnly = useIncident((open) => open.readOnly);
  const at = reviewStatuses.indexOf(status);
  return (
    <ol aria-label="Status of the review" className={styles.steps}>
      {reviewStatuses.map((step, index) => (
        <li className={classNames(index !== at && index !== at + 1 && styles.earlierStep)} key={step}>
          {index === 0 ? null : <IconChevronRight aria-hidden="true" size="0.75rem" stroke={1.75} />}
          {step === status ? (
            <span aria-current="step" className={styles.current}>
              {reviewStatusWords[step]}
            </span>
          ) : (
            <button
              className={styles.step}
              disabled={readOnly !== null}
              onClick={(event) => onPress(event, () => goToStatus(step))}
              title={readOnly ?? `Mark the review as ${reviewStatusWords[step].toLowerCase()}`}
              type="button"
            >
              {reviewStatusWords[step]}
            </button>
          )}
        </li>
      ))}
    </ol>
  );
};

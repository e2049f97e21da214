import { isPersonalCheck } from '../../../shared/review/quality-check-list.ts';
import type { QualityCheck } from '../../../shared/review/quality-checks.ts';
import { execute, useIncident } from '../../state/incident-store.ts';
import { announce } from '../../state/view-store.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { classNames } from '../../ui/class-names.ts';
import { useOffers } from '../../ui/offers.ts';
import { Panel } from '../../ui/panel.tsx';
import { StateShape } from '../../ui/state-shape.tsx';
import styles from './side.module.css';

/** The gate to "Reviewed": advice with reasons. What only a person can judge is ticked here. */
export const ChecksPanel = ({ checks }: { readonly checks: readonly QualityCheck[] }) => {
  const marked = useIncident((open) => open.state.review.checks);
  const readOnly = useIncident((open) => open.readOnly);
  const done = checks.filter((check) => check.done).length;
  // What the record settled by itself cannot be taken back by a tick.
  const canMark = (check: QualityCheck) => isPersonalCheck(check.id) && (!check.done || marked.get(check.id) === true);
  useOffers(
    readOnly === null
      ? checks.filter(canMark).map((check) => ({
          label: `${check.done ? 'Untick' : 'Tick'} the quality check: ${check.text}`,
          run: () => void mark(check.id, !check.done),
        }))
      : [],
  );
  return (
    <Panel count={`${done} of ${checks.length}`} heading="Before “Reviewed”" name="Quality checks">
      <ul className={styles.checks}>
        {checks.map((check) =>
          canMark(check) ? (
            <li className={styles.tick} key={check.id}>
              <Checkbox
                isDisabled={readOnly !== null}
                isQuietWhenDone
                isSelected={check.done}
                onChange={(isDone) => void mark(check.id, isDone)}
              >
                {check.text}{' '}
                {check.judge === 'record' && check.missing ? (
                  <span className={styles.missing}>{check.missing}</span>
                ) : null}
              </Checkbox>
            </li>
          ) : (
            <li className={classNames(styles.check, !check.done && styles.openCheck)} key={check.id}>
              <StateShape kind={check.done ? 'done' : 'running'} />
              <span>
                {check.text}
                <span className="sr">{check.done ? ', done' : ', open'}</span>
                {check.missing ? <span className={styles.missing}>{check.missing}</span> : null}
              </span>
            </li>
          ),
        )}
      </ul>
    </Panel>
  );
};

const mark = async (check: string, done: boolean): Promise<void> => {
  const reply = await execute({ type: 'MarkReviewCheck', check, done });
  if (!reply.ok) announce(reply.error.sentence, 'refused');
};

import { useMemo, useState } from 'react';
import { reviewStatuses } from '../../../shared/review/decide-review.ts';
import { pir } from '../../../shared/review/pir.ts';
import { type QualityCheck, qualityChecks } from '../../../shared/review/quality-checks.ts';
import type { ReviewStatus } from '../../../shared/review/review-events.ts';
import { reviewStatusWords } from '../../../shared/review/review-words.ts';
import { currentInstant } from '../../state/clock.ts';
import { useIncident } from '../../state/incident-store.ts';
import { useCommandForm } from '../../state/use-command-form.ts';
import { useTyped } from '../../state/use-typed.ts';
import { closeDialog } from '../../state/view-store.ts';
import { DialogFrame } from '../../ui/dialog-frame.tsx';
import { FieldStack } from '../../ui/field-stack.tsx';
import { StateText } from '../../ui/state-text.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { wholeMinute } from './minute-ticker.tsx';
import { type OutlineRow, outlineRows, unwritten } from './outline.ts';
import styles from './review-dialogs.module.css';
import { useReviewSource } from './use-review-source.ts';

/** The gate to "Reviewed" with what is still open, or the reason for a step back. Advice: a reason opens it. */
export const StatusDialog = ({ status }: { readonly status: ReviewStatus }) => {
  const [minute] = useState(() => wholeMinute(currentInstant()));
  const source = useReviewSource(minute);
  const rows = useMemo(() => outlineRows(pir(source)), [source]);
  const checks = useMemo(() => qualityChecks(source), [source]);
  const current = useIncident((open) => open.state.review.status);
  const [reason, setReason] = useTyped('reason', '');
  const form = useCommandForm([reason]);
  const isBack = reviewStatuses.indexOf(status) < reviewStatuses.indexOf(current);
  const open = isBack ? [] : openPoints(status, checks, rows);
  const needsReason = isBack || open.length > 0;
  const word = reviewStatusWords[status];
  return (
    <DialogFrame
      intro={
        open.length > 0
          ? 'Close these, or say why the review goes on without them.'
          : `It is “${reviewStatusWords[current]}” now.`
      }
      note={form.problemBeside('reason')}
      onCancel={closeDialog}
      primary={{
        label: open.length > 0 ? `Mark ${word.toLowerCase()} anyway` : `Mark ${word.toLowerCase()}`,
        onPress: () => void form.record({ type: 'ChangeReviewStatus', status, ...(reason.trim() ? { reason } : {}) }),
        unavailable:
          form.unavailable ??
          (open.length > 0 && reason.trim() === '' ? 'Say why first: readers will ask.' : undefined),
      }}
      title={isBack ? `Back to “${word}”` : open.length > 0 ? `${open.length} open before “${word}”` : `Mark “${word}”`}
    >
      <FieldStack>
        {/* Before the list, which may be longer than the window: what is asked for stays in sight. */}
        {needsReason ? (
          <TextField
            autoFocus
            hint="It stands in the timeline."
            isRequired
            label="Reason"
            onChange={setReason}
            problem={form.problemOf('reason')}
            value={reason}
          />
        ) : (
          <p>All checks are done and every section is written.</p>
        )}
        {open.length === 0 ? null : (
          <ul aria-label="Open points" className={styles.open}>
            {open.map(({ id, text, missing }) => (
              <li key={id}>
                <StateText kind="running" tone="plain">
                  {text}
                </StateText>
                {missing ? <p className={styles.missing}>{missing}</p> : null}
              </li>
            ))}
          </ul>
        )}
      </FieldStack>
    </DialogFrame>
  );
};

const openPoints = (status: ReviewStatus, checks: readonly QualityCheck[], rows: readonly OutlineRow[]) =>
  status === 'reviewed' || status === 'closed'
    ? [
        ...unwritten(rows).map(({ id, number, title }) => ({
          id: `section ${id}`,
          text: `Section ${number}, ${title}, is not written`,
          missing: '',
        })),
        ...checks.filter(({ done }) => !done),
      ]
    : [];

import { useState } from 'react';
import { formatDuration, minutesToMs } from '../../../shared/kernel/duration.ts';
import { formatClock, formatDate } from '../../../shared/kernel/zone.ts';
import { type SentRow, sentRows } from '../../../shared/updates/sent-rows.ts';
import type { UpdatesInput } from '../../../shared/updates/updates-input.ts';
import { useZone } from '../../state/app-store.ts';
import { showWorkspace } from '../../state/view-store.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyLine } from '../../ui/empty-line.tsx';
import { Mono } from '../../ui/mono.tsx';
import { useOffers } from '../../ui/offers.ts';
import { onPress } from '../../ui/on-press.ts';
import { Panel } from '../../ui/panel.tsx';
import styles from './composer.module.css';
import { toAudience } from './fact-words.ts';

interface SentPanelProps {
  readonly input: UpdatesInput;
  readonly audience: string;
  readonly audienceName: string;
  readonly readOnly: string | undefined;
}

/** What went out to this audience, word for word; each can be corrected or taken back, never changed. */
export const SentPanel = ({ input, audience, audienceName, readOnly }: SentPanelProps) => {
  const rows = sentRows(input, audience);
  return (
    <Panel
      count={rows.length === 0 ? undefined : `${rows.length}, kept as sent`}
      heading={`Sent to ${toAudience(audience, audienceName)}`}
    >
      {rows.length === 0 ? <EmptyLine>Nothing sent yet.</EmptyLine> : null}
      <ul>
        {rows.map((row) => (
          <SentItem input={input} key={row.sent.event.id} readOnly={readOnly} row={row} />
        ))}
      </ul>
    </Panel>
  );
};

interface SentItemProps {
  readonly row: SentRow;
  readonly input: UpdatesInput;
  readonly readOnly: string | undefined;
}

const SentItem = ({ row, input, readOnly }: SentItemProps) => {
  const zone = useZone();
  const [isOpen, setOpen] = useState(false);
  const { event, by, correctedBy, retractedBy } = row.sent;
  const mend = correctedBy ?? retractedBy;
  const turn = () => setOpen(!isOpen);
  useOffers([{ label: `${isOpen ? 'Fold' : 'Read'} update ${event.n} as sent`, run: turn }]);
  const mended = mend ? input.updates.sent.get(mend)?.event.occurredAt : undefined;
  return (
    <li>
      <button aria-expanded={isOpen} className={styles.sentRow} onClick={(press) => onPress(press, turn)} type="button">
        <Mono dateTime={event.occurredAt}>{formatClock(event.occurredAt, zone)}</Mono>
        <span className={mend ? styles.struck : undefined}>{wordOf(row)}</span>
        <span className={styles.timing}>{mend ? (retractedBy ? 'taken back' : 'corrected') : timing(row)}</span>
      </button>
      {isOpen ? (
        <div className={styles.sentText}>
          <p className={styles.verbatim}>{event.text}</p>
          <p className="dim2 t12">
            Update {event.n}, marked as sent {formatDate(event.occurredAt, zone)},{' '}
            <Mono>{formatClock(event.occurredAt, zone, true)}</Mono> by {by}
            {event.promisedAt ? (
              <>
                , promised <Mono>{formatClock(event.promisedAt, zone)}</Mono>
              </>
            ) : null}
            .
          </p>
          {mended ? (
            <p className="dim2 t12">
              {retractedBy ? 'Taken back' : 'Corrected'} at <Mono>{formatClock(mended, zone)}</Mono>; this text stays as
              it was.
            </p>
          ) : null}
          {retractedBy ? null : (
            <div className={styles.acts}>
              <Button
                label={`Correct update ${event.n}`}
                offer={`Correct or take back update ${event.n}`}
                onPress={() => showWorkspace({ name: 'composer', audience: event.audience, corrects: event.id })}
                size="small"
                unavailable={readOnly}
              >
                Correct or take back
              </Button>
            </div>
          )}
        </div>
      ) : null}
    </li>
  );
};

const wordOf = ({ sent: { event } }: SentRow): string => {
  if (event.corrects) return 'Correction';
  if (event.retracts) return 'Retraction';
  if (event.publicStatus) return event.publicStatus;
  return event.situation === 'no-change' ? 'No change' : `Update ${event.n}`;
};

const timing = ({ lateMs, isFirst }: SentRow): string => {
  const first = isFirst ? 'first' : '';
  // "Due" is said for a minute before it is late (domain.md 5.6).
  const late = lateMs === undefined ? '' : lateMs >= minutesToMs(1) ? `${formatDuration(lateMs)} late` : 'on time';
  return [first, late].filter(Boolean).join(', ');
};

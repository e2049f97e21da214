import { formatClock } from '../../../shared/kernel/zone.ts';
import type { UpdatesInput } from '../../../shared/updates/updates-input.ts';
import { mostUrgentAudience } from '../../../shared/updates/urgency.ts';
import { useZone } from '../../state/app-store.ts';
import { currentInstant } from '../../state/clock.ts';
import { leaveWorkspace, showWorkspace } from '../../state/view-store.ts';
import { Button } from '../../ui/button.tsx';
import { Mono } from '../../ui/mono.tsx';
import { StateText } from '../../ui/state-text.tsx';
import styles from './composer.module.css';
import type { Place } from './place.ts';

interface SentNoticeProps {
  readonly sent: NonNullable<Place['sent']>;
  readonly audience: string;
  readonly input: UpdatesInput;
  readonly onWriteAnother: () => void;
}

/** In the place of the draft once it is marked as sent; the focus stands on what comes next. */
export const SentNotice = ({ sent, audience, input, onWriteAnother }: SentNoticeProps) => {
  const zone = useZone();
  const next = mostUrgentAudience(input, currentInstant(), audience);
  const nextName = input.playbook.audiences.find(({ id }) => id === next?.audience)?.name;
  return (
    <div className={styles.sentNotice}>
      <p className={styles.sentAt} role="status">
        <StateText kind="done">
          {sent.title} marked as sent at <Mono dateTime={sent.at}>{formatClock(sent.at, zone, true)}</Mono>.
        </StateText>
      </p>
      <p className="dim">
        The text is stored word for word and cannot be changed; it can be corrected. Marked by mistake? In its first
        minute Ctrl Z in the timeline takes the mark back.
      </p>
      <div className={styles.acts}>
        {next ? (
          <Button
            autoFocus
            offer={`Write the next update: ${nextName ?? next.audience}`}
            onPress={() => showWorkspace({ name: 'composer', audience: next.audience })}
            variant="primary"
          >
            {`Write the ${(nextName ?? next.audience).toLowerCase()} update, due ${formatClock(next.at, zone)}`}
          </Button>
        ) : null}
        <Button autoFocus={next === undefined} keys="Esc" onPress={leaveWorkspace}>
          Back to the timeline
        </Button>
        <Button offer="Write another to the same audience" onPress={onWriteAnother} variant="ghost">
          Write another
        </Button>
      </div>
    </div>
  );
};

import { IconCopy, IconSend } from '@tabler/icons-react';
import { formatClock } from '../../../shared/kernel/zone.ts';
import { Button } from '../../ui/button.tsx';
import { Mono } from '../../ui/mono.tsx';
import { Notice } from '../../ui/notice.tsx';
import styles from './composer.module.css';
import type { CopiedText } from './place.ts';

interface SendBarProps {
  readonly copied: CopiedText | undefined;
  /** The facts have changed since it was copied. */
  readonly hasMovedOn: boolean;
  readonly zone: string;
  readonly copyUnavailable: string | undefined;
  readonly markUnavailable: string | undefined;
  readonly problem: string | undefined;
  readonly onCopy: () => void;
  readonly onMark: () => void;
  readonly onStartAgain: () => void;
}

/** Copy first, then post it where the audience looks, then say so here. The console itself sends nothing. */
export const SendBar = (props: SendBarProps) => {
  const { copied, hasMovedOn, zone, copyUnavailable, markUnavailable, problem, onCopy, onMark, onStartAgain } = props;
  return (
    <div className={styles.send}>
      <Button
        icon={<IconCopy stroke={1.75} />}
        keys="Ctrl Enter"
        onPress={onCopy}
        size="large"
        unavailable={copyUnavailable}
        variant="primary"
      >
        Copy update
      </Button>
      <Button
        icon={<IconSend stroke={1.75} />}
        keys="Alt S"
        onPress={onMark}
        size="large"
        unavailable={markUnavailable}
      >
        Mark as sent
      </Button>
      <p className={styles.sendWords} role="status">
        {copied?.how ? (
          <CopiedWords copied={copied} hasMovedOn={hasMovedOn} zone={zone} />
        ) : (
          (copyUnavailable ?? markUnavailable ?? idleWords)
        )}
      </p>
      {hasMovedOn ? (
        <Button onPress={onStartAgain} size="small">
          Start again from the facts
        </Button>
      ) : null}
      {problem === undefined ? null : (
        <div className={styles.refusal}>
          <Notice tone="error">{problem} The text is kept.</Notice>
        </div>
      )}
    </div>
  );
};

const idleWords = 'The console sends nothing. Copy, post it where they look, then mark it. The text is stored as sent.';

interface CopiedWordsProps extends Pick<SendBarProps, 'hasMovedOn' | 'zone'> {
  readonly copied: CopiedText;
}

const CopiedWords = ({ copied: { at, how }, hasMovedOn, zone }: CopiedWordsProps) => {
  if (how === 'failed') return 'Not copied: the clipboard refused. Select the text and press Ctrl C.';
  return (
    <>
      Copied at <Mono>{formatClock(at, zone, true)}</Mono>, {how === 'rich' ? 'plain and formatted' : 'as plain text'}.{' '}
      {hasMovedOn
        ? 'The facts have changed since. Posted already? Then mark it as sent, as copied.'
        : 'Post it, then mark it as sent.'}
    </>
  );
};

import { formatDuration } from '../../../shared/kernel/duration.ts';
import { formatClock } from '../../../shared/kernel/zone.ts';
import { hypothesisBoard, testOverdueMs } from '../../../shared/timeline/hypotheses.ts';
import type { Hypothesis } from '../../../shared/timeline/timeline-state.ts';
import { useZone } from '../../state/app-store.ts';
import { useNow } from '../../state/clock.ts';
import { useIncident } from '../../state/incident-store.ts';
import { openDialog, showSidePanel, useView } from '../../state/view-store.ts';
import { Button } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { EmptyLine } from '../../ui/empty-line.tsx';
import { FoldingPanel } from '../../ui/folding-panel.tsx';
import { Mono } from '../../ui/mono.tsx';
import { StateText } from '../../ui/state-text.tsx';
import styles from './hypotheses.module.css';

/** What is believed: in test, confirmed, and ruled out with its evidence, so that nobody tests it again. */
export const HypothesesPanel = () => {
  const timeline = useIncident((open) => open.state.timeline);
  const readOnly = useIncident((open) => open.readOnly);
  const isOpen = useView(({ sidePanel }) => sidePanel === 'hypotheses');
  const { open, confirmed, refuted } = hypothesisBoard(timeline);
  const count = open.length > 0 ? `${open.length} testing` : undefined;
  const isEmpty = open.length + confirmed.length + refuted.length === 0;
  return (
    <FoldingPanel
      action={
        <Button
          keys="Alt Y"
          label="Add a hypothesis"
          onPress={() => openDialog({ name: 'hypothesis' })}
          size="small"
          unavailable={readOnly ?? undefined}
          variant="ghost"
        >
          Add
        </Button>
      }
      count={count}
      foldLabel="Hypotheses"
      heading="Hypotheses"
      isOpen={isOpen}
      name="Hypotheses"
      onToggle={() => showSidePanel(isOpen ? undefined : 'hypotheses')}
      tab={count ? `Hypotheses, ${count}` : 'Hypotheses'}
    >
      {isEmpty ? <EmptyLine>None yet.</EmptyLine> : null}
      <ul className={styles.list}>
        {open.map((hypothesis) => (
          <Row hypothesis={hypothesis} key={hypothesis.event.id} word="Testing" />
        ))}
        {confirmed.map((hypothesis) => (
          <Row hypothesis={hypothesis} key={hypothesis.event.id} word="Confirmed" />
        ))}
        {refuted.map((hypothesis) => (
          <Row hypothesis={hypothesis} key={hypothesis.event.id} word="Ruled out" />
        ))}
      </ul>
    </FoldingPanel>
  );
};

const Row = ({ hypothesis, word }: { readonly hypothesis: Hypothesis; readonly word: string }) => {
  const { event, state } = hypothesis;
  return (
    <li className={classNames(state !== 'open' && styles.settled)}>
      <button
        className={classNames(styles.row, state === 'refuted' && styles.refuted)}
        onClick={() => openDialog({ name: 'judge-hypothesis', hypothesis: event.id })}
        type="button"
      >
        <span className={classNames(styles.word, state === 'open' && styles.open)}>{word}</span>
        <span className={styles.text}>
          {event.text}
          <span className={styles.detail}>
            {state === 'open' ? <TestDetail hypothesis={hypothesis} /> : <JudgedDetail hypothesis={hypothesis} />}
          </span>
        </span>
      </button>
    </li>
  );
};

const TestDetail = ({ hypothesis }: { readonly hypothesis: Hypothesis }) => {
  const { event, by } = hypothesis;
  const zone = useZone();
  const now = useNow();
  const lateMs = testOverdueMs(hypothesis, now);
  return (
    <>
      {[event.owner ?? by, event.test].filter(Boolean).join(' · ')}
      {event.testDueAt === undefined ? null : ' · '}
      {event.testDueAt === undefined ? null : lateMs === undefined ? (
        `result due ${formatClock(event.testDueAt, zone)}`
      ) : (
        <StateText kind="over">
          result <Mono>{formatDuration(lateMs)}</Mono> overdue
        </StateText>
      )}
    </>
  );
};

const JudgedDetail = ({ hypothesis: { judgedAt, result } }: { readonly hypothesis: Hypothesis }) => {
  const zone = useZone();
  return (
    <>
      {judgedAt ? <Mono dateTime={judgedAt}>{formatClock(judgedAt, zone)}</Mono> : null} · {result}
    </>
  );
};

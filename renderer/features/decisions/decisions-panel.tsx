import { useState } from 'react';
import { formatDuration } from '../../../shared/kernel/duration.ts';
import { formatClock } from '../../../shared/kernel/zone.ts';
import { type OpenQuestion, waitingDecisions } from '../../../shared/timeline/decisions.ts';
import type { Decision } from '../../../shared/timeline/timeline-state.ts';
import { useZone } from '../../state/app-store.ts';
import { useNow } from '../../state/clock.ts';
import { useIncident } from '../../state/incident-store.ts';
import { openDialog, showSidePanel, useView } from '../../state/view-store.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyLine } from '../../ui/empty-line.tsx';
import { FoldingPanel } from '../../ui/folding-panel.tsx';
import { Mono } from '../../ui/mono.tsx';
import { useOffers } from '../../ui/offers.ts';
import styles from './decisions.module.css';
import { letterOf, optionWords } from './option-words.ts';

/** What somebody waits for, with its age, and what was decided, newest first. */
export const DecisionsPanel = () => {
  const timeline = useIncident((open) => open.state.timeline);
  const readOnly = useIncident((open) => open.readOnly);
  const isOpen = useView(({ sidePanel }) => sidePanel === 'decisions');
  const now = useNow();
  const zone = useZone();
  const waiting = waitingDecisions(timeline, now);
  const made = [...timeline.decisions.values()].toReversed();
  const count = waiting.length > 0 ? `${waiting.length} waiting` : undefined;
  return (
    <FoldingPanel
      action={
        <>
          <span className={styles.roomy}>
            <Button
              label="Ask for a decision"
              onPress={() => openDialog({ name: 'ask-decision' })}
              size="small"
              unavailable={readOnly ?? undefined}
              variant="ghost"
            >
              Ask
            </Button>
          </span>
          <Button
            keys="Alt D"
            onPress={() => openDialog({ name: 'decision', ...(waiting[0] ? { asked: waiting[0].id } : {}) })}
            size="small"
            unavailable={readOnly ?? undefined}
            variant="ghost"
          >
            Decide
          </Button>
        </>
      }
      count={count}
      foldLabel="Decisions"
      heading="Decisions"
      isOpen={isOpen}
      name="Decisions"
      onToggle={() => showSidePanel(isOpen ? undefined : 'decisions')}
      tab={count ? `Decisions, ${count}` : 'Decisions'}
    >
      {waiting.length === 0 && made.length === 0 ? <EmptyLine>None yet.</EmptyLine> : null}
      {waiting.map((question) => (
        <Waiting key={question.id} question={question} zone={zone} />
      ))}
      <Made decisions={made} zone={zone} />
    </FoldingPanel>
  );
};

const Waiting = ({ question, zone }: { readonly question: OpenQuestion; readonly zone: string }) => (
  <div className={styles.ask}>
    <button
      className={styles.question}
      onClick={() => openDialog({ name: 'decision', asked: question.id })}
      type="button"
    >
      {question.question}
    </button>
    <p className={styles.meta}>
      asked by {question.askedBy} <Mono dateTime={question.askedAt}>{formatClock(question.askedAt, zone)}</Mono> ·
      waiting <Mono>{formatDuration(Math.max(0, question.ageMs))}</Mono>
    </p>
    {question.options.length === 0 ? null : (
      <dl className={styles.options}>
        {question.options.map((option, index) => (
          <div className={styles.option} key={option.text}>
            <dt>{letterOf(index)}</dt>
            <dd>{optionWords(option)}</dd>
          </div>
        ))}
      </dl>
    )}
  </div>
);

const mostMade = 3;

interface MadeProps {
  /** Newest first. */
  readonly decisions: readonly Decision[];
  readonly zone: string;
}

const Made = ({ decisions, zone }: MadeProps) => {
  const [showsAll, setShowsAll] = useState(false);
  const turn = () => setShowsAll(!showsAll);
  useOffers(
    decisions.length > mostMade
      ? [{ label: showsAll ? 'Show the newest decisions only' : 'Show earlier decisions', run: turn }]
      : [],
  );
  const shown = showsAll ? decisions : decisions.slice(0, mostMade);
  return (
    <div className={styles.settled}>
      <ul className={styles.made}>
        {shown.map(({ event }) => (
          <li key={event.id} title={[event.question, event.chosen, event.because].filter(Boolean).join(' · ')}>
            <Mono className={styles.at} dateTime={event.occurredAt}>
              {formatClock(event.occurredAt, zone)}
            </Mono>
            <span>{event.chosen}</span>
          </li>
        ))}
      </ul>
      {decisions.length <= mostMade ? null : (
        <button className={styles.more} onClick={turn} type="button">
          {showsAll ? 'Show the newest only' : `${decisions.length - mostMade} earlier`}
        </button>
      )}
    </div>
  );
};

import type { ReactNode } from 'react';
import type { Brief, BriefPromise } from '../../../shared/incident/brief.ts';
import { phaseWords } from '../../../shared/incident/words.ts';
import { formatDuration } from '../../../shared/kernel/duration.ts';
import { elapsedMs, type Instant } from '../../../shared/kernel/instant.ts';
import { formatClock } from '../../../shared/kernel/zone.ts';
import { decidedWords } from '../../../shared/timeline/decisions.ts';
import type { OpenTask } from '../../../shared/timeline/tasks.ts';
import { EmptyLine } from '../../ui/empty-line.tsx';
import { Mono } from '../../ui/mono.tsx';
import { StateText } from '../../ui/state-text.tsx';
import styles from './brief-paper.module.css';
import { holderWords, impactWords, placeWords, severityWords, teamWords } from './brief-words.ts';

interface BriefPaperProps {
  readonly brief: Brief;
  readonly risks: readonly string[];
  readonly now: Instant;
  readonly zone: string;
}

/** The brief itself: built from the record, so that nothing has to be typed twice. */
export const BriefPaper = ({ brief, risks, now, zone }: BriefPaperProps) => (
  <>
    <section aria-label="Top risks" className={styles.risks}>
      <h3>Top risks for the next hours</h3>
      {risks.length === 0 ? <EmptyLine>None named.</EmptyLine> : null}
      <ol>
        {risks.map((risk, index) => (
          <li key={risk}>
            <b aria-hidden="true">{index + 1}</b>
            <span>{risk}</span>
          </li>
        ))}
      </ol>
    </section>
    <div className={styles.grid}>
      <div>
        <Part heading="Impact now">
          <p>{impactWords(brief, zone)}</p>
          <p>{severityWords(brief, zone)}</p>
          <p>
            {brief.startedAt ? (
              <>
                Started <Mono>{formatClock(brief.startedAt, zone)}</Mono>.{' '}
              </>
            ) : null}
            Phase: {phaseWords[brief.phase]}.
          </p>
        </Part>
        <Part heading="Known">
          <p>{brief.known ?? 'Nothing confirmed yet.'}</p>
        </Part>
        <Part heading="Unknown">
          <p>{brief.unknown ?? 'Cause and extent.'}</p>
        </Part>
        <Part heading="Hypotheses">
          <Hypotheses brief={brief} zone={zone} />
        </Part>
        <Part heading="Decisions made">
          {brief.decisions.length === 0 ? <EmptyLine>None yet.</EmptyLine> : null}
          <ul>
            {brief.decisions.map(({ event }) => (
              <li className={styles.timed} key={event.id}>
                <Mono>{formatClock(event.occurredAt, zone)}</Mono>
                <span>
                  {decidedWords(event)}
                  {event.because ? `: ${event.because}` : ''}
                </span>
              </li>
            ))}
          </ul>
        </Part>
        <Part heading="Where">
          <Lines empty="Nothing written down." lines={placeWords(brief)} />
        </Part>
      </div>
      <div>
        <Part heading="Decision waiting for you">
          {brief.waiting.length === 0 ? <EmptyLine>None.</EmptyLine> : null}
          <ul>
            {brief.waiting.map(({ id, question, options, askedBy }) => (
              <li key={id}>
                <b>{question}</b>{' '}
                {options.map(({ text, risk, time }) => [text, risk, time].filter(Boolean).join(', ')).join('. ')}
                {options.length > 0 ? '. ' : ''}Asked by {askedBy}.
              </li>
            ))}
          </ul>
        </Part>
        <Part heading="Tasks in flight">
          {brief.tasks.length === 0 ? <EmptyLine>None.</EmptyLine> : null}
          <ul>
            {brief.tasks.map((task) => (
              <li className={styles.row} key={task.id}>
                <span>
                  {task.text}, {task.owner}
                </span>
                <TaskBox task={task} />
              </li>
            ))}
          </ul>
        </Part>
        <Part heading="Promised outside">
          {brief.promises.length === 0 ? <EmptyLine>Nothing is owed.</EmptyLine> : null}
          <ul>
            {brief.promises.map((promise) => (
              <li className={styles.row} key={promise.id}>
                <span>
                  {promise.name}, {promise.promised ? 'by' : 'due'} <Mono>{formatClock(promise.at, zone)}</Mono>
                </span>
                <PromiseClock now={now} promise={promise} />
              </li>
            ))}
          </ul>
        </Part>
        <Part heading="People">
          <Lines empty="Nobody is named." lines={[...holderWords(brief.holders), teamWords(brief)].filter(isLine)} />
        </Part>
        <Part heading="Temporary measures">
          <Lines empty="None written down." lines={[brief.temporary, brief.remaining].filter(isLine)} />
        </Part>
      </div>
    </div>
  </>
);

const isLine = (line: string | undefined): line is string => line !== undefined && line !== '';

const Part = ({ heading, children }: { readonly heading: string; readonly children: ReactNode }) => (
  <section className={styles.part}>
    <h3>{heading}</h3>
    {children}
  </section>
);

const Lines = ({ lines, empty }: { readonly lines: readonly string[]; readonly empty: string }) =>
  lines.length === 0 ? (
    <EmptyLine>{empty}</EmptyLine>
  ) : (
    <ul>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );

const Hypotheses = ({ brief: { hypotheses }, zone }: { readonly brief: Brief; readonly zone: string }) => {
  const { open, confirmed, refuted } = hypotheses;
  if (open.length + confirmed.length + refuted.length === 0) return <EmptyLine>None yet.</EmptyLine>;
  return (
    <ul>
      {open.map(({ event }) => (
        <li key={event.id}>
          <b>Testing</b> {event.text}
          {event.owner ? `, ${event.owner}` : ''}
          {event.testDueAt ? `, result due ${formatClock(event.testDueAt, zone)}` : ''}
        </li>
      ))}
      {confirmed.map(({ event, judgedAt, result }) => (
        <li key={event.id}>
          <b>Confirmed</b> {event.text}
          {judgedAt ? `, ${formatClock(judgedAt, zone)}` : ''}
          {result ? `: ${result}` : ''}
        </li>
      ))}
      {refuted.map(({ event, judgedAt, result }) => (
        <li key={event.id}>
          <b>Ruled out</b> {event.text}
          {judgedAt ? `, ${formatClock(judgedAt, zone)}` : ''}
          {result ? `: ${result}` : ''}
        </li>
      ))}
    </ul>
  );
};

const TaskBox = ({ task }: { readonly task: OpenTask }) => {
  if (task.leftMs === undefined) return <StateText kind="waiting">no time-box</StateText>;
  const kind = task.state === 'over' ? 'over' : task.state === 'soon' ? 'soon' : 'running';
  return (
    <StateText kind={kind}>
      <Mono>{formatDuration(Math.abs(task.leftMs))}</Mono> {task.state === 'over' ? 'over' : 'left'}
    </StateText>
  );
};

const PromiseClock = ({ promise, now }: { readonly promise: BriefPromise; readonly now: Instant }) => {
  const ms = elapsedMs(now, promise.at);
  const isLate = promise.state === 'overdue' || promise.state === 'due';
  return (
    <StateText kind={isLate ? 'over' : promise.state === 'soon' ? 'soon' : 'running'}>
      <Mono>{formatDuration(Math.abs(ms))}</Mono>
      {isLate ? ' overdue' : <span className="sr"> left</span>}
    </StateText>
  );
};

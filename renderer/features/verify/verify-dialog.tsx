import { useEffect, useState } from 'react';
import { useIncident } from '../../state/incident-store.ts';
import { type Verified, verifyIncident } from '../../state/verify.ts';
import { closeDialog } from '../../state/view-store.ts';
import { beginningOf, wordsOfLine } from '../../state/words-of-line.ts';
import { DialogFrame } from '../../ui/dialog-frame.tsx';
import { EmptyLine } from '../../ui/empty-line.tsx';
import { FigureTable } from '../../ui/figure-table.tsx';
import { Mono } from '../../ui/mono.tsx';
import { Notice } from '../../ui/notice.tsx';
import { StateShape } from '../../ui/state-shape.tsx';
import { StateText } from '../../ui/state-text.tsx';
import { ChainHead } from './chain-head.tsx';
import styles from './verify-dialog.module.css';
import { countWords, repeatWords, verdictWords } from './verify-words.ts';

/** Reads every file of the incident anew from the disk and says what it found. */
export const VerifyDialog = () => {
  const id = useIncident((open) => open.id);
  const [verified, setVerified] = useState<Verified>();
  useEffect(() => {
    let isCurrent = true;
    void verifyIncident(id).then((result) => {
      if (isCurrent) setVerified(result);
    });
    return () => {
      isCurrent = false;
    };
  }, [id]);
  return (
    <DialogFrame
      cancelLabel="Close"
      intro="Every file of this incident is read anew from the disk."
      onCancel={closeDialog}
      title="Verify the record"
      width="wide"
    >
      {verified === undefined ? <EmptyLine>Reading.</EmptyLine> : <Report verified={verified} />}
    </DialogFrame>
  );
};

const Report = ({ verified }: { readonly verified: Verified }) => {
  if (!verified.ok) return <Notice tone="error">{verified.error.sentence}</Notice>;
  const { chains, problems, repeats } = verified.value;
  return (
    <div className={styles.report}>
      <p className={styles.verdict}>
        <StateShape kind={problems.length === 0 ? 'done' : 'invalid'} />
        {verdictWords(problems.length)}
      </p>
      <p>
        {countWords(chains)}
        {repeatWords(repeats.length)}
      </p>
      {problems.map(({ file, line, kind, message, text }) => (
        <Notice key={`${file}:${line ?? 0}:${kind}`} tone="warn">
          {message} {file ? `(${file}${line ? `, line ${line}` : ''})` : ''}
          {text ? <q className={styles.text}>{beginningOf(wordsOfLine(text) || text)}</q> : null}
        </Notice>
      ))}
      <FigureTable
        caption="Chain of each run, with its head"
        columns={columns}
        rows={chains.map(({ writer, commits, events, head, firstBadLine }) => ({
          id: writer,
          cells: {
            run: <Mono>{writer.slice(0, 8)}</Mono>,
            lines: commits,
            events,
            chain:
              firstBadLine === null ? (
                <StateText kind="done">holds</StateText>
              ) : (
                <StateText kind="over">wrong from line {firstBadLine} on</StateText>
              ),
            head: head === null ? undefined : <ChainHead run={writer.slice(0, 8)} sum={head.sum} />,
          },
        }))}
      />
      <p className={styles.note}>
        Note a head down elsewhere, and anybody can tell later whether lines before it were changed. The chain cannot
        show that newest lines were cut off, or that everything was written anew.
      </p>
    </div>
  );
};

const columns = [
  { id: 'run', label: 'Run' },
  { id: 'lines', label: 'Lines', isFigure: true },
  { id: 'events', label: 'Events', isFigure: true },
  { id: 'chain', label: 'Chain' },
  { id: 'head', label: 'Head', isWide: true },
];

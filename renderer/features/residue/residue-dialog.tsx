import { useCallback, useEffect, useRef, useState } from 'react';
import type { Result } from '../../../shared/kernel/result.ts';
import { useZone } from '../../state/app-store.ts';
import { useIncident } from '../../state/incident-store.ts';
import { deleteResidue, type FoundResidue, findResidue } from '../../state/residue.ts';
import { announce, closeDialog } from '../../state/view-store.ts';
import { Button } from '../../ui/button.tsx';
import { DialogFrame } from '../../ui/dialog-frame.tsx';
import { EmptyLine } from '../../ui/empty-line.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { OutOfReach } from './out-of-reach.tsx';
import styles from './residue-dialog.module.css';
import { ResidueRow } from './residue-row.tsx';
import { countWords } from './residue-words.ts';

type Found = Result<FoundResidue, { readonly sentence: string }>;

/** After a redaction, and whenever somebody asks: which files still hold the text. Each is deleted by a person alone. */
export const ResidueDialog = ({ isAfter }: { readonly isAfter: boolean }) => {
  const incident = useIncident((open) => open.id);
  const readOnly = useIncident((open) => open.readOnly);
  const zone = useZone();
  const [words, setWords] = useState('');
  const [found, setFound] = useState<Found>();
  const [problem, setProblem] = useState<string>();
  const latest = useRef(0);

  const look = useCallback(
    async (also: string) => {
      latest.current += 1;
      const mine = latest.current;
      const answer = await findResidue(incident, also);
      if (mine === latest.current) setFound(answer);
    },
    [incident],
  );
  useEffect(() => {
    void look('');
  }, [look]);

  const remove = async (path: string) => {
    const reply = await deleteResidue(incident, path);
    setProblem(reply.ok ? (reply.value.stillInMirror ?? undefined) : reply.error.sentence);
    if (reply.ok && reply.value.stillInMirror === null)
      announce('Deleted for good. The timeline says so, without the text.');
    await look(words);
  };

  return (
    <DialogFrame
      aside={<OutOfReach />}
      cancelLabel="Close"
      intro={
        isAfter
          ? 'The text is out of the record and of everything unsent. Exports and evidence are yours to decide about.'
          : 'Exports and evidence are files of their own: a redaction leaves them to you.'
      }
      note={problem}
      onCancel={closeDialog}
      title="Redacted text in files"
      width="wide"
    >
      <div className={styles.search}>
        <TextField
          hint="A name or a number out of it, as it may stand alone elsewhere. It is looked for and kept nowhere."
          label="Look for these words too"
          onChange={setWords}
          onKeyDown={({ key }) => {
            if (key === 'Enter') void look(words);
          }}
          value={words}
        />
        <Button onPress={() => void look(words)} size="field">
          Look
        </Button>
      </div>
      {found === undefined ? <EmptyLine>Looking through the files of this incident.</EmptyLine> : null}
      {found && !found.ok ? <Notice tone="error">{found.error.sentence}</Notice> : null}
      {found?.ok ? (
        <div role="status">
          <p className={styles.count}>{countWords(found.value)}</p>
        </div>
      ) : null}
      {found?.ok ? (
        <ul aria-label="Files" className={styles.files}>
          {found.value.files.map((file) => (
            <ResidueRow
              file={file}
              found={found.value}
              key={file.path}
              onDelete={() => remove(file.path)}
              readOnly={readOnly}
              zone={zone}
            />
          ))}
        </ul>
      ) : null}
    </DialogFrame>
  );
};

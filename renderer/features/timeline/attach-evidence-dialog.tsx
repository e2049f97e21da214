import type { EventId } from '../../../shared/record/ids.ts';
import { useCommandForm } from '../../state/use-command-form.ts';
import { useTyped } from '../../state/use-typed.ts';
import { closeDialog } from '../../state/view-store.ts';
import { DialogFrame } from '../../ui/dialog-frame.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { EventWords } from './event-words.tsx';

/** Where the proof of an entry is: a link or a query. Nothing is fetched. */
export const AttachEvidenceDialog = ({ entry }: { readonly entry: EventId }) => {
  const [text, setText] = useTyped('text', '');
  const form = useCommandForm([text]);
  const attach = () =>
    void form.record({
      type: 'AttachEvidence',
      entry,
      evidence: { kind: /^[a-z][a-z0-9+.-]*:\/\//i.test(text.trim()) ? 'url' : 'query', text },
    });
  return (
    <DialogFrame
      note={form.problemBeside('evidence')}
      onCancel={closeDialog}
      primary={{ label: 'Attach', onPress: attach, unavailable: form.unavailable }}
      title="Attach evidence"
    >
      <EventWords event={entry} />
      <TextField
        autoFocus
        hint="A link, or a query with its time range. Holdfast keeps the words and opens nothing."
        isRequired
        label="Where it is"
        onChange={setText}
        problem={form.problemOf('evidence')}
        value={text}
      />
    </DialogFrame>
  );
};

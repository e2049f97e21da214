import type { EventId } from '../../../shared/record/ids.ts';
import { useIncident } from '../../state/incident-store.ts';
import { useCommandForm } from '../../state/use-command-form.ts';
import { useTyped } from '../../state/use-typed.ts';
import { closeDialog, openDialog } from '../../state/view-store.ts';
import { DialogFrame } from '../../ui/dialog-frame.tsx';
import { SideText } from '../../ui/side-text.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { EventWords } from './event-words.tsx';

/** Removes a text for good. It cannot be undone, and it cannot reach every copy: both are said before. */
export const RedactDialog = ({ event }: { readonly event: EventId }) => {
  const [why, setWhy] = useTyped('why', '');
  const form = useCommandForm([why], () => openDialog({ name: 'residue', isAfter: true }));
  const timeline = useIncident(({ state }) => state.timeline);
  // Each correction holds a text of its own. The entry comes last: once it is redacted its row offers no second try.
  const corrections = timeline.entries.get(event)?.corrections.map((correction) => correction.event) ?? [];
  const texts = [...corrections, event].filter((each) => !timeline.redactions.has(each));
  return (
    <DialogFrame
      aside={
        <SideText>
          <h3>What this reaches</h3>
          <p>
            The journals of this library, what is typed and unsent, the list of incidents; other devices once they have
            this redaction.
          </p>
          <h3>What is left to you</h3>
          <p>Exports and evidence that hold the text are listed next, each with a button that deletes it.</p>
          <h3>What it cannot reach</h3>
          <ul>
            <li>Updates that were sent, mail, chat, screenshots, printed paper.</li>
            <li>Exports in other folders, bundles, backups, a mirror that is not connected now.</li>
            <li>The same words in another entry: redact that one too.</li>
          </ul>
        </SideText>
      }
      note={form.problemBeside('why')}
      onCancel={closeDialog}
      primary={{
        label: 'Remove the text',
        onPress: () => void form.record(...texts.map((each) => ({ type: 'RedactText' as const, event: each, why }))),
        unavailable: form.unavailable,
        isFinal: true,
      }}
      title="Redact"
      width="wide"
    >
      <EventWords event={event} />
      <SideText>
        <p>
          <b>This cannot be undone.</b>{' '}
          {corrections.length === 0 ? 'The text is' : 'The text and all its corrections are'} removed for good. That it
          was removed, by whom and why, stays in the timeline.
        </p>
      </SideText>
      <TextField
        autoFocus
        hint="What kind of thing it was, without the thing itself."
        isRequired
        label="Why"
        onChange={setWhy}
        placeholder="for example customer name"
        problem={form.problemOf('why')}
        value={why}
      />
    </DialogFrame>
  );
};

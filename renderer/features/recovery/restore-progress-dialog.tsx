import { formatClock } from '../../../shared/kernel/zone.ts';
import { useZone } from '../../state/app-store.ts';
import { currentInstant } from '../../state/clock.ts';
import { useIncident } from '../../state/incident-store.ts';
import { useCommandForm } from '../../state/use-command-form.ts';
import { useTyped } from '../../state/use-typed.ts';
import { closeDialog } from '../../state/view-store.ts';
import { ComboBox } from '../../ui/combo-box.tsx';
import { DialogFrame } from '../../ui/dialog-frame.tsx';
import { FieldStack } from '../../ui/field-stack.tsx';
import { MomentField } from '../../ui/moment-field.tsx';
import { emptyMoment, readMoment } from '../../ui/read-moment.ts';
import { TextField } from '../../ui/text-field.tsx';

/** How far a restore is and when it may be done, as whoever runs it says: never worked out. */
export const RestoreProgressDialog = () => {
  const tracks = useIncident((open) => open.state.lifecycle.recoveryTracks);
  const services = useIncident((open) => open.state.lifecycle.services);
  const zone = useZone();
  const names = [...new Set([...tracks.keys(), ...services])];
  const [dataset, setDataset] = useTyped('dataset', names[0] ?? '');
  const [text, setText] = useTyped('text', '');
  const [expected, setExpected] = useTyped('expected', emptyMoment);
  const form = useCommandForm([dataset, text, expected]);
  const last = tracks.get(dataset)?.progress;
  const now = currentInstant();

  const record = () => {
    const reading = readMoment(expected, zone, now, 'coming');
    if (reading.kind === 'bad') form.refuse('expectedAt', reading.sentence);
    else if (reading.kind === 'ask') form.refuse('expectedAt', 'Say which moment is meant.');
    else
      void form.record({
        type: 'NoteRestoreProgress',
        dataset: dataset.trim(),
        text,
        ...(reading.kind === 'at' ? { expectedAt: reading.at } : {}),
      });
  };

  return (
    <DialogFrame
      intro={last ? `Last, at ${formatClock(last.at, zone)}: ${last.text}` : 'As whoever runs the restore says.'}
      note={form.problemBeside('dataset', 'text', 'expectedAt')}
      onCancel={closeDialog}
      primary={{ label: 'Note progress', onPress: record, unavailable: form.unavailable }}
      title="Restore progress"
      width="narrow"
    >
      <FieldStack>
        <ComboBox
          isRequired
          label="Service or dataset"
          onChange={setDataset}
          problem={form.problemOf('dataset')}
          suggestions={names.map((name) => ({ id: name, label: name }))}
          value={dataset}
        />
        <TextField
          autoFocus
          isRequired
          label="How far it is"
          onChange={setText}
          placeholder="for example 40 % copied, disk is the limit"
          problem={form.problemOf('text')}
          value={text}
        />
        <MomentField
          emptyHint="Optional. Left empty, nobody can say yet."
          isComing
          label="Expected to be done at"
          now={now}
          onChange={setExpected}
          problem={form.problemOf('expectedAt')}
          value={expected}
          zone={zone}
        />
      </FieldStack>
    </DialogFrame>
  );
};

import { formatClock } from '../../../shared/kernel/zone.ts';
import { clockErrorWords } from '../../../shared/timeline/clock-error-words.ts';
import { parseTimeBox } from '../../../shared/timeline/line-arguments.ts';
import { useApp, useZone } from '../../state/app-store.ts';
import { useNow } from '../../state/clock.ts';
import { useIncident } from '../../state/incident-store.ts';
import { useCommandForm } from '../../state/use-command-form.ts';
import { useChosen, useTyped } from '../../state/use-typed.ts';
import { closeDialog } from '../../state/view-store.ts';
import { ChoiceField } from '../../ui/choice-field.tsx';
import { DialogFrame } from '../../ui/dialog-frame.tsx';
import { FieldStack } from '../../ui/field-stack.tsx';
import { Mono } from '../../ui/mono.tsx';
import { SideText } from '../../ui/side-text.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './clock-error-dialog.module.css';

const ways = [
  { id: 'fast', label: 'Fast' },
  { id: 'slow', label: 'Slow' },
  { id: 'right', label: 'Right' },
] as const;
type Way = (typeof ways)[number]['id'];

/** Nobody sets clocks in the heat: how far this one is off is enough to put the stories of two devices side by side. */
export const ClockErrorDialog = () => {
  const device = useApp(({ info }) => info?.identity.device ?? '');
  const [off, setOff] = useTyped('off', '');
  const [way, setWay] = useChosen<Way>('way', 'fast');
  const [against, setAgainst] = useTyped('against', '');
  const form = useCommandForm([off, way, against]);
  const offMs = way === 'right' ? 0 : parseTimeBox(off.replace(/\s+/g, ''));

  const record = () => {
    if (offMs === undefined) form.refuse('errorMs', 'Type how far it is off: 3m, 20s, 1h2m.');
    else void form.record({ type: 'StateClockError', errorMs: way === 'slow' ? -offMs : offMs, against });
  };

  return (
    <DialogFrame
      aside={<Effects />}
      intro="Compare it with a clock that you trust."
      note={form.problemBeside('errorMs', 'against')}
      onCancel={closeDialog}
      primary={{ label: 'State clock error', onPress: record, unavailable: form.unavailable }}
      title="Clock error of this device"
    >
      <FieldStack>
        <ThisClock device={device} />
        <ChoiceField label="This clock is" onChange={setWay} options={ways} value={way} />
        {way === 'right' ? null : (
          <TextField
            autoFocus
            hint="Minutes and seconds: 3m, 20s, 2m30s."
            isRequired
            label="By how much"
            onChange={setOff}
            problem={form.problemOf('errorMs')}
            value={off}
          />
        )}
        <TextField
          hint="So that somebody can check it later."
          isRequired
          label="Against which clock"
          onChange={setAgainst}
          placeholder="for example NTP of the data centre"
          problem={form.problemOf('against')}
          value={against}
        />
      </FieldStack>
    </DialogFrame>
  );
};

const ThisClock = ({ device }: { readonly device: string }) => {
  const zone = useZone();
  const now = useNow();
  return (
    <p className={styles.now}>
      The clock of {device || 'this device'} shows <Mono dateTime={now}>{formatClock(now, zone, true)}</Mono>
    </p>
  );
};

const Effects = () => {
  const timeline = useIncident(({ state }) => state.timeline);
  const stated = [...timeline.clockErrors.values()];
  return (
    <SideText>
      <h3>What it does</h3>
      <p>
        All that this device has recorded since its clock was last set, and records until it is set again, shows the
        corrected time beside the recorded one: on the timeline and in the review.
      </p>
      <h3>What it leaves alone</h3>
      <p>No recorded time is changed. Figures, clocks and promises keep the recorded times.</p>
      {stated.length > 0 ? <h3>Stated so far</h3> : null}
      <ul>
        {stated.map(({ event, by }) => (
          <li key={event.id}>
            {clockErrorWords(event)} {by}
          </li>
        ))}
      </ul>
    </SideText>
  );
};

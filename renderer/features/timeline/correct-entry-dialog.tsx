import { useState } from 'react';
import { formatClock } from '../../../shared/kernel/zone.ts';
import type { EventId } from '../../../shared/record/ids.ts';
import { effectiveEntry } from '../../../shared/timeline/effective-entry.ts';
import { useZone } from '../../state/app-store.ts';
import { useNow } from '../../state/clock.ts';
import { useIncident } from '../../state/incident-store.ts';
import { useCommandForm } from '../../state/use-command-form.ts';
import { useTyped } from '../../state/use-typed.ts';
import { closeDialog } from '../../state/view-store.ts';
import { DialogFrame } from '../../ui/dialog-frame.tsx';
import { MomentField } from '../../ui/moment-field.tsx';
import { emptyMoment, readMoment } from '../../ui/read-moment.ts';
import { TextArea } from '../../ui/text-area.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { timelineView } from './timeline-view.ts';

/** Better words or a better time for an entry; the old ones stay in the timeline, struck through. */
export const CorrectEntryDialog = ({ entry }: { readonly entry: EventId }) => {
  const found = useIncident(({ state }) => state.timeline.entries.get(entry));
  const redactions = useIncident(({ state }) => state.timeline.redactions);
  const now = useNow();
  const zone = useZone();
  const current = found && effectiveEntry(found, redactions);
  const [text, setText] = useTyped('text', current?.text ?? '');
  const [moment, setMoment] = useTyped('moment', emptyMoment);
  const [reason, setReason] = useTyped('reason', '');
  const [correctFirst] = useState(() => timelineView.getState().correctFirst);
  const form = useCommandForm([text, moment, reason], () => {
    timelineView.setState({ correctFirst: 'text' });
    closeDialog();
  });
  const cancel = () => {
    timelineView.setState({ correctFirst: 'text' });
    closeDialog();
  };
  if (!current)
    return (
      <DialogFrame onCancel={cancel} title="Correct an entry" width="narrow">
        <p>This entry was taken back. Record a new one.</p>
      </DialogFrame>
    );

  const reading = readMoment(moment, zone, now);
  const isUnclear = reading.kind === 'ask' || reading.kind === 'bad';
  const isSame = text.trim() === current.text && reading.kind === 'now';
  const correct = () =>
    void form.record({
      type: 'CorrectEntry',
      entry,
      ...(text.trim() === current.text ? {} : { text }),
      ...(reading.kind === 'at' ? { happenedAt: reading.at } : {}),
      ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
    });

  return (
    <DialogFrame
      intro="The old words stay in the timeline, struck through."
      note={form.problemBeside('text', 'happenedAt', 'reason')}
      onCancel={cancel}
      primary={{
        label: 'Correct entry',
        onPress: correct,
        unavailable:
          form.unavailable ??
          (isUnclear ? 'The time is not clear yet.' : isSame ? 'Nothing is changed yet.' : undefined),
      }}
      title="Correct an entry"
    >
      <TextArea
        autoFocus={correctFirst === 'text'}
        label="What happened"
        onChange={setText}
        problem={form.problemOf('text')}
        value={text}
      />
      <MomentField
        autoFocus={correctFirst === 'time'}
        emptyHint={`Optional. Left empty, it stays ${formatClock(current.happenedAt, zone)}.`}
        label="When it happened"
        now={now}
        onChange={setMoment}
        problem={form.problemOf('happenedAt')}
        value={moment}
        zone={zone}
      />
      <TextField
        hint="Optional. Shown beside the correction."
        label="Why"
        onChange={setReason}
        placeholder="for example wrong graph line"
        problem={form.problemOf('reason')}
        value={reason}
      />
    </DialogFrame>
  );
};

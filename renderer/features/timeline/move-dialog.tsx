import { useRef, useState } from 'react';
import type { EventId, IncidentId } from '../../../shared/record/ids.ts';
import { noOtherText, useApp } from '../../state/app-store.ts';
import { execute, executeIn, useIncident } from '../../state/incident-store.ts';
import { useForgetTyped, useTyped } from '../../state/use-typed.ts';
import { announce, closeDialog } from '../../state/view-store.ts';
import { DialogFrame } from '../../ui/dialog-frame.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { EventWords } from './event-words.tsx';
import { moveTargets } from './move-targets.ts';

interface Problem {
  readonly sentence: string;
  readonly field?: string;
}

/** Records the event in the incident it belongs to, then takes it back here: at no moment is it in neither. */
export const MoveDialog = ({ event }: { readonly event: EventId }) => {
  const here = useIncident((open) => open.id);
  const readOnly = useIncident((open) => open.readOnly);
  const logged = useIncident(({ state }) => state.logById.get(event));
  const incidents = useApp((app) => app.incidents);
  const noOther = useApp((app) => noOtherText(app, here));
  const targets = moveTargets(incidents ?? [], here);
  const [chosen, setChosen] = useState<IncidentId | null>(null);
  // What was chosen may have left the list since.
  const target = targets.find(({ id }) => id === chosen)?.id ?? null;
  const [reason, setReason] = useTyped('reason', '');
  const [problem, setProblem] = useState<Problem>();
  const [isBusy, setBusy] = useState(false);
  const isUnderWay = useRef(false);
  const forgetTyped = useForgetTyped();

  const move = async () => {
    if (isUnderWay.current || !logged) return;
    const missing = missingIn(target, reason);
    setProblem(missing);
    if (missing) return;
    isUnderWay.current = true;
    setBusy(true);
    const refused = await moveEvent();
    isUnderWay.current = false;
    setBusy(false);
    setProblem(refused);
    if (refused) return;
    forgetTyped();
    announce('Moved. It stays here too, struck through.');
    closeDialog();
  };

  const moveEvent = async (): Promise<Problem | undefined> => {
    if (!logged || target === null) return undefined;
    const origin = { incident: here, event, recordedAt: logged.recordedAt };
    const received = await executeIn(target, { type: 'ReceiveEvent', origin, event: logged.event });
    // An earlier try may have got as far as this; what is left is to take it back here.
    if (!received.ok && received.error.code !== 'move.twice') return received.error;
    const withdrawn = await execute({ type: 'WithdrawEvent', event, reason, movedTo: target });
    return withdrawn.ok ? undefined : withdrawn.error;
  };

  const unavailable = readOnly ?? (isBusy ? 'Recording: it is on its way to the disk.' : undefined) ?? noOther;
  return (
    <DialogFrame
      intro="It keeps its time and its words there, and stays here struck through."
      note={problem && !['incident', 'reason'].includes(problem.field ?? '') ? problem.sentence : undefined}
      onCancel={closeDialog}
      primary={{ label: 'Move', onPress: () => void move(), unavailable }}
      title="Move to another incident"
    >
      <EventWords event={event} />
      {noOther === undefined ? (
        <Select
          autoFocus
          isRequired
          label="Incident"
          onChange={setChosen}
          options={targets}
          problem={problem?.field === 'incident' ? problem.sentence : undefined}
          value={target}
        />
      ) : (
        <p>{noOther}</p>
      )}
      <TextField
        hint="For example: recorded in the wrong incident."
        isRequired
        label="Why"
        onChange={setReason}
        problem={problem?.field === 'reason' ? problem.sentence : undefined}
        value={reason}
      />
    </DialogFrame>
  );
};

/** Both are asked for before anything is recorded: a refusal half-way would leave the event in both incidents. */
const missingIn = (target: IncidentId | null, reason: string): Problem | undefined => {
  if (target === null) return { field: 'incident', sentence: 'Choose the incident that it belongs to.' };
  return reason.trim() === '' ? { field: 'reason', sentence: 'Say why it moves.' } : undefined;
};

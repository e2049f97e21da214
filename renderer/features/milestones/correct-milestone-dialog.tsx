import { useState } from 'react';
import { formatClock, formatDate } from '../../../shared/kernel/zone.ts';
import { currentClaim } from '../../../shared/lifecycle/current-claim.ts';
import { type Milestone, milestoneWords } from '../../../shared/lifecycle/lifecycle.ts';
import { useZone } from '../../state/app-store.ts';
import { currentInstant } from '../../state/clock.ts';
import { useIncident } from '../../state/incident-store.ts';
import { useCommandForm } from '../../state/use-command-form.ts';
import { useTyped } from '../../state/use-typed.ts';
import { closeDialog, openDialog } from '../../state/view-store.ts';
import { Button } from '../../ui/button.tsx';
import { DialogFrame } from '../../ui/dialog-frame.tsx';
import { FieldStack } from '../../ui/field-stack.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { MetricMoves, usePreviewProblem } from './metric-moves.tsx';
import { emptyValues, type MilestoneValues, toCorrect } from './milestone-form.ts';
import { momentText } from './moment-text.ts';
import { WhenFields } from './when-fields.tsx';

/** A better claim of when a milestone was reached. The old one stays in the record. */
export const CorrectMilestoneDialog = ({ milestone }: { readonly milestone: Milestone }) => {
  const lifecycle = useIncident((open) => open.state.lifecycle);
  const zone = useZone();
  const [claim] = useState(() => currentClaim(lifecycle, milestone));
  const [shownAt] = useState(() => (claim ? momentText(claim.at, zone, currentInstant()) : ''));
  const [values, setValues] = useTyped<MilestoneValues>('values', () => ({
    ...emptyValues,
    at: { text: shownAt },
    isUnsure: claim?.estimated ?? false,
    earliest: { text: claim?.range ? momentText(claim.range.earliest, zone, currentInstant()) : '' },
    latest: { text: claim?.range ? momentText(claim.range.latest, zone, currentInstant()) : '' },
    evidence: claim?.evidence.join('\n') ?? '',
  }));
  const form = useCommandForm([values]);
  const command = toCorrect(milestone, values, shownAt, zone, currentInstant());
  const wrong = usePreviewProblem(command);
  if (!claim) return null;
  const change = (part: Partial<MilestoneValues>) => setValues((before) => ({ ...before, ...part }));
  return (
    <DialogFrame
      aside={<MetricMoves command={command} />}
      extraActions={
        <Button
          onPress={() => openDialog({ name: 'withdraw', event: claim.event })}
          size="large"
          unavailable={form.unavailable}
        >
          Take it back
        </Button>
      }
      intro={`Recorded as ${formatDate(claim.at, zone)} ${formatClock(claim.at, zone, true)} by ${claim.by}.`}
      note={form.problemBeside('at', 'range', 'evidence', 'reason')}
      onCancel={closeDialog}
      primary={{
        label: 'Correct',
        onPress: () => {
          if (command) void form.record(command);
        },
        unavailable: form.unavailable,
        isReady: command !== undefined && wrong === undefined,
      }}
      title={`Correct ${milestoneWords[milestone]}`}
      width="wide"
    >
      <FieldStack>
        <WhenFields
          emptyHint="Optional. Left empty, the time stays as it is."
          form={form}
          isFirst
          onChange={change}
          values={values}
        />
        <TextField
          label="Reason"
          onChange={(reason) => change({ reason })}
          problem={form.problemOf('reason')}
          value={values.reason}
        />
      </FieldStack>
    </DialogFrame>
  );
};

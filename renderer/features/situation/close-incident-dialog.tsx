import { useState } from 'react';
import { formatClock } from '../../../shared/kernel/zone.ts';
import { milestoneWords } from '../../../shared/lifecycle/lifecycle.ts';
import { mergeOffers } from '../../../shared/lifecycle/merge-offers.ts';
import { projectMetricRecord } from '../../../shared/lifecycle/metric-record.ts';
import type { IncidentId } from '../../../shared/record/ids.ts';
import { noOtherText, useApp, useZone } from '../../state/app-store.ts';
import { useIncident } from '../../state/incident-store.ts';
import { useCommandForm } from '../../state/use-command-form.ts';
import { useTyped } from '../../state/use-typed.ts';
import { closeDialog } from '../../state/view-store.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { ChoiceField } from '../../ui/choice-field.tsx';
import { DialogFrame } from '../../ui/dialog-frame.tsx';
import { FieldStack } from '../../ui/field-stack.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './situation.module.css';
import { takeOverAll } from './take-over.ts';

type As = 'false-alarm' | 'merged' | 'cancelled';

/** Ends what was no incident, was another's, or never should have been. What was sent outside has to be retracted. */
export const CloseIncidentDialog = () => {
  const id = useIncident((open) => open.id);
  const sent = useIncident((open) => open.state.updates.sent.size);
  const incidents = useApp((app) => app.incidents);
  const noOther = useApp((app) => noOtherText(app, id));
  const lifecycle = useIncident((open) => open.state.lifecycle);
  const zone = useZone();
  const [as, setAs] = useState<As | null>(null);
  const [reason, setReason] = useTyped('reason', '');
  const [parent, setParent] = useState<IncidentId | null>(null);
  const [refusedOffers, setRefusedOffers] = useState<ReadonlySet<string>>(new Set());
  const into = as === 'merged' ? incidents?.find((incident) => incident.id === parent) : undefined;
  const offers = into ? mergeOffers(projectMetricRecord(id, lifecycle).milestones, into.metrics.milestones) : [];
  const chosen = offers.filter(({ milestone }) => !refusedOffers.has(milestone));
  const name = lifecycle.key ?? id.slice(-6);
  const form = useCommandForm([as, reason, parent], () => {
    closeDialog();
    if (into) void takeOverAll(into, chosen, name);
  });
  const others = (incidents ?? []).filter((incident) => incident.id !== id);
  const told = sent === 0 ? undefined : `${sent === 1 ? '1 update was' : `${sent} updates were`} sent. Tell them too.`;
  return (
    <DialogFrame
      intro={as === null ? 'Nothing here is resolved by this: say what it was instead.' : intros[as]}
      note={form.problemBeside('as', 'reason', 'parent') ?? told}
      onCancel={closeDialog}
      primary={{
        label: 'Close incident',
        onPress: () => {
          if (as === null) form.refuse('as', 'Choose how it is closed.');
          else
            void form.record({
              type: 'CloseIncident',
              as,
              reason,
              ...(into ? { parent: into.id } : {}),
            });
        },
        unavailable: form.unavailable ?? (as === 'merged' ? noOther : undefined),
      }}
      title="Close without resolving"
      width="narrow"
    >
      <FieldStack>
        <ChoiceField
          isRequired
          label="Close as"
          onChange={setAs}
          options={choices}
          problem={form.problemOf('as')}
          value={as}
        />
        {as === 'merged' && noOther !== undefined ? <p>{noOther}</p> : null}
        {as === 'merged' && noOther === undefined ? (
          <Select
            isRequired
            label="Part of"
            onChange={setParent}
            options={others.map((incident) => ({
              id: incident.id,
              label: incident.title,
              detail: incident.key,
            }))}
            problem={form.problemOf('parent')}
            value={into?.id ?? null}
          />
        ) : null}
        {into && offers.length > 0 ? (
          <fieldset className={styles.offers}>
            <legend>Earlier here than in {into.key ?? into.title}. Correct it there:</legend>
            {offers.map(({ milestone, at, was }) => (
              <Checkbox
                isSelected={!refusedOffers.has(milestone)}
                key={milestone}
                note={was === undefined ? 'not recorded there' : `there ${formatClock(was, zone, true)}`}
                onChange={(isOn) => {
                  const left = new Set(refusedOffers);
                  if (isOn) left.delete(milestone);
                  else left.add(milestone);
                  setRefusedOffers(left);
                }}
              >
                {`${milestoneWords[milestone]} ${formatClock(at, zone, true)}`}
              </Checkbox>
            ))}
          </fieldset>
        ) : null}
        <TextField
          autoFocus
          isRequired={as !== 'merged' && !(as === 'cancelled' && lifecycle.drill)}
          label="Why"
          onChange={setReason}
          problem={form.problemOf('reason')}
          value={reason}
        />
      </FieldStack>
    </DialogFrame>
  );
};

const choices: readonly { readonly id: As; readonly label: string }[] = [
  { id: 'false-alarm', label: 'False alarm' },
  { id: 'merged', label: 'Merged' },
  { id: 'cancelled', label: 'Cancelled' },
];

const intros: Readonly<Record<As, string>> = {
  'false-alarm': 'Nothing was wrong. Only the time to acknowledge counts.',
  merged: 'It is a part of another incident and counts there.',
  cancelled: 'A drill that ends, or declared in error. It counts nowhere.',
};

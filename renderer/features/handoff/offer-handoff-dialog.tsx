import { useMemo, useState } from 'react';
import { offeredRisks, risksToReadBack } from '../../../shared/incident/handoff-risks.ts';
import { findRoleName } from '../../../shared/playbook/find-in-playbook.ts';
import { incidentName } from '../../../shared/review/review-words.ts';
import { dutyHolderOf } from '../../../shared/roles/role-holders.ts';
import { isSamePerson } from '../../../shared/roles/same-person.ts';
import { useZone } from '../../state/app-store.ts';
import { currentInstant } from '../../state/clock.ts';
import { useIncident } from '../../state/incident-store.ts';
import { useCommandForm } from '../../state/use-command-form.ts';
import { useChosen, useTyped } from '../../state/use-typed.ts';
import { closeDialog, showWorkspace } from '../../state/view-store.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { ComboBox } from '../../ui/combo-box.tsx';
import { DialogFrame } from '../../ui/dialog-frame.tsx';
import { EmptyLine } from '../../ui/empty-line.tsx';
import { FieldStack } from '../../ui/field-stack.tsx';
import { Notice } from '../../ui/notice.tsx';
import type { Option } from '../../ui/option.ts';
import { TextField } from '../../ui/text-field.tsx';
import { offerWords, roleThing } from './handoff-words.ts';
import styles from './offer-handoff-dialog.module.css';

interface OfferHandoffDialogProps {
  readonly role: string;
}

/** Who takes over and what they have to read back. Nothing moves until they accept. */
export const OfferHandoffDialog = ({ role }: OfferHandoffDialogProps) => {
  const state = useIncident((open) => open.state);
  const playbook = useIncident((open) => open.playbook);
  const zone = useZone();
  const [to, setTo] = useTyped('to', '');
  const [own, setOwn] = useTyped('own', '');
  // As they stood when the dialog opened: a list that reorders itself under the pointer is ticked wrongly.
  const [offered] = useState(() => offeredRisks(state, playbook, role, { now: currentInstant(), zone }));
  const [added, setAdded] = useTyped<readonly string[]>('added', []);
  const [ticked, setChosen] = useChosen<readonly string[]>('chosen', () => offered.slice(0, risksToReadBack));
  const shown = [...offered, ...added];
  // What was ticked before this opening may be no risk any more.
  const chosen = ticked.filter((risk) => shown.includes(risk));
  const form = useCommandForm([to, own, added, ticked], () => showWorkspace({ name: 'handoff', role }));
  const roleName = findRoleName(playbook, role);
  const thing = roleThing(role, roleName);
  const holder = dutyHolderOf(state.roles, playbook, role);
  const people = useMemo(
    () => peopleOptions(state.roles.roster, playbook.people, holder),
    [state.roles.roster, playbook.people, holder],
  );

  const toggle = (risk: string, isOn: boolean) =>
    setChosen(isOn ? [...chosen, risk] : chosen.filter((other) => other !== risk));
  const add = () => {
    const risk = own.trim();
    if (risk === '') return;
    if (!shown.includes(risk)) setAdded([...added, risk]);
    if (!chosen.includes(risk)) setChosen([...chosen, risk]);
    setOwn('');
  };
  const offer = () => {
    const typed = own.trim();
    const risks = typed === '' || chosen.includes(typed) ? chosen : [...chosen, typed];
    void form.record({ type: 'OfferHandoff', role, to, risks });
  };
  const other = form.problemBeside('to');
  return (
    <DialogFrame
      intro={
        holder === undefined ? `Nobody holds ${roleName} now.` : `${holder} stays ${roleName} until it is accepted.`
      }
      note={other === undefined ? undefined : <Notice tone="error">{other}</Notice>}
      onCancel={closeDialog}
      primary={{ label: `Offer ${thing}`, onPress: offer, unavailable: form.unavailable }}
      title={`Hand off ${thing}`}
    >
      <FieldStack>
        <ComboBox
          autoFocus
          hint="Rested, and free for the next hours."
          isRequired
          label="Who takes over"
          onChange={setTo}
          problem={form.problemOf('to')}
          suggestions={people}
          value={to}
        />
        <fieldset className={styles.risks}>
          <legend>{`Risks to read back, ${chosen.length} chosen`}</legend>
          {shown.length === 0 ? <EmptyLine>The record holds none. Write what you see coming.</EmptyLine> : null}
          {shown.map((risk) => (
            <Checkbox isSelected={chosen.includes(risk)} key={risk} onChange={(isOn) => toggle(risk, isOn)}>
              {risk}
            </Checkbox>
          ))}
          {chosen.length > risksToReadBack ? (
            <p className="dim">{`Three are remembered, ${chosen.length} are not. Leave the smaller ones out.`}</p>
          ) : null}
        </fieldset>
        <div className={styles.own}>
          <TextField
            label="Another risk"
            onChange={setOwn}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return;
              event.preventDefault();
              add();
            }}
            value={own}
          />
          <Button onPress={add} size="field" unavailable={own.trim() === '' ? 'Nothing is written yet.' : undefined}>
            Add
          </Button>
        </div>
        <p className="dim">Say aloud: "{offerWords(thing, incidentName(state))}"</p>
      </FieldStack>
    </DialogFrame>
  );
};

const peopleOptions = (
  roster: readonly { readonly person: string; readonly leftAt?: string }[],
  people: readonly { readonly name: string; readonly role: string }[],
  holder: string | undefined,
): readonly Option[] => {
  const options = new Map<string, Option>();
  for (const { person, leftAt } of roster)
    if (leftAt === undefined) options.set(person, { id: person, label: person, detail: 'here' });
  for (const { name, role } of people)
    if (!options.has(name)) options.set(name, { id: name, label: name, detail: role });
  return [...options.values()].filter(({ label }) => holder === undefined || !isSamePerson(label, holder));
};

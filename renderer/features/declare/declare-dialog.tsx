import { useRef, useState } from 'react';
import { ulid } from 'ulid';
import type { IncidentId } from '../../../shared/record/ids.ts';
import { appStore, setIdentity, shownIncidents, useApp, useZone } from '../../state/app-store.ts';
import { currentInstant, useNow } from '../../state/clock.ts';
import { declareIncident } from '../../state/declare.ts';
import { incidentStore, openIncident } from '../../state/incident-store.ts';
import { useForgetTyped, useTyped } from '../../state/use-typed.ts';
import { closeDialog, type Dialog, focusEntryLine, showScreen } from '../../state/view-store.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { ChoiceField } from '../../ui/choice-field.tsx';
import { DialogFrame } from '../../ui/dialog-frame.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { DeclareAside } from './declare-aside.tsx';
import { DeclareDetails, IdentityFields } from './declare-details.tsx';
import styles from './declare-dialog.module.css';
import { type DeclareForm, emptyForm, startOf, toCommand } from './declare-form.ts';

type Given = Pick<Extract<Dialog, { readonly name: 'declare' }>, 'title' | 'relapseOf'>;

/** Only the first line is needed; everything else can follow. `title` comes from `!start`, `relapseOf` from a refusal. */
export const DeclareDialog = ({ given }: { readonly given: Given }) => {
  const identity = useApp((app) => app.info?.identity);
  const playbook = useApp((app) => app.playbook);
  const readOnly = useApp((app) => app.info?.library.readOnly ?? null);
  const zone = useZone();
  const now = useNow();
  const [form, setForm] = useTyped<DeclareForm>('form', () => ({
    ...emptyForm(identity?.person ?? '', identity?.device ?? ''),
    ...startOf(given, shownIncidents(appStore.getState()) ?? [], incidentStore.getState().open),
  }));
  const forgetTyped = useForgetTyped();
  const [problem, setProblem] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  // The id belongs to this dialog: pressing twice, or again after a failure, declares one incident.
  const incident = useRef(ulid(Date.parse(currentInstant())) as IncidentId);
  const change = (part: Partial<DeclareForm>) => {
    setForm((before) => ({ ...before, ...part }));
    // It was said of what stood there before.
    setProblem(undefined);
  };
  const severity = playbook?.severities.find(({ id }) => id === form.severity);
  const isTitleMissing = problem !== undefined && form.title.trim() === '';
  const asksIdentity = identity?.asked === false;

  const declare = async () => {
    if (isBusy) return;
    const read = toCommand(form, zone, currentInstant(), appStore.getState().playbookDigest ?? '');
    if ('problem' in read) {
      setProblem(read.problem);
      return;
    }
    setBusy(true);
    setProblem(undefined);
    if (asksIdentity) await setIdentity(form.person.trim(), form.device.trim());
    const reply = await declareIncident(incident.current, read.command);
    // Declared twice is declared: the first answer was lost on its way.
    const isDeclared = reply.ok || reply.error.code === 'declare.twice';
    if (isDeclared && (await openIncident(incident.current))) {
      forgetTyped();
      closeDialog();
      showScreen('console');
      focusEntryLine();
      return;
    }
    setBusy(false);
    const failure = reply.ok || isDeclared ? incidentStore.getState().failure : reply.error;
    setProblem(failure?.sentence ?? 'It is declared, but it could not be opened. Press again.');
  };

  return (
    <DialogFrame
      aside={<DeclareAside form={form} now={now} zone={zone} />}
      intro="Only the first line is needed. The rest can follow."
      note={problem && !isTitleMissing ? <span className={styles.problem}>{problem}</span> : <Say form={form} />}
      onCancel={closeDialog}
      primary={{
        label: 'Declare incident',
        onPress: () => void declare(),
        unavailable: readOnly ?? (isBusy ? 'Recording: it is on its way to the disk.' : undefined),
      }}
      title="Declare incident"
      width="wide"
    >
      <div className={styles.form}>
        <TextField
          autoFocus
          isRequired
          label="What is wrong"
          maxLength={500}
          onChange={(text) => change({ title: text })}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey && !event.nativeEvent.isComposing) {
              event.preventDefault();
              void declare();
            }
          }}
          problem={isTitleMissing ? problem : undefined}
          size="large"
          value={form.title}
        />
        <ChoiceField
          hasDigitKeys
          hint={`${severity ? `${severity.id}: ${severity.criteria.join('; ')}.` : 'Optional: it can be set later.'} Unsure? Take the more severe one.`}
          isWide
          label="Severity, for now"
          onChange={(id) => change({ severity: id })}
          options={(playbook?.severities ?? []).map(({ id, name }) => ({ id, label: id, detail: name }))}
          value={form.severity}
        />
        <DeclareDetails form={form} now={now} onChange={change} zone={zone} />
        {asksIdentity ? <IdentityFields form={form} onChange={change} /> : null}
        <Checkbox isSelected={form.drill} onChange={(drill) => change({ drill })}>
          Exercise, not real
        </Checkbox>
      </div>
    </DialogFrame>
  );
};

const Say = ({ form }: { readonly form: DeclareForm }) => (
  <span>
    <span className="dim">You can say:</span> “
    {form.commander.trim() ? `${form.commander.trim()} here: I have command.` : 'I have command.'}”
  </span>
);

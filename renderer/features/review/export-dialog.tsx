import { useRef, useState } from 'react';
import type { ExportFormat } from '../../../shared/review/export-formats.ts';
import { type ExportReport, exportReview, showExportFolder } from '../../state/exports.ts';
import { useIncident } from '../../state/incident-store.ts';
import { announce, closeDialog } from '../../state/view-store.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { ChoiceField } from '../../ui/choice-field.tsx';
import { DialogFrame } from '../../ui/dialog-frame.tsx';
import { FieldStack } from '../../ui/field-stack.tsx';
import { Notice } from '../../ui/notice.tsx';
import { chosenFormats, exportChoices, formatsInWords, usualFormats } from './export-words.ts';
import { ExportedFiles } from './exported-files.tsx';
import { writing } from './live-writing.ts';
import styles from './review-dialogs.module.css';

type Step =
  | { readonly name: 'asking' }
  | { readonly name: 'writing' }
  | { readonly name: 'done'; readonly report: ExportReport; readonly isOwnFolder: boolean }
  | { readonly name: 'failed'; readonly sentence: string };

/** Writes the document in as many formats as are ticked; it can be pressed as often as one likes. */
export const ExportDialog = () => {
  const incident = useIncident((open) => open.id);
  const [chosen, setChosen] = useState<ReadonlySet<ExportFormat>>(usualFormats);
  const [place, setPlace] = useState<'own' | 'ask'>('own');
  const [step, setStep] = useState<Step>({ name: 'asking' });
  const isUnderWay = useRef(false);
  const formats = chosenFormats(chosen);

  const run = async () => {
    if (isUnderWay.current) return;
    isUnderWay.current = true;
    setStep({ name: 'writing' });
    setStep(await exportAll());
    isUnderWay.current = false;
  };

  const exportAll = async (): Promise<Step> => {
    // The document is made from the record: what was typed last has to be there first.
    if (!(await writing.recordAll()))
      return {
        name: 'failed',
        sentence: 'A section is not recorded yet. See what its editor says, then export again.',
      };
    const reply = await exportReview(incident, formats, place === 'ask');
    if (!reply.ok) return { name: 'failed', sentence: reply.error.sentence };
    if (reply.value === null) return { name: 'asking' };
    announce(`Exported: ${formatsInWords(formats)}`);
    return { name: 'done', report: reply.value, isOwnFolder: place === 'own' };
  };

  const show = async () => {
    const reply = await showExportFolder(incident);
    if (!reply.ok) setStep({ name: 'failed', sentence: reply.error.sentence });
  };

  return (
    <DialogFrame
      cancelLabel={step.name === 'done' ? 'Close' : 'Cancel'}
      extraActions={
        step.name === 'done' && step.isOwnFolder ? (
          <Button onPress={() => void show()} size="large">
            Show in folder
          </Button>
        ) : undefined
      }
      intro="Made from what is on record now."
      note={step.name === 'writing' ? `Writing ${formatsInWords(formats)}` : undefined}
      onCancel={closeDialog}
      primary={{
        label: 'Export review',
        onPress: () => void run(),
        unavailable:
          step.name === 'writing'
            ? 'The files are being written.'
            : formats.length === 0
              ? 'Choose at least one format.'
              : undefined,
      }}
      title="Export the review"
    >
      <FieldStack>
        <fieldset className={styles.formats}>
          <legend className={styles.label}>Formats</legend>
          {exportChoices.map(({ id, label, note }, index) => (
            <Checkbox
              autoFocus={index === 0}
              isSelected={chosen.has(id)}
              key={id}
              note={note}
              onChange={(isOn) => setChosen(new Set(isOn ? [...chosen, id] : formats.filter((other) => other !== id)))}
            >
              {label}
            </Checkbox>
          ))}
        </fieldset>
        <ChoiceField
          label="Where to"
          onChange={setPlace}
          options={[
            { id: 'own', label: 'With the incident', detail: 'its own exports folder' },
            { id: 'ask', label: 'Another folder', detail: 'asked for at the end' },
          ]}
          value={place}
        />
        {step.name === 'failed' ? <Notice tone="error">{step.sentence}</Notice> : null}
        {step.name === 'done' ? <ExportedFiles report={step.report} /> : null}
      </FieldStack>
    </DialogFrame>
  );
};

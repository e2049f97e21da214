import type { DetectionSource } from '../../../shared/lifecycle/lifecycle.ts';
import { useIncident } from '../../state/incident-store.ts';
import { useCommandForm } from '../../state/use-command-form.ts';
import { useChosen, useTyped } from '../../state/use-typed.ts';
import { closeDialog } from '../../state/view-store.ts';
import { ChoiceField } from '../../ui/choice-field.tsx';
import { DialogFrame } from '../../ui/dialog-frame.tsx';
import { FieldStack } from '../../ui/field-stack.tsx';
import { TextField } from '../../ui/text-field.tsx';

/** Title, id, services and how it was found. Only what was changed is recorded. */
export const DetailsDialog = () => {
  const lifecycle = useIncident((open) => open.state.lifecycle);
  const services = useIncident((open) => open.playbook.services);
  const [title, setTitle] = useTyped('title', lifecycle.title);
  const [key, setKey] = useTyped('key', lifecycle.key ?? '');
  const [serviceText, setServiceText] = useTyped('serviceText', lifecycle.services.join(', '));
  const [source, setSource] = useChosen<DetectionSource | null>('source', lifecycle.detection?.source ?? null);
  const [detail, setDetail] = useTyped('detail', lifecycle.detection?.detail ?? '');
  const form = useCommandForm([title, key, serviceText, source, detail]);
  const typedServices = [
    ...new Set(
      serviceText
        .split(',')
        .map((name) => name.trim())
        .filter(Boolean),
    ),
  ];
  const isFoundChanged =
    source !== null &&
    (source !== lifecycle.detection?.source || detail.trim() !== (lifecycle.detection?.detail ?? ''));
  const changes = {
    ...(title.trim() === lifecycle.title ? {} : { title: title.trim() }),
    ...(key.trim() === (lifecycle.key ?? '') ? {} : { key: key.trim() }),
    ...(typedServices.join() === lifecycle.services.join() ? {} : { services: typedServices }),
    ...(isFoundChanged ? { detection: { source, ...(detail.trim() ? { detail: detail.trim() } : {}) } } : {}),
  };
  return (
    <DialogFrame
      note={form.problemBeside('title', 'key', 'services')}
      onCancel={closeDialog}
      primary={{
        label: 'Record details',
        onPress: () => void form.record({ type: 'ChangeDetails', ...changes }),
        unavailable: form.unavailable ?? (Object.keys(changes).length === 0 ? 'Nothing is changed yet.' : undefined),
      }}
      title="Incident details"
      width="narrow"
    >
      <FieldStack>
        <TextField
          autoFocus
          isRequired
          label="Title"
          onChange={setTitle}
          problem={form.problemOf('title')}
          value={title}
        />
        <TextField
          hint="What people call it aloud."
          isMono
          label="Id"
          onChange={setKey}
          problem={form.problemOf('key')}
          value={key}
        />
        <TextField
          hint={
            services.length > 0
              ? `Separated by commas. Known: ${services.map(({ id }) => id).join(', ')}.`
              : 'Separated by commas.'
          }
          label="Services"
          onChange={setServiceText}
          problem={form.problemOf('services')}
          value={serviceText}
        />
        <ChoiceField label="Found by" onChange={setSource} options={sources} value={source} />
        {source === null ? null : <TextField label="How it was found" onChange={setDetail} value={detail} />}
      </FieldStack>
    </DialogFrame>
  );
};

const sources: readonly { readonly id: DetectionSource; readonly label: string }[] = [
  { id: 'alert', label: 'Alert' },
  { id: 'staff', label: 'Staff' },
  { id: 'customer', label: 'Customer' },
  { id: 'partner', label: 'Partner' },
  { id: 'security', label: 'Security' },
];

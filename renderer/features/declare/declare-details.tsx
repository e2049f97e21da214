import { useMemo } from 'react';
import type { Instant } from '../../../shared/kernel/instant.ts';
import type { DetectionSource } from '../../../shared/lifecycle/lifecycle.ts';
import { useApp } from '../../state/app-store.ts';
import { ComboBox } from '../../ui/combo-box.tsx';
import { MomentField } from '../../ui/moment-field.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './declare-dialog.module.css';
import type { DeclareForm } from './declare-form.ts';
import { RelapseField } from './relapse-field.tsx';

interface FieldsProps {
  readonly form: DeclareForm;
  readonly onChange: (part: Partial<DeclareForm>) => void;
}

interface DeclareDetailsProps extends FieldsProps {
  readonly now: Instant;
  readonly zone: string;
}

const sources: readonly { readonly id: DetectionSource; readonly label: string }[] = [
  { id: 'alert', label: 'an alert' },
  { id: 'staff', label: 'our staff' },
  { id: 'customer', label: 'a customer' },
  { id: 'partner', label: 'a partner' },
  { id: 'security', label: 'security' },
];

/** All that may follow the first line: when, by what, who, and on what. */
export const DeclareDetails = ({ form, now, zone, onChange }: DeclareDetailsProps) => {
  const playbook = useApp((app) => app.playbook);
  const people = useMemo(
    () => (playbook?.people ?? []).map(({ name, role }) => ({ id: name, label: name, detail: role })),
    [playbook],
  );
  return (
    <div className={styles.two}>
      <MomentField
        emptyHint="Optional. Left empty, it is now."
        label="Noticed"
        now={now}
        onChange={(noticed) => onChange({ noticed })}
        value={form.noticed}
        zone={zone}
      />
      <MomentField
        emptyHint="Optional. Left empty, it is not known yet: ask the lead later."
        label="Harm began"
        now={now}
        onChange={(began) => onChange({ began })}
        value={form.began}
        zone={zone}
      />
      <Select
        label="Noticed by"
        onChange={(source) => onChange({ source })}
        options={sources}
        placeholder="Not said"
        value={form.source}
      />
      <TextField
        label="What was seen"
        onChange={(detail) => onChange({ detail })}
        placeholder="for example 12 % errors"
        value={form.detail}
      />
      <ComboBox
        label="Incident Commander"
        onChange={(commander) => onChange({ commander })}
        suggestions={people}
        value={form.commander}
      />
      <ComboBox
        label="Resolution Lead"
        onChange={(lead) => onChange({ lead })}
        suggestions={people}
        value={form.lead}
      />
      <TextField
        label="Services"
        onChange={(services) => onChange({ services })}
        placeholder="for example checkout, orders"
        value={form.services}
      />
      <TextField
        label="Your own id"
        onChange={(key) => onChange({ key })}
        placeholder="for example INC-214"
        value={form.key}
      />
      <RelapseField form={form} onChange={(relapseOf) => onChange({ relapseOf })} />
    </div>
  );
};

/** Asked once, of a device where nobody has said who types. */
export const IdentityFields = ({ form, onChange }: FieldsProps) => (
  <div className={styles.two}>
    <TextField
      hint="Optional. Stands beside your entries."
      label="Your name"
      onChange={(person) => onChange({ person, ...(form.commander === form.person ? { commander: person } : {}) })}
      value={form.person}
    />
    <TextField
      hint="Optional. Names your entries, for example ann-7."
      label="Device tag"
      maxLength={20}
      onChange={(device) => onChange({ device })}
      value={form.device}
    />
  </div>
);

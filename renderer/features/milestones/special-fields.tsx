import { levelWords } from '../../../shared/incident/words.ts';
import { impactLevels, type Milestone } from '../../../shared/lifecycle/lifecycle.ts';
import { currentSeverity } from '../../../shared/lifecycle/severity.ts';
import { useIncident } from '../../state/incident-store.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { ChoiceField } from '../../ui/choice-field.tsx';
import { FieldPair } from '../../ui/field-stack.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { FieldsProps } from './when-fields.tsx';

interface TriageFieldsProps extends FieldsProps {
  /** What is said by half, in sentences. */
  readonly missing: { readonly level?: string | undefined; readonly impact?: string | undefined };
}

interface AskedFieldsProps extends FieldsProps {
  /** The field that was missing when the form opened: it has the focus. */
  readonly asked: string | undefined;
}

interface SpecialFieldsProps extends TriageFieldsProps, AskedFieldsProps {
  readonly milestone: Milestone;
}

/** What only this milestone asks: an assessment, a cause, a fix and its check, the review. */
export const SpecialFields = ({ milestone, ...fields }: SpecialFieldsProps) => {
  switch (milestone) {
    case 'triaged':
      return <TriageFields {...fields} />;
    case 'identified':
      return <CauseField {...fields} />;
    case 'fixed':
      return <FixFields {...fields} />;
    case 'resolved':
      return <ReviewField {...fields} />;
    default:
      return null;
  }
};

const TriageFields = ({ values, onChange, form, missing }: TriageFieldsProps) => {
  const severities = useIncident((open) => open.playbook.severities);
  const lifecycle = useIncident((open) => open.state.lifecycle);
  const current = currentSeverity(lifecycle)?.severity;
  return (
    <>
      <ChoiceField
        hasDigitKeys
        hint="Unsure? Take the more severe one."
        label="Severity"
        onChange={(severity) => onChange({ severity })}
        options={severities.map(({ id, name }) => ({ id, label: id, detail: name }))}
        problem={form.problemOf('severity')}
        value={values.severity ?? current ?? null}
      />
      <ChoiceField
        label="Impact level"
        onChange={(level) => onChange({ level })}
        options={impactLevels.map((id) => ({ id, label: levelWords[id] }))}
        problem={missing.level ?? form.problemOf('level')}
        value={values.level}
      />
      <TextField
        hint="With a level, in one line."
        label="What users feel"
        onChange={(impact) => onChange({ impact })}
        problem={missing.impact ?? form.problemOf('impact')}
        value={values.impact}
      />
      <TextField
        hint="In numbers: 38 % of payments, about 2 900 customers."
        label="Reach"
        onChange={(scope) => onChange({ scope })}
        value={values.scope}
      />
      <Checkbox isSelected={values.restoreFirst} onChange={(restoreFirst) => onChange({ restoreFirst })}>
        Stop the harm first, find the cause after
      </Checkbox>
    </>
  );
};

const CauseField = ({ values, onChange, form, asked }: AskedFieldsProps) => {
  const isConfirmed = useIncident((open) =>
    [...open.state.timeline.hypotheses.values()].some(({ state }) => state === 'confirmed'),
  );
  if (isConfirmed) return null;
  return (
    <TextField
      autoFocus={asked === 'cause'}
      hint="What fails, and why that explains the symptoms. It is recorded as a confirmed hypothesis."
      label="Cause"
      onChange={(cause) => onChange({ cause })}
      problem={form.problemOf('cause')}
      value={values.cause}
    />
  );
};

const FixFields = ({ values, onChange, form, asked }: AskedFieldsProps) => (
  <>
    <TextField
      autoFocus={asked === 'fix'}
      label="What was changed"
      onChange={(change) => onChange({ change })}
      problem={form.problemOf('fix')}
      value={values.change}
    />
    <TextField
      autoFocus={asked === 'check'}
      hint="The direct effect, not the absence of complaints."
      label="How it was checked"
      onChange={(check) => onChange({ check })}
      problem={form.problemOf('check')}
      value={values.check}
    />
    <FieldPair>
      <TextField label="By whom" onChange={(executor) => onChange({ executor })} value={values.executor} />
      <TextField label="Way back" onChange={(rollback) => onChange({ rollback })} value={values.rollback} />
    </FieldPair>
  </>
);

const ReviewField = ({ values, onChange, form, asked }: AskedFieldsProps) => {
  const status = useIncident((open) => open.state.review.status);
  if (status === 'reviewed' || status === 'closed') return null;
  return (
    <TextField
      autoFocus={asked === 'waiveReview'}
      hint="The review is not marked Reviewed."
      label="Why the review is waived"
      onChange={(waiveReview) => onChange({ waiveReview })}
      problem={form.problemOf('waiveReview')}
      value={values.waiveReview}
    />
  );
};

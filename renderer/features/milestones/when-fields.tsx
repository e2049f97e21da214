import { useZone } from '../../state/app-store.ts';
import { currentInstant } from '../../state/clock.ts';
import type { CommandForm } from '../../state/use-command-form.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { FieldPair } from '../../ui/field-stack.tsx';
import { MomentField } from '../../ui/moment-field.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import type { MilestoneValues } from './milestone-form.ts';

export interface FieldsProps {
  readonly values: MilestoneValues;
  readonly onChange: (part: Partial<MilestoneValues>) => void;
  readonly form: CommandForm;
}

interface WhenFieldsProps extends FieldsProps {
  /** What an empty time means. */
  readonly emptyHint: string;
  /** The milestone cannot be reached without any. */
  readonly needsEvidence?: boolean | undefined;
  /** Whether the time has the focus when the form opens. */
  readonly isFirst: boolean;
}

/** When it was, how sure that is, and what shows it. */
export const WhenFields = ({ values, onChange, form, emptyHint, needsEvidence, isFirst }: WhenFieldsProps) => {
  const zone = useZone();
  const now = currentInstant();
  return (
    <>
      <MomentField
        autoFocus={isFirst}
        emptyHint={emptyHint}
        label="When"
        now={now}
        onChange={(at) => onChange({ at })}
        problem={form.problemOf('at')}
        value={values.at}
        zone={zone}
      />
      <Checkbox isSelected={values.isUnsure} onChange={(isUnsure) => onChange({ isUnsure })}>
        The time is an estimate
      </Checkbox>
      {values.isUnsure ? (
        <FieldPair>
          <MomentField
            emptyHint="Both ends, or none."
            label="Earliest"
            now={now}
            onChange={(earliest) => onChange({ earliest })}
            problem={form.problemOf('range')}
            value={values.earliest}
            zone={zone}
          />
          <MomentField
            emptyHint="Both ends, or none."
            label="Latest"
            now={now}
            onChange={(latest) => onChange({ latest })}
            value={values.latest}
            zone={zone}
          />
        </FieldPair>
      ) : null}
      <TextArea
        hint={`${needsEvidence ? 'What shows it?' : 'Optional.'} One per line: a link, a graph, a figure.`}
        label="Evidence"
        onChange={(evidence) => onChange({ evidence })}
        problem={form.problemOf('evidence')}
        rows={1}
        value={values.evidence}
      />
    </>
  );
};

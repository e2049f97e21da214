import { minutesToMs } from '../../../shared/kernel/duration.ts';
import { ChoiceField } from '../../ui/choice-field.tsx';

/** Minutes as text; an empty one is a task without a time-box. */
export type BoxMinutes = '5' | '10' | '15' | '30' | '60' | '';

interface TimeBoxChoiceProps {
  readonly value: BoxMinutes;
  readonly onChange: (minutes: BoxMinutes) => void;
  readonly allowsNone: boolean;
}

/** How long until somebody asks for the result. */
export const TimeBoxChoice = ({ value, onChange, allowsNone }: TimeBoxChoiceProps) => (
  <ChoiceField
    hasDigitKeys
    label="Time-box"
    onChange={onChange}
    options={choices.filter(({ id }) => allowsNone || id !== '')}
    value={value}
  />
);

export const boxMs = (minutes: BoxMinutes): { readonly timeBoxMs?: number } =>
  minutes === '' ? {} : { timeBoxMs: minutesToMs(Number(minutes)) };

const choices: readonly { readonly id: BoxMinutes; readonly label: string }[] = [
  { id: '5', label: '5 min' },
  { id: '10', label: '10 min' },
  { id: '15', label: '15 min' },
  { id: '30', label: '30 min' },
  { id: '60', label: '60 min' },
  { id: '', label: 'None' },
];

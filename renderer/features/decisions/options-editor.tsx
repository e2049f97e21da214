import { Button } from '../../ui/button.tsx';
import { ChoiceField } from '../../ui/choice-field.tsx';
import { FieldStack } from '../../ui/field-stack.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './decisions.module.css';
import { emptyOption, letterOf, type OptionText } from './option-words.ts';

interface OptionsEditorProps {
  readonly options: readonly OptionText[];
  readonly onChange: (options: readonly OptionText[]) => void;
  readonly problem?: string | undefined;
}

/** Options with benefit, risk, time and the way back; only the first line of each is needed. */
export const OptionsEditor = ({ options, onChange, problem }: OptionsEditorProps) => {
  const change = (index: number, part: Partial<OptionText>) =>
    onChange(options.map((option, at) => (at === index ? { ...option, ...part } : option)));
  return (
    <FieldStack>
      {options.map((option, index) => (
        <fieldset className={styles.optionFields} key={letterOf(index)}>
          <legend className="sr">Option {letterOf(index)}</legend>
          <TextField
            label={`Option ${letterOf(index)}`}
            onChange={(text) => change(index, { text })}
            problem={index === 0 ? problem : undefined}
            value={option.text}
          />
          {option.text.trim() === '' ? null : (
            <div className={styles.cost}>
              <TextField label="Benefit" onChange={(benefit) => change(index, { benefit })} value={option.benefit} />
              <TextField label="Risk" onChange={(risk) => change(index, { risk })} value={option.risk} />
              <TextField label="Time" onChange={(time) => change(index, { time })} value={option.time} />
              <ChoiceField
                label={`Option ${letterOf(index)}: way back`}
                onChange={(reversible) => change(index, { reversible })}
                options={[
                  { id: 'yes', label: 'Yes' },
                  { id: 'no', label: 'None' },
                ]}
                shownLabel="Way back"
                value={option.reversible}
              />
            </div>
          )}
        </fieldset>
      ))}
      <div>
        <Button onPress={() => onChange([...options, emptyOption])} size="small" variant="ghost">
          Add an option
        </Button>
      </div>
    </FieldStack>
  );
};

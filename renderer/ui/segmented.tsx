import type { KeyboardEvent, ReactNode } from 'react';
import { Radio, RadioGroup } from 'react-aria-components';
import { given } from '../../shared/kernel/given.ts';
import { classNames } from './class-names.ts';
import { useOffers } from './offers.ts';
import styles from './segmented.module.css';

export interface SegmentedOption<Id extends string> {
  readonly id: Id;
  readonly label: string;
  /** Second line, in the boxed form only. */
  readonly detail?: string | undefined;
  readonly icon?: ReactNode;
  /** Why it cannot be chosen now; the option is greyed and says so. */
  readonly unavailable?: string | undefined;
}

interface SegmentedProps<Id extends string> {
  /** Accessible name of the set. */
  readonly label: string;
  readonly options: readonly SegmentedOption<Id>[];
  /** null: nothing chosen yet. */
  readonly value: Id | null;
  readonly onChange: (id: Id) => void;
  /** boxed: a choice in a form. quiet: a filter in a heading. */
  readonly look?: 'boxed' | 'quiet' | undefined;
  /** Plain digits choose by position while the set has focus. */
  readonly hasDigitKeys?: boolean | undefined;
  readonly isWide?: boolean | undefined;
  /** Under each other: for options that are whole sentences. */
  readonly isStacked?: boolean | undefined;
  readonly describedBy?: string | undefined;
  readonly isRequired?: boolean | undefined;
  /** Words before each choice in the list of all commands: "Public status word". */
  readonly offer?: string | undefined;
}

/** One of a few, all in sight. One tab stop; arrow keys move and choose. */
export const Segmented = <Id extends string>(props: SegmentedProps<Id>) => {
  const {
    label,
    options,
    value,
    onChange,
    look = 'quiet',
    hasDigitKeys,
    isWide,
    isStacked,
    describedBy,
    isRequired,
    offer,
  } = props;
  const choices = offer === undefined ? [] : options.filter((option) => option.unavailable === undefined);
  useOffers(choices.map(({ id, label: words }) => ({ label: `${offer}: ${words}`, run: () => onChange(id) })));

  const chooseByDigit = (event: KeyboardEvent) => {
    if (hasDigitKeys !== true || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    // The key's position, not its character: digits need Shift on some layouts.
    const digit = /^(?:Digit|Numpad)([1-9])$/u.exec(event.code)?.[1];
    const option = digit === undefined ? undefined : options[Number(digit) - 1];
    if (option === undefined || option.unavailable !== undefined) return;
    event.preventDefault();
    onChange(option.id);
  };

  return (
    <div
      className={classNames(styles.holder, isWide === true && styles.wide, isStacked === true && styles.stacked)}
      onKeyDown={chooseByDigit}
      role="none"
    >
      <RadioGroup
        {...given({ 'aria-describedby': describedBy, isRequired })}
        aria-label={label}
        className={classNames(styles.set, styles[look])}
        onChange={(id) => {
          const chosen = options.find((option) => option.id === id);
          if (chosen !== undefined) onChange(chosen.id);
        }}
        validationBehavior="aria"
        orientation={isStacked === true ? 'vertical' : 'horizontal'}
        value={value}
      >
        {options.map((option) => (
          <Radio
            className={styles.option ?? ''}
            isDisabled={option.unavailable !== undefined}
            key={option.id}
            value={option.id}
          >
            {option.icon === undefined ? null : <span aria-hidden="true">{option.icon}</span>}
            <span className={styles.words}>
              <span className={styles.label}>{option.label}</span>
              {option.detail === undefined ? null : <span className={styles.detail}> {option.detail}</span>}
              {option.unavailable === undefined ? null : <span className="sr">, {option.unavailable}</span>}
            </span>
          </Radio>
        ))}
      </RadioGroup>
    </div>
  );
};

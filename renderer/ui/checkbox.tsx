import { IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Checkbox as AriaCheckbox } from 'react-aria-components';
import { given } from '../../shared/kernel/given.ts';
import styles from './checkbox.module.css';
import { classNames } from './class-names.ts';

interface CheckboxProps {
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
  readonly children: ReactNode;
  /** Behind the words, smaller and grey: "from 10:55". Part of the name. */
  readonly note?: ReactNode;
  /** In a list of work a ticked line turns grey: done is quiet. */
  readonly isQuietWhenDone?: boolean | undefined;
  readonly isDisabled?: boolean | undefined;
  readonly isReadOnly?: boolean | undefined;
  readonly autoFocus?: boolean | undefined;
}

/** Yes or no, or one line of a list to tick. */
export const Checkbox = (props: CheckboxProps) => {
  const { isSelected, onChange, children, note, isQuietWhenDone, isDisabled, isReadOnly, autoFocus } = props;
  return (
    <AriaCheckbox
      {...given({ isDisabled, isReadOnly, autoFocus })}
      className={classNames(styles.checkbox, isQuietWhenDone === true && styles.quiet)}
      isSelected={isSelected}
      onChange={onChange}
    >
      <span aria-hidden="true" className={styles.box}>
        {isSelected ? <IconCheck stroke={3} /> : null}
      </span>
      <span>
        {children}
        {note === undefined ? null : <span className={styles.note}> {note}</span>}
      </span>
    </AriaCheckbox>
  );
};

import type { KeyboardEvent, ReactNode, Ref } from 'react';
import { TextField as AriaTextField, Group, Input } from 'react-aria-components';
import { given } from '../../shared/kernel/given.ts';
import { classNames } from './class-names.ts';
import styles from './field-frame.module.css';
import { type FieldFrameProps, FieldParts } from './field-frame.tsx';
import { keysToAria } from './keys-to-aria.ts';
import { useNeeded } from './needed-fields.ts';

interface TextFieldProps extends FieldFrameProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly placeholder?: string | undefined;
  readonly icon?: ReactNode;
  /** Inside the box at its right end: a unit, a remark, a key cap. */
  readonly trailing?: ReactNode;
  readonly isMono?: boolean | undefined;
  readonly size?: 'normal' | 'large' | undefined;
  readonly type?: 'text' | 'search' | 'email' | 'tel' | 'password' | undefined;
  readonly isRequired?: boolean | undefined;
  readonly isReadOnly?: boolean | undefined;
  readonly isDisabled?: boolean | undefined;
  readonly autoFocus?: boolean | undefined;
  readonly maxLength?: number | undefined;
  readonly onKeyDown?: ((event: KeyboardEvent<HTMLInputElement>) => void) | undefined;
  readonly onBlur?: (() => void) | undefined;
  readonly inputRef?: Ref<HTMLInputElement> | undefined;
}

/** One line of text. */
export const TextField = (props: TextFieldProps) => {
  const { value, onChange, problem, icon, trailing, isMono, size, isReadOnly, isDisabled, keys, onKeyDown } = props;
  const { type, isRequired, autoFocus, maxLength, onBlur, placeholder, inputRef } = props;
  useNeeded(isRequired === true && value.trim() === '');
  const isBlocked = isReadOnly === true || isDisabled === true;
  return (
    <AriaTextField
      {...given({ type, isRequired, isReadOnly, isDisabled, autoFocus, maxLength, onBlur })}
      className={styles.field ?? ''}
      isInvalid={problem !== undefined}
      onChange={onChange}
      validationBehavior="aria"
      value={value}
    >
      <FieldParts {...props}>
        <Group
          className={classNames(styles.box, size === 'large' && styles.large)}
          {...given({
            'data-problem': problem === undefined ? undefined : '',
            'data-blocked': isBlocked ? '' : undefined,
          })}
          role="presentation"
        >
          {icon}
          <Input
            {...given({
              placeholder,
              onKeyDown,
              ref: inputRef,
              'aria-keyshortcuts': keys === undefined ? undefined : keysToAria(keys),
            })}
            className={classNames(styles.input, isMono === true && 'mono')}
            spellCheck={isMono === true ? 'false' : 'true'}
          />
          {trailing === undefined ? null : <span className={styles.trailing}>{trailing}</span>}
        </Group>
      </FieldParts>
    </AriaTextField>
  );
};

import type { KeyboardEvent, Ref } from 'react';
import { TextArea as AriaTextArea, TextField as AriaTextField } from 'react-aria-components';
import { given } from '../../shared/kernel/given.ts';
import { classNames } from './class-names.ts';
import frame from './field-frame.module.css';
import { type FieldFrameProps, FieldParts } from './field-frame.tsx';
import { keysToAria } from './keys-to-aria.ts';
import { useNeeded } from './needed-fields.ts';
import styles from './text-area.module.css';

interface TextAreaProps extends FieldFrameProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly placeholder?: string | undefined;
  /** Lines before it grows with its text; it grows to 16 lines, then scrolls. */
  readonly rows?: number | undefined;
  /** Reading size (16 px) for a draft, instead of 14 px. */
  readonly size?: 'normal' | 'large' | undefined;
  readonly isReadOnly?: boolean | undefined;
  readonly isDisabled?: boolean | undefined;
  readonly isRequired?: boolean | undefined;
  readonly autoFocus?: boolean | undefined;
  readonly maxLength?: number | undefined;
  readonly onKeyDown?: ((event: KeyboardEvent<HTMLTextAreaElement>) => void) | undefined;
  readonly onBlur?: (() => void) | undefined;
  readonly inputRef?: Ref<HTMLTextAreaElement> | undefined;
}

/** Several lines of text. Enter makes a new line; Ctrl Enter is left to the dialog or the view around it. */
export const TextArea = (props: TextAreaProps) => {
  const { value, onChange, problem, rows = 3, size, isReadOnly, isDisabled, isRequired, keys } = props;
  const { autoFocus, maxLength, placeholder, onKeyDown, onBlur, inputRef } = props;
  useNeeded(isRequired === true && value.trim() === '');
  const isBlocked = isReadOnly === true || isDisabled === true;
  return (
    <AriaTextField
      {...given({ isRequired, isReadOnly, isDisabled, autoFocus, maxLength, onBlur })}
      className={frame.field ?? ''}
      isInvalid={problem !== undefined}
      onChange={onChange}
      validationBehavior="aria"
      value={value}
    >
      <FieldParts {...props}>
        <AriaTextArea
          {...given({
            placeholder,
            onKeyDown,
            ref: inputRef,
            'aria-keyshortcuts': keys === undefined ? undefined : keysToAria(keys),
            'data-problem': problem === undefined ? undefined : '',
            'data-blocked': isBlocked ? '' : undefined,
          })}
          className={classNames(frame.box, styles.area, size === 'large' && styles.large)}
          rows={rows}
          spellCheck="true"
        />
      </FieldParts>
    </AriaTextField>
  );
};

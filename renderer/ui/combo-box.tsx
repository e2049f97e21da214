import { IconChevronDown } from '@tabler/icons-react';
import { Button as AriaButton, ComboBox as AriaComboBox, Group, Input, ListBox, Popover } from 'react-aria-components';
import { given } from '../../shared/kernel/given.ts';
import { classNames } from './class-names.ts';
import styles from './combo-box.module.css';
import frame from './field-frame.module.css';
import { type FieldFrameProps, FieldParts } from './field-frame.tsx';
import { keysToAria } from './keys-to-aria.ts';
import { useNeeded } from './needed-fields.ts';
import type { Option } from './option.ts';
import { OptionItem } from './option-item.tsx';
import list from './option-list.module.css';

interface ComboBoxProps extends FieldFrameProps {
  /** The text in the field: a suggestion's label or anything the user typed. */
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly suggestions: readonly Option[];
  /** Told when a suggestion was picked, next to `onChange` with its label. */
  readonly onPick?: ((id: string) => void) | undefined;
  readonly placeholder?: string | undefined;
  readonly isMono?: boolean | undefined;
  readonly isDisabled?: boolean | undefined;
  readonly isReadOnly?: boolean | undefined;
  readonly isRequired?: boolean | undefined;
  readonly autoFocus?: boolean | undefined;
}

/** Free text with suggestions: what was typed always stands, a suggestion only saves typing. */
export const ComboBox = (props: ComboBoxProps) => {
  const { value, onChange, onPick, suggestions, placeholder, isMono, problem, keys } = props;
  const { isDisabled, isReadOnly, isRequired, autoFocus } = props;
  useNeeded(isRequired === true && value.trim() === '');
  const isBlocked = isReadOnly === true || isDisabled === true;
  return (
    <AriaComboBox
      {...given({ isDisabled, isReadOnly, isRequired, autoFocus })}
      allowsCustomValue
      className={frame.field ?? ''}
      defaultItems={suggestions}
      inputValue={value}
      isInvalid={problem !== undefined}
      menuTrigger="input"
      onChange={(id) => {
        if (typeof id === 'string') onPick?.(id);
      }}
      onInputChange={onChange}
      validationBehavior="aria"
    >
      <FieldParts {...props}>
        <Group
          className={classNames(frame.box, styles.box)}
          {...given({
            'data-problem': problem === undefined ? undefined : '',
            'data-blocked': isBlocked ? '' : undefined,
          })}
          role="presentation"
        >
          <Input
            {...given({ placeholder, 'aria-keyshortcuts': keys === undefined ? undefined : keysToAria(keys) })}
            className={classNames(frame.input, isMono === true && 'mono')}
          />
          <AriaButton className={styles.open ?? ''}>
            <IconChevronDown aria-hidden="true" stroke={1.75} />
          </AriaButton>
        </Group>
      </FieldParts>
      <Popover className={list.popover ?? ''} offset={4}>
        <ListBox className={list.list ?? ''}>{(option: Option) => <OptionItem option={option} />}</ListBox>
      </Popover>
    </AriaComboBox>
  );
};

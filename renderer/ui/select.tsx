import { IconChevronDown } from '@tabler/icons-react';
import { Button as AriaButton, Select as AriaSelect, ListBox, Popover, SelectValue } from 'react-aria-components';
import { given } from '../../shared/kernel/given.ts';
import { classNames } from './class-names.ts';
import frame from './field-frame.module.css';
import { type FieldFrameProps, FieldParts } from './field-frame.tsx';
import { keyShortcutRef } from './key-shortcut-ref.ts';
import { useNeeded } from './needed-fields.ts';
import type { Option } from './option.ts';
import { OptionItem } from './option-item.tsx';
import list from './option-list.module.css';
import styles from './select.module.css';

interface SelectProps<Id extends string> extends FieldFrameProps {
  readonly options: readonly Option<Id>[];
  /** null: nothing chosen yet. */
  readonly value: Id | null;
  readonly onChange: (id: Id) => void;
  readonly placeholder?: string | undefined;
  readonly isDisabled?: boolean | undefined;
  readonly isRequired?: boolean | undefined;
  readonly autoFocus?: boolean | undefined;
}

/** One of several, the list opens on press, Arrow Down or typing. */
export const Select = <Id extends string>(props: SelectProps<Id>) => {
  const { options, value, onChange, placeholder = 'Choose', isDisabled, isRequired, autoFocus, problem, keys } = props;
  useNeeded(isRequired === true && value === null);
  return (
    <AriaSelect
      {...given({ isDisabled, isRequired, autoFocus })}
      className={frame.field ?? ''}
      isInvalid={problem !== undefined}
      onChange={(id) => {
        const chosen = options.find((option) => option.id === id);
        if (chosen !== undefined) onChange(chosen.id);
      }}
      placeholder={placeholder}
      validationBehavior="aria"
      value={value}
    >
      <FieldParts {...props}>
        <AriaButton
          ref={keyShortcutRef(keys)}
          className={classNames(frame.box, styles.button)}
          {...given({
            'data-problem': problem === undefined ? undefined : '',
            'data-blocked': isDisabled === true ? '' : undefined,
          })}
        >
          <SelectValue className={styles.value ?? ''}>
            {({ selectedText, defaultChildren }) => selectedText || defaultChildren}
          </SelectValue>
          <IconChevronDown aria-hidden="true" stroke={1.75} />
        </AriaButton>
      </FieldParts>
      <Popover className={list.popover ?? ''} offset={4}>
        <ListBox className={list.list ?? ''} items={options}>
          {(option) => <OptionItem option={option} />}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
};

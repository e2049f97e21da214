import type { ReactNode } from 'react';
import { Button as AriaButton, Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover } from 'react-aria-components';
import { type ButtonLook, buttonClasses } from './button-classes.ts';
import { groupItems } from './group-items.ts';
import { ItemWords } from './item-words.tsx';
import { KeyCap } from './key-cap.tsx';
import { keyShortcutRef } from './key-shortcut-ref.ts';
import list from './option-list.module.css';
import { StateShape } from './state-shape.tsx';

export interface MenuEntry {
  readonly id: string;
  readonly label: string;
  readonly run: () => void;
  readonly detail?: string | undefined;
  readonly keys?: string | undefined;
  /** Entries with the same group stand together under this heading. */
  readonly group?: string | undefined;
  /** true or false: shown with a check mark. */
  readonly isChecked?: boolean | undefined;
  /** Why it cannot be used now. */
  readonly unavailable?: string | undefined;
}

interface MenuButtonProps extends ButtonLook {
  /** Visible content of the button. */
  readonly children: ReactNode;
  readonly entries: readonly MenuEntry[];
  /** Accessible name, needed where the content is an icon. */
  readonly label?: string | undefined;
  /** Key that opens it; binding it is the caller's business. */
  readonly keys?: string | undefined;
}

/** A button that opens a menu: arrows, Home, End, typing the first letters, Enter, Esc. */
export const MenuButton = ({ children, entries, label, keys, variant, size, isDashed, isWide }: MenuButtonProps) => (
  <MenuTrigger>
    <AriaButton
      ref={keyShortcutRef(keys)}
      className={buttonClasses({ variant, size, isDashed, isWide })}
      {...(label === undefined ? {} : { 'aria-label': label })}
    >
      {children}
      {keys === undefined ? null : <KeyCap keys={keys} />}
    </AriaButton>
    <Popover className={list.popover ?? ''} offset={4}>
      <Menu className={list.list ?? ''}>
        {groupItems(entries).map((section) =>
          section.group === undefined ? (
            section.items.map((entry) => <MenuRow entry={entry} key={entry.id} />)
          ) : (
            <MenuSection className={list.section ?? ''} key={section.group}>
              <Header className={list.group ?? ''}>{section.group}</Header>
              {section.items.map((entry) => (
                <MenuRow entry={entry} key={entry.id} />
              ))}
            </MenuSection>
          ),
        )}
      </Menu>
    </Popover>
  </MenuTrigger>
);

interface MenuRowProps {
  readonly entry: MenuEntry;
}

const MenuRow = ({ entry }: MenuRowProps) => {
  const detail = entry.unavailable ?? entry.detail;
  return (
    <MenuItem
      className={list.item ?? ''}
      id={entry.id}
      isDisabled={entry.unavailable !== undefined}
      onAction={entry.run}
      textValue={entry.label}
    >
      {entry.isChecked === undefined ? null : (
        <span className={list.mark}>{entry.isChecked ? <StateShape kind="done" /> : null}</span>
      )}
      <ItemWords
        detail={detail}
        keys={entry.keys}
        label={entry.label}
        spoken={entry.isChecked === true ? ', on' : undefined}
      />
    </MenuItem>
  );
};

import { IconSearch } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import {
  Autocomplete,
  Dialog,
  Header,
  Input,
  Menu,
  MenuItem,
  MenuSection,
  Modal,
  ModalOverlay,
  TextField,
} from 'react-aria-components';
import styles from './command-palette.module.css';
import dialog from './dialog-frame.module.css';
import { groupItems } from './group-items.ts';
import { ItemWords } from './item-words.tsx';
import { KeyCap } from './key-cap.tsx';
import list from './option-list.module.css';
import { filterCommands, type PaletteCommand } from './palette-filter.ts';

interface CommandPaletteProps {
  readonly commands: readonly PaletteCommand[];
  readonly onClose: () => void;
  readonly name?: string | undefined;
  readonly placeholder?: string | undefined;
}

/**
 * Every command by its words. Mount it to open it: it starts empty each time. It closes before it runs a command, so
 * that focus is back where it was and the command may move it.
 */
export const CommandPalette = (props: CommandPaletteProps) => {
  const { commands, onClose, name = 'Commands', placeholder = 'Type what you want to do' } = props;
  const [query, setQuery] = useState('');
  const sections = useMemo(() => groupItems(filterCommands(commands, query)), [commands, query]);

  return (
    <ModalOverlay
      className={`${dialog.scrim} ${styles.scrim}`}
      isDismissable
      isOpen
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className={`${dialog.window} ${styles.window}`}>
        <Dialog aria-label={name} className={styles.dialog ?? ''}>
          <Autocomplete inputValue={query} onInputChange={setQuery}>
            <TextField aria-label={name} autoFocus className={styles.field ?? ''}>
              <IconSearch aria-hidden="true" stroke={1.75} />
              <Input className={styles.input ?? ''} placeholder={placeholder} spellCheck="false" />
              {query === '' ? <span className={styles.hint}>Arrow Down marks one, Enter runs it</span> : null}
              <KeyCap keys="Esc" />
            </TextField>
            <Menu
              aria-label={name}
              className={`${list.list} ${styles.list}`}
              renderEmptyState={() => <NoCommand query={query} />}
              shouldFocusWrap
            >
              {sections.map((section) => (
                <MenuSection className={list.section ?? ''} id={section.group ?? ''} key={section.group}>
                  <Header className={list.group ?? ''}>{section.group}</Header>
                  {section.items.map((command) => (
                    <CommandRow command={command} key={command.id} onClose={onClose} />
                  ))}
                </MenuSection>
              ))}
            </Menu>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
};

interface CommandRowProps {
  readonly command: PaletteCommand;
  readonly onClose: () => void;
}

const CommandRow = ({ command, onClose }: CommandRowProps) => (
  <MenuItem
    className={list.item ?? ''}
    id={command.id}
    isDisabled={command.unavailable !== undefined}
    onAction={() => {
      onClose();
      // After the palette has given the focus back.
      setTimeout(command.run);
    }}
    textValue={command.label}
  >
    <ItemWords detail={command.unavailable} keys={command.keys} label={command.label} />
  </MenuItem>
);

interface NoCommandProps {
  readonly query: string;
}

const NoCommand = ({ query }: NoCommandProps) => (
  <p className={list.empty}>No command matches “{query}”. Try one word of it, or clear the line to see all.</p>
);

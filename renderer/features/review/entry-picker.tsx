import { type KeyboardEvent, useCallback, useMemo, useRef, useState } from 'react';
import type { ReviewSource } from '../../../shared/review/review-source.ts';
import { closeDialog } from '../../state/view-store.ts';
import { classNames } from '../../ui/class-names.ts';
import { DialogFrame } from '../../ui/dialog-frame.tsx';
import { EmptyLine } from '../../ui/empty-line.tsx';
import { FieldStack } from '../../ui/field-stack.tsx';
import { Mono } from '../../ui/mono.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { VirtualList, type VirtualListHandle } from '../../ui/virtual-list.tsx';
import { type EntryChoice, entryChoices, entryReference, filterChoices } from './entry-choices.ts';
import { liveEditor } from './live-editor.ts';
import { insertAtCursor } from './markdown-edits.ts';
import styles from './review-dialogs.module.css';

/** Finds an entry by a few words and puts a reference to it into the text. Enter takes the first, which is marked. */
export const EntryPicker = ({ source }: { readonly source: ReviewSource }) => {
  const [query, setQuery] = useState('');
  const choices = useMemo(() => entryChoices(source.rows, source.zone), [source.rows, source.zone]);
  const found = useMemo(() => filterChoices(choices, query), [choices, query]);
  const list = useRef<VirtualListHandle>(null);
  const [first, second = first] = found;
  const firstId = first?.id;
  // Rows are drawn again only when the first of them is another one.
  const renderChoice = useCallback(
    (choice: EntryChoice) => <ChoiceRow choice={choice} isFirst={choice.id === firstId} />,
    [firstId],
  );
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || !first || !second) return;
    if (event.key === 'Enter') take(first);
    // The first is what Enter takes already.
    else if (event.key === 'ArrowDown') list.current?.showItem(second.id);
    else return;
    event.preventDefault();
  };
  return (
    <DialogFrame
      intro="The text will show the time of the entry."
      note={
        <p role="status">{`${found.length} of ${choices.length}. ${first ? `Enter takes ${first.clock} ${first.text}` : ''}`}</p>
      }
      onCancel={closeDialog}
      title="Insert entry"
    >
      <FieldStack>
        <TextField
          autoFocus
          hint="Any words of it, its time or its name. What has no name of its own cannot be pointed at."
          label="Find"
          onChange={setQuery}
          onKeyDown={onKeyDown}
          value={query}
        />
        <div className={styles.entries} style={{ height: `min(14rem, ${Math.max(2, choices.length) * 1.75}rem)` }}>
          <VirtualList
            empty={<EmptyLine>No entry has these words.</EmptyLine>}
            items={found}
            keyOf={keyOfChoice}
            label="Entries"
            onActivate={take}
            ref={list}
            renderItem={renderChoice}
          />
        </div>
      </FieldStack>
    </DialogFrame>
  );
};

const keyOfChoice = ({ id }: EntryChoice): string => id;

interface ChoiceRowProps {
  readonly choice: EntryChoice;
  readonly isFirst: boolean;
}

// The row itself takes Enter and the arrows; the button is what a press of the mouse finds.
const ChoiceRow = ({ choice, isFirst }: ChoiceRowProps) => (
  <button
    className={classNames(styles.entry, isFirst && styles.taken)}
    onClick={() => take(choice)}
    tabIndex={-1}
    type="button"
  >
    <Mono>{choice.clock}</Mono>
    <span className="dim2">{choice.kind}</span>
    <span className={styles.entryText}>{choice.text}</span>
    <span className="mono dim2">{choice.name}</span>
  </button>
);

const take = ({ name }: EntryChoice): void => {
  closeDialog();
  // After the dialog has given the focus back.
  setTimeout(() => liveEditor()?.apply((text, from, to) => insertAtCursor(text, from, to, entryReference(name))));
};

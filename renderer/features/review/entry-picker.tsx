import { type KeyboardEvent, useMemo, useState } from 'react';
import type { ReviewSource } from '../../../shared/review/review-source.ts';
import { closeDialog } from '../../state/view-store.ts';
import { DialogFrame } from '../../ui/dialog-frame.tsx';
import { EmptyLine } from '../../ui/empty-line.tsx';
import { Mono } from '../../ui/mono.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { VirtualList } from '../../ui/virtual-list.tsx';
import { type EntryChoice, entryChoices, entryReference, filterChoices } from './entry-choices.ts';
import { liveEditor } from './live-editor.ts';
import { insertAtCursor } from './markdown-edits.ts';
import styles from './review-dialogs.module.css';

/** Finds an entry by a few words and puts a reference to it into the text. Enter takes the first one. */
export const EntryPicker = ({ source }: { readonly source: ReviewSource }) => {
  const [query, setQuery] = useState('');
  const choices = useMemo(() => entryChoices(source.rows, source.zone), [source.rows, source.zone]);
  const found = useMemo(() => filterChoices(choices, query), [choices, query]);
  const takeFirst = (event: KeyboardEvent) => {
    const [first] = found;
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || !first) return;
    event.preventDefault();
    take(first);
  };
  return (
    <DialogFrame
      intro="The text will show the time of the entry."
      note={`${found.length} of ${choices.length}`}
      onCancel={closeDialog}
      title="Insert entry"
    >
      <div className={styles.fields}>
        <TextField
          autoFocus
          hint="Any words of it, its time or its name. Enter takes the first."
          label="Find"
          onChange={setQuery}
          onKeyDown={takeFirst}
          value={query}
        />
        <div className={styles.entries}>
          <VirtualList
            empty={<EmptyLine>No entry has these words.</EmptyLine>}
            items={found}
            keyOf={keyOfChoice}
            label="Entries"
            onActivate={take}
            renderItem={renderChoice}
          />
        </div>
      </div>
    </DialogFrame>
  );
};

const keyOfChoice = ({ id }: EntryChoice): string => id;

// The row itself takes Enter and the arrows; the button is what a press of the mouse finds.
const renderChoice = (choice: EntryChoice) => (
  <button className={styles.entry} onClick={() => take(choice)} tabIndex={-1} type="button">
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

import { type KeyboardEvent, useState } from 'react';
import { parseChord } from '../../../shared/kernel/key-chord.ts';
import type { AppAction } from '../../state/action.ts';
import { setGlobalKeys, useApp } from '../../state/app-store.ts';
import { keysOf } from '../../state/keys.ts';
import { announce, closeDialog } from '../../state/view-store.ts';
import { DialogFrame } from '../../ui/dialog-frame.tsx';
import { FieldStack } from '../../ui/field-stack.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { clashOf } from './global-key-clash.ts';

const fields = [
  { id: 'capture', label: 'Open the capture line over all windows' },
  { id: 'console', label: 'Bring the console to the front' },
  { id: 'declare', label: 'Declare an incident' },
] as const;

/** The keys that work while another program has the focus. Pressed or written; the desktop may refuse one. */
export const GlobalKeysDialog = ({ actions }: { readonly actions: readonly AppAction[] }) => {
  const state = useApp(({ info }) => info?.globalKeys);
  const [keys, setKeys] = useState(state?.keys ?? { capture: '', console: '', declare: '' });
  const [problem, setProblem] = useState<{ readonly field?: string | undefined; readonly sentence: string }>();
  const change = (id: string, text: string) => {
    setProblem(undefined);
    setKeys((before) => ({ ...before, [id]: text }));
  };
  const record = async () => {
    for (const { id } of fields) {
      const chord = parseChord(keys[id]);
      const clash = chord.ok ? clashOf(chord.value, actions) : undefined;
      if (clash)
        return setProblem({ field: id, sentence: `In this window it means “${clash.label}”. Choose another.` });
    }
    const reply = await setGlobalKeys(keys);
    if (!reply.ok) return setProblem(reply.error);
    announce('The global keys are changed.');
    closeDialog();
  };
  return (
    <DialogFrame
      intro="They work while another program has the focus."
      note={problem?.field === undefined ? problem?.sentence : undefined}
      onCancel={closeDialog}
      primary={{ label: 'Use these keys', onPress: () => void record() }}
      title="Global keys"
      width="narrow"
    >
      <FieldStack>
        {fields.map(({ id, label }, index) => (
          <TextField
            autoFocus={index === 0}
            hint={
              state?.refused.includes(id) === true && keys[id] === state.keys[id]
                ? 'This desktop did not give it: it works in the window only.'
                : 'Optional. Press it here, or write it; left empty, there is no such key.'
            }
            isMono
            key={id}
            label={label}
            onChange={(text) => change(id, text)}
            onKeyDown={(event) => takeChord(event, (chord) => change(id, chord))}
            problem={problem?.field === id ? problem.sentence : undefined}
            value={keys[id]}
          />
        ))}
      </FieldStack>
    </DialogFrame>
  );
};

/** A pressed chord writes itself; copying, pasting and leaving the field stay what they are. */
const takeChord = (event: KeyboardEvent, take: (chord: string) => void): void => {
  const chord = parseChord(keysOf(event));
  if (!chord.ok || chord.value === '' || isEditing(event)) return;
  event.preventDefault();
  event.stopPropagation();
  take(chord.value);
};

const isEditing = ({ ctrlKey, metaKey, altKey, shiftKey, key }: KeyboardEvent): boolean =>
  (ctrlKey || metaKey) && !altKey && !shiftKey && /^[acvxz]$/i.test(key);

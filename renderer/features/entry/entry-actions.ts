import { lineKinds } from '../../../shared/timeline/line-kinds.ts';
import type { AppAction } from '../../state/action.ts';
import { incidentStore } from '../../state/incident-store.ts';
import { lastEntryOfMine } from '../../state/my-last.ts';
import { focusEntryLine, setEntryKind, viewStore } from '../../state/view-store.ts';
import { entryStore } from './entry-store.ts';
import { bringBackMyLast, correctMyLastEntry, takeBackMyLast } from './my-last.ts';
import { recordLine } from './record-line.ts';

/** The line stands at the foot of the timeline, of a draft and of a hand-off alike. */
const hasLine = (): boolean => {
  const { open } = incidentStore.getState();
  const { screen, dialog } = viewStore.getState();
  // The palette lists what can be done once it has closed.
  const isBehindDialog = dialog !== undefined && dialog.name !== 'palette';
  return open !== undefined && open.readOnly === null && screen === 'console' && !isBehindDialog;
};
const canRecord = (): boolean => hasLine() && viewStore.getState().workspace.name === 'timeline';

/** Plain keys and Ctrl Z belong to the field that has the focus; only an empty entry line gives them a meaning. */
const isOtherFieldFocused = (): boolean => {
  const focused = document.activeElement;
  if (viewStore.getState().dialog?.name === 'palette') return false;
  return (
    focused?.matches('input, textarea, [contenteditable="true"]') === true && !focused.matches('[data-entry-line] *')
  );
};

const canTakeBack = (): boolean => canRecord() && entryStore.getState().text === '' && !isOtherFieldFocused();

const kindActions: readonly AppAction[] = lineKinds.map(({ id, word }, index) => ({
  id: `entry.kind.${id}`,
  label: `Record as: ${word}`,
  group: 'Record',
  keys: `Alt+${index + 1}`,
  isAvailable: hasLine,
  run: () => {
    setEntryKind(id);
    focusEntryLine();
  },
}));

export const entryActions: readonly AppAction[] = [
  {
    id: 'entry.focus',
    label: 'Go to the entry line',
    group: 'Record',
    keys: 'Ctrl+J',
    isAvailable: hasLine,
    run: focusEntryLine,
  },
  {
    id: 'entry.record',
    label: 'Record the entry line',
    group: 'Record',
    isAvailable: hasLine,
    run: recordLine,
  },
  {
    id: 'entry.back',
    label: 'Back to the entry line',
    group: 'Record',
    keys: 'Escape',
    isAvailable: () => canRecord() && viewStore.getState().dialog === undefined,
    run: focusEntryLine,
  },
  ...kindActions,
  {
    id: 'entry.correct-last',
    label: 'Correct my last entry',
    group: 'Record',
    isAvailable: () => {
      const { open } = incidentStore.getState();
      return canRecord() && open !== undefined && lastEntryOfMine(open) !== undefined;
    },
    run: correctMyLastEntry,
  },
  {
    id: 'entry.take-back',
    label: 'Take back my last command',
    group: 'Record',
    keys: 'Ctrl+Z',
    isAvailable: canTakeBack,
    run: () => void takeBackMyLast(),
  },
  {
    id: 'entry.bring-back',
    label: 'Bring back what I took back last',
    group: 'Record',
    keys: 'Ctrl+Shift+Z',
    isAvailable: canTakeBack,
    run: () => void bringBackMyLast(),
  },
];

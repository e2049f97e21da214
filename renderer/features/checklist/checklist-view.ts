import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { beginAnewWithEachIncident } from '../../state/incident-view.ts';

/** Whose list was picked to be looked at, by role; without a pick it is my own. */
export const checklistView = createStore<{ readonly picked: string | undefined }>(() => ({ picked: undefined }));
beginAnewWithEachIncident(checklistView);

export const usePickedList = (): string | undefined => useStore(checklistView, ({ picked }) => picked);
export const pickList = (picked: string): void => checklistView.setState({ picked });

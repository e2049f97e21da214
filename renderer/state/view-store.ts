import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Milestone } from '../../shared/lifecycle/lifecycle.ts';
import type { ReachMilestone } from '../../shared/lifecycle/lifecycle-commands.ts';
import type { EventId, IncidentId } from '../../shared/record/ids.ts';
import type { ReviewStatus } from '../../shared/review/review-events.ts';

/** The screens; the composer and the hand-off are views of the console, so that clocks and entry line stay. */
export type Screen = 'library' | 'console' | 'review' | 'contacts';

/** What the console's middle shows beside the timeline that is always there. */
export type Workspace =
  | { readonly name: 'timeline' }
  | {
      readonly name: 'composer';
      readonly audience: string;
      readonly corrects?: EventId;
      readonly noChange?: boolean;
      /** Typed in the entry line: the draft begins with them. */
      readonly words?: string;
    }
  | { readonly name: 'handoff'; readonly role: string };

/** A milestone that was typed as a line and could not be recorded: its form begins with what the line said. */
export interface BegunMilestone {
  readonly line: string;
  readonly command: ReachMilestone;
}

/** At most one dialog is open; each is drawn by the feature that owns it. */
export type Dialog =
  | { readonly name: 'declare'; readonly title?: string; readonly relapseOf?: IncidentId }
  | { readonly name: 'identity' }
  | { readonly name: 'palette' }
  | { readonly name: 'keys' }
  | { readonly name: 'global-keys' }
  | { readonly name: 'zone' }
  | { readonly name: 'restore'; readonly offered?: string }
  | { readonly name: 'milestone'; readonly milestone: Milestone; readonly begun?: BegunMilestone }
  | { readonly name: 'correct-milestone'; readonly milestone: Milestone }
  | { readonly name: 'milestones' }
  | { readonly name: 'take-back'; readonly what: 'diagnosis' | 'fix' | 'recovery' }
  | { readonly name: 'severity' }
  | { readonly name: 'impact' }
  | { readonly name: 'situation' }
  | { readonly name: 'data-statement' }
  | { readonly name: 'details' }
  | { readonly name: 'close-incident' }
  | { readonly name: 'recovery-track' }
  | { readonly name: 'restore-progress' }
  | { readonly name: 'move-phase' }
  | { readonly name: 'adopt-playbook' }
  | { readonly name: 'role'; readonly role: string }
  | { readonly name: 'roster' }
  | { readonly name: 'offer-handoff'; readonly role: string }
  | { readonly name: 'task' }
  | { readonly name: 'finish-task'; readonly task: EventId }
  | { readonly name: 'decision'; readonly asked?: EventId }
  | { readonly name: 'ask-decision' }
  | { readonly name: 'hypothesis' }
  | { readonly name: 'judge-hypothesis'; readonly hypothesis: EventId }
  | { readonly name: 'skip-item'; readonly item: string }
  | { readonly name: 'correct-entry'; readonly entry: EventId }
  | { readonly name: 'withdraw'; readonly event: EventId }
  | { readonly name: 'redact'; readonly event: EventId }
  /** `isAfter`: a redaction has just been recorded. */
  | { readonly name: 'residue'; readonly isAfter?: boolean }
  | { readonly name: 'move'; readonly event: EventId }
  | { readonly name: 'attach-evidence'; readonly entry: EventId }
  | { readonly name: 'conflicts' }
  | { readonly name: 'clock-error' }
  | { readonly name: 'factor'; readonly factor?: EventId }
  | { readonly name: 'action'; readonly action?: EventId }
  | { readonly name: 'review-status'; readonly status: ReviewStatus }
  | { readonly name: 'review-details' }
  | { readonly name: 'pick-entry' }
  | { readonly name: 'export' }
  | { readonly name: 'verify' };

/** Panels that fold to a rail in a narrow window and open over the timeline. */
export type SidePanel = 'roles' | 'tasks' | 'checklist' | 'updates' | 'decisions' | 'hypotheses';

export type AnnouncedHow = 'done' | 'refused' | 'due';

export interface ViewState {
  readonly screen: Screen;
  readonly workspace: Workspace;
  readonly dialog: Dialog | undefined;
  /** Open over the timeline in a narrow window. */
  readonly sidePanel: SidePanel | undefined;
  /** Rises when the entry line should take the focus. */
  readonly entryFocus: number;
  /** Text that is put into the entry line, such as what could not be recorded. */
  readonly entryText: { readonly text: string; readonly n: number } | undefined;
  /** A line of the entry line that a form has recorded in its place. */
  readonly settledLine: { readonly text: string } | undefined;
  /** The kind that the entry line records, set by Alt 1-7. */
  readonly entryKind: string;
  /** Spoken once by assistive technology and shown in the status line. */
  readonly announcement: { readonly text: string; readonly n: number; readonly how: AnnouncedHow };
}

export const viewStore = createStore<ViewState>(() => ({
  screen: 'library',
  workspace: { name: 'timeline' },
  dialog: undefined,
  sidePanel: undefined,
  entryFocus: 0,
  entryText: undefined,
  settledLine: undefined,
  entryKind: 'note',
  announcement: { text: '', n: 0, how: 'done' },
}));

export const useView = <T>(select: (state: ViewState) => T): T => useStore(viewStore, select);

export const showScreen = (screen: Screen): void =>
  viewStore.setState({ screen, dialog: undefined, sidePanel: undefined, workspace: { name: 'timeline' } });
export const showWorkspace = (workspace: Workspace): void =>
  viewStore.setState({ screen: 'console', workspace, dialog: undefined, sidePanel: undefined });
export const openDialog = (dialog: Dialog): void => viewStore.setState({ dialog });
export const closeDialog = (): void => viewStore.setState({ dialog: undefined });
export const showSidePanel = (sidePanel: SidePanel | undefined): void => viewStore.setState({ sidePanel });

export const focusEntryLine = (): void => viewStore.setState(({ entryFocus }) => ({ entryFocus: entryFocus + 1 }));
/** Back to the timeline, the cursor in the entry line; the draft or the hand-off that stood there stays as it is. */
export const leaveWorkspace = (): void => {
  showWorkspace({ name: 'timeline' });
  focusEntryLine();
};
/** Puts text into the entry line and the cursor behind it. */
export const writeEntry = (text: string): void =>
  viewStore.setState(({ entryText, entryFocus }) => ({
    entryText: { text, n: (entryText?.n ?? 0) + 1 },
    entryFocus: entryFocus + 1,
  }));
/** Takes a line out of the entry line: what it said is on record. */
export const settleLine = (text: string): void => viewStore.setState({ settledLine: { text } });
export const setEntryKind = (entryKind: string): void => viewStore.setState({ entryKind });
/** Says what became of something, or what became due; a refusal says why not. Only what was done is quiet. */
export const announce = (text: string, how: AnnouncedHow = 'done'): void =>
  viewStore.setState(({ announcement }) => ({ announcement: { text, n: announcement.n + 1, how } }));

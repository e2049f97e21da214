import type { IncidentState } from '../../../shared/incident/incident-state.ts';
import { formatDuration } from '../../../shared/kernel/duration.ts';
import { elapsedMs, type Instant } from '../../../shared/kernel/instant.ts';
import { findRoleName } from '../../../shared/playbook/find-in-playbook.ts';
import type { Playbook } from '../../../shared/playbook/playbook.ts';
import { holderOf } from '../../../shared/roles/role-holders.ts';
import { handoffItems } from './handoff-item.ts';
import { type NextItem, type Sentence, sentence } from './next-item.ts';
import { reviewMeetingItem } from './review-item.ts';
import { dueItem, regulatorItems, soonItem, updateClocks } from './update-items.ts';
import {
  decisionItems,
  phaseItem,
  restoreItem,
  reviewItems,
  roleItems,
  severityItem,
  taskItems,
  testItems,
} from './work-items.ts';

/** What goes wrong with the record itself; more urgent than anything the record says. */
export interface RecordTrouble {
  readonly kind: 'late' | 'failed';
  readonly since: Instant;
  /** For `failed`: what happened and the way out. */
  readonly sentence?: string;
}

export interface NextInput {
  readonly state: IncidentState;
  readonly playbook: Playbook;
  readonly now: Instant;
  readonly zone: string;
  readonly trouble?: RecordTrouble | undefined;
  /** By audience: "Draft ready, 2 things to check." */
  readonly draftNotes?: ReadonlyMap<string, string> | undefined;
}

export interface Next {
  /** Missing when nothing is due. */
  readonly first?: NextItem;
  /** True when the bar is filled: due, over, or a record that fails. */
  readonly isFilled: boolean;
  /** True when something is late by a whole interval: the bar reaches across the page. */
  readonly isAcross: boolean;
  /** What stands in the bar while nothing is due: "Nothing is due." and what comes. */
  readonly quiet: { readonly what: Sentence; readonly why: Sentence };
  /** Up to three that follow. */
  readonly following: readonly NextItem[];
}

const mostFollowing = 3;

/** The one thing to do now. Order: a record that fails, overdue promise, expired time-box, open hand-off, waiting decision, unfilled role, soon. */
export const projectNext = (input: NextInput): Next => {
  const { state, playbook, now, zone, trouble, draftNotes } = input;
  const cadence = { playbook, lifecycle: state.lifecycle, timeline: state.timeline, updates: state.updates };
  const clocks = updateClocks(cadence, now);
  const note = (audience: string) => draftNotes?.get(audience);
  const regulators = regulatorItems(cadence, now, zone);
  const tasks = taskItems(state, playbook, now);
  const roles = roleItems(state, playbook, now);
  const isRunning = state.lifecycle.status === 'open' || state.lifecycle.status === 'restored';
  const meeting = present(reviewMeetingItem(state, playbook, now, zone));
  const items = [
    ...(trouble ? [troubleItem(trouble, now)] : []),
    ...clocks
      .filter(({ due }) => due.state === 'overdue' || due.state === 'due')
      .map((clock) => dueItem(clock, now, zone, note(clock.audience), deputyWords(state, playbook))),
    ...regulators.filter(({ isDue }) => isDue).map(({ item }) => item),
    ...(isRunning
      ? [
          ...tasks.over,
          ...testItems(state, now, zone),
          ...present(phaseItem(state, playbook, now)),
          ...handoffItems(state, playbook, now),
          ...present(severityItem(state, playbook, now)),
          ...decisionItems(state, now),
          ...reviewItems(state, now),
          ...meeting.filter(({ shape }) => shape === 'over'),
          ...(state.lifecycle.status === 'open' ? roles.filter(({ shape }) => shape === 'waiting') : []),
        ]
      : []),
    ...clocks
      .filter(({ due }) => due.state === 'soon')
      .map((clock) => soonItem(clock, now, zone, note(clock.audience))),
    ...regulators.filter(({ isDue }) => !isDue).map(({ item }) => item),
    ...(isRunning
      ? [
          ...present(restoreItem(state, playbook, now)),
          ...tasks.soon,
          ...(state.lifecycle.status === 'open' ? roles.filter(({ shape }) => shape === 'soon') : []),
          ...meeting.filter(({ shape }) => shape !== 'over'),
        ]
      : []),
  ];
  const [first, ...others] = items;
  const coming = clocks.find(({ due }) => due.at > now);
  return {
    ...(first ? { first } : {}),
    isFilled: first?.shape === 'over',
    isAcross: items.some((item) => item.isAcross),
    quiet: {
      what: sentence('Nothing is due.'),
      why: coming
        ? sentence(`Next: ${coming.name} in`, formatDuration(elapsedMs(now, coming.due.at)))
        : sentence('No update is promised.'),
    },
    following: others.slice(0, mostFollowing),
  };
};

/** Whom to bring in once an update is late enough (level 2): the Deputy watches the timers for the commander. */
const deputyWords = ({ roles }: IncidentState, playbook: Playbook): string => {
  const deputy = holderOf(roles, 'deputy');
  const name = findRoleName(playbook, 'deputy');
  return deputy === undefined ? `Nobody is ${name}: name one.` : `Tell the ${name} too: ${deputy}.`;
};

const troubleItem = ({ kind, since, sentence: words }: RecordTrouble, now: Instant): NextItem => ({
  id: 'record',
  shape: 'over',
  what: kind === 'late' ? sentence('Not on disk yet,', formatDuration(elapsedMs(since, now))) : sentence('Not on disk'),
  brief: sentence('Not on disk'),
  why: words ?? 'It is being written. The text is kept until it is on disk.',
  act: { label: 'Show the text', keys: 'Ctrl J', target: { kind: 'entry' } },
});

const present = (item: NextItem | undefined): readonly NextItem[] => (item ? [item] : []);

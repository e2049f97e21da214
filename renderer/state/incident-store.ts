import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Command } from '../../shared/incident/command.ts';
import { applyCommit, foldIncident } from '../../shared/incident/fold.ts';
import type { IncidentState } from '../../shared/incident/incident-state.ts';
import type { Instant } from '../../shared/kernel/instant.ts';
import { err, type Result } from '../../shared/kernel/result.ts';
import type { Playbook } from '../../shared/playbook/playbook.ts';
import { type CausalOrder, createCausalOrder, orderCommits } from '../../shared/record/causal-order.ts';
import type { LoadedCommit } from '../../shared/record/commit.ts';
import type { CommandId, IncidentId } from '../../shared/record/ids.ts';
import { momentsInZone } from '../../shared/record/moments-in-zone.ts';
import {
  type IncidentPage,
  type JournalProblem,
  type Recorded,
  type RequestFailure,
  request,
  subscribe,
} from '../bridge/bridge.ts';
import { type AppState, appStore, shownZone } from './app-store.ts';
import { currentInstant } from './clock.ts';
import { takeOutOfTypedText } from './redactions.ts';
import { idToSend, keepForRetry } from './retry-ids.ts';
import { announce } from './view-store.ts';

/** A command on its way to the disk: visibly "recording" until its line is flushed. */
export interface PendingCommand {
  readonly id: CommandId;
  readonly command: Command;
  readonly since: Instant;
  /** Set after two seconds without an answer: "not on disk yet". */
  readonly isLate: boolean;
}

/** The disk did not take a record: the most urgent thing there is. */
export interface RecordTrouble {
  readonly kind: 'failed';
  readonly since: Instant;
  readonly sentence: string;
}

export interface OpenIncident {
  readonly id: IncidentId;
  readonly state: IncidentState;
  readonly playbook: Playbook;
  readonly problems: readonly JournalProblem[];
  /** A sentence when this incident can only be read: for its own reason, else for that of the library. */
  readonly readOnly: string | null;
  /** Why this incident alone can only be read. */
  readonly ownReason: string | null;
  readonly pending: readonly PendingCommand[];
  /** Set while the disk refuses what this window records; ends with a record that succeeds, or when the library can be written again. */
  readonly trouble: RecordTrouble | undefined;
  /** What this window recorded, newest last: what Ctrl+Z takes back. */
  readonly mine: readonly Recorded[];
}

export interface IncidentStoreState {
  readonly open: OpenIncident | undefined;
  readonly loading: IncidentId | undefined;
  readonly failure: RequestFailure | undefined;
}

export const incidentStore = createStore<IncidentStoreState>(() => ({
  open: undefined,
  loading: undefined,
  failure: undefined,
}));

/** Only under a component that renders while an incident is open; throws otherwise, which is a bug. */
export const useIncident = <T>(select: (open: OpenIncident) => T): T =>
  useStore(incidentStore, ({ open }) => {
    if (!open) throw new Error('No incident is open');
    return select(open);
  });
export const useIncidentStore = <T>(select: (state: IncidentStoreState) => T): T => useStore(incidentStore, select);

type ChangedIncident = Pick<IncidentPage, 'commits' | 'problems'> & {
  readonly incident: IncidentId;
  /** Set when these are all commits: lines that looked right at first do not count. */
  readonly isWhole?: true;
};

const lateAfterMs = 2_000;
let order: CausalOrder = createCausalOrder();

export const listenForCommits = (): (() => void) =>
  subscribe('incident:changed', (json) => {
    const { incident, commits, problems, isWhole } = JSON.parse(json) as ChangedIncident;
    const { open } = incidentStore.getState();
    if (open?.id !== incident) return;
    if (isWhole) takeInstead(commits, problems);
    else takeIn(commits, problems);
  });

/** Opens an incident. What was open stays on screen until the new one is there. */
export const openIncident = (id: IncidentId): Promise<boolean> => {
  const answer = askAndShow(id);
  opening = answer;
  return answer;
};

/** The last opening; settles when that incident is open, or is not. */
let opening: Promise<boolean> = Promise.resolve(false);

const askAndShow = async (id: IncidentId): Promise<boolean> => {
  incidentStore.setState({ loading: id, failure: undefined });
  const reply = await request('incident:open', { incident: id });
  if (incidentStore.getState().loading !== id) return false;
  if (!reply.ok) {
    incidentStore.setState({ loading: undefined, failure: reply.error });
    return false;
  }
  const page = JSON.parse(reply.value) as IncidentPage;
  order = orderCommits(page.commits);
  incidentStore.setState({
    loading: undefined,
    open: {
      id,
      state: foldIncident(id, order.commits()),
      playbook: page.playbook,
      problems: page.problems,
      ownReason: page.readOnly,
      readOnly: page.readOnly ?? libraryReason(appStore.getState()),
      pending: [],
      trouble: undefined,
      mine: [],
    },
  });
  return true;
};

/** Leaves it: the library process lets go of it too, unless another window shows it. */
export const closeIncident = (): void => {
  const { open } = incidentStore.getState();
  incidentStore.setState({ open: undefined, failure: undefined });
  if (open) void request('incident:close', { incident: open.id });
};

/**
 * Sends a command. Resolves when it is on disk and on screen, or with the reason why not; the caller keeps the text
 * until then.
 */
export const execute = async (command: Command): Promise<Result<Recorded, RequestFailure>> => {
  const { open } = incidentStore.getState();
  if (!open) return err({ code: 'incident.none', sentence: 'No incident is open.' });
  return executeIn(open.id, command);
};

/** As `execute`, for an incident that need not be the open one: a declaration, a capture. */
export const executeIn = (incident: IncidentId, command: Command): Promise<Result<Recorded, RequestFailure>> => {
  const answer = send(incident, command);
  underWay.add(answer);
  const done = () => underWay.delete(answer);
  answer.then(done, done);
  return answer;
};

const underWay = new Set<Promise<unknown>>();
export const isExecuting = (): boolean => underWay.size > 0;
/** Settles when every command that was sent by now has its answer. */
export const whenAnswered = async (): Promise<void> => {
  await Promise.allSettled(underWay);
};

const send = async (incident: IncidentId, command: Command): Promise<Result<Recorded, RequestFailure>> => {
  const pending: PendingCommand = {
    id: idToSend(incident, command),
    command,
    since: currentInstant(),
    isLate: false,
  };
  changeOpen(incident, (open) => ({ pending: [...open.pending, pending] }));
  const late = setTimeout(() => markLate(incident, pending.id), lateAfterMs);
  const zone = appStore.getState().info?.zone ?? 'UTC';
  const reply = await request('incident:execute', { request: { id: pending.id, incident, command }, zone });
  clearTimeout(late);
  if (isRefusedByDisk(reply)) keepForRetry(incident, command, pending.id);
  changeOpen(incident, (open) => ({
    pending: open.pending.filter(({ id }) => id !== pending.id),
    trouble: troubleAfter(reply, open.trouble),
    ...reasonAfter(reply),
    mine: reply.ok && reply.value.events.length > 0 ? [...open.mine, reply.value] : open.mine,
  }));
  return reply.ok ? reply : err(inShownZone(reply.error));
};

/** Times stand on this screen in one zone; the rules name those that they refuse in UTC. */
const inShownZone = (failure: RequestFailure): RequestFailure => ({
  ...failure,
  sentence: momentsInZone(failure.sentence, failure.moments ?? [], shownZone(appStore.getState())),
});

const troubleAfter = (
  reply: Result<Recorded, RequestFailure>,
  before: RecordTrouble | undefined,
): RecordTrouble | undefined => {
  if (reply.ok) return undefined;
  return isRefusedByDisk(reply)
    ? { kind: 'failed', since: before?.since ?? currentInstant(), sentence: reply.error.sentence }
    : before;
};

const isRefusedByDisk = (
  reply: Result<Recorded, RequestFailure>,
): reply is Extract<typeof reply, { readonly ok: false }> =>
  !reply.ok && reply.error.code.startsWith('storage.') && reply.error.code !== newerCode;

/** A newer version wrote to this one incident: the library and its other incidents go on. */
const newerCode = 'storage.newer';
const reasonAfter = (reply: Result<Recorded, RequestFailure>): Partial<OpenIncident> =>
  !reply.ok && reply.error.code === newerCode
    ? { ownReason: reply.error.sentence, readOnly: reply.error.sentence }
    : {};

const libraryReason = ({ info }: AppState): string | null => info?.library.readOnly ?? null;

appStore.subscribe((app, before) => {
  const reason = libraryReason(app);
  if (reason === libraryReason(before)) return;
  const { open } = incidentStore.getState();
  const isMended = reason === null;
  if (open)
    changeOpen(open.id, ({ ownReason }) => ({
      readOnly: ownReason ?? reason,
      ...(isMended ? { trouble: undefined } : {}),
    }));
  if (isMended) announce('The library can be written again. Record what is still in its field.');
});

const markLate = (incident: IncidentId, id: CommandId): void =>
  changeOpen(incident, (open) => ({
    pending: open.pending.map((pending) => (pending.id === id ? { ...pending, isLate: true } : pending)),
  }));

const takeIn = (commits: readonly LoadedCommit[], problems: readonly JournalProblem[]): void => {
  const { open } = incidentStore.getState();
  if (!open) return;
  takeOutOfTypedText(open.state, commits);
  let state: IncidentState | undefined = open.state;
  for (const commit of commits) {
    const placed = order.add(commit);
    const last = order.commits().at(-1);
    if (placed === 'none') continue;
    // Once a commit belongs into the past, or takes something back, the rest is folded anew in one go.
    state = placed === 'appended' && state && last ? applyCommit(state, last) : undefined;
  }
  const after = state ?? foldIncident(open.id, order.commits());
  changeOpen(open.id, () => ({ state: after, problems }));
  if (after.playbook !== open.state.playbook) void readCarriedPlaybook(open.id);
};

/** Another playbook was adopted, here or elsewhere: its content is asked for, the journal names only its digest. */
const readCarriedPlaybook = async (incident: IncidentId): Promise<void> => {
  // Who asks for an incident is held to show it: asked behind another that is being opened, it would take that one's
  // place, and nothing of the one on the screen would be told any more.
  while (incidentStore.getState().loading !== undefined) await opening;
  if (incidentStore.getState().open?.id !== incident) return;
  const reply = await request('incident:open', { incident });
  if (!reply.ok) return;
  const { playbook } = JSON.parse(reply.value) as IncidentPage;
  changeOpen(incident, () => ({ playbook }));
};

const takeInstead = (commits: readonly LoadedCommit[], problems: readonly JournalProblem[]): void => {
  const { open } = incidentStore.getState();
  if (!open) return;
  order = orderCommits(commits);
  changeOpen(open.id, () => ({ state: foldIncident(open.id, order.commits()), problems }));
};

const changeOpen = (incident: IncidentId, change: (open: OpenIncident) => Partial<OpenIncident>): void => {
  const { open } = incidentStore.getState();
  if (open?.id === incident) incidentStore.setState({ open: { ...open, ...change(open) } });
};

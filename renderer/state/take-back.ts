import type { Command } from '../../shared/incident/command.ts';
import { movesSentence } from '../../shared/incident/move-words.ts';
import { previewCommands } from '../../shared/incident/preview.ts';
import { projectRow, type TimelineRow } from '../../shared/incident/timeline-row.ts';
import { redactedText } from '../../shared/record/event.ts';
import type { EventId } from '../../shared/record/ids.ts';
import { appStore } from './app-store.ts';
import { previewAsking } from './asking.ts';
import { currentInstant } from './clock.ts';
import { executeIn, incidentStore, type OpenIncident } from './incident-store.ts';
import { lastOfMine, lastTakenBackOfMine } from './my-last.ts';

/** What to say about a taking back or a bringing back: the row may be out of sight. */
interface Outcome {
  readonly text: string;
  readonly isRefused: boolean;
}

/** Takes back what this window recorded last. `nothingLeft` is said when there is nothing. */
export const takeBackLastOfMine = async (nothingLeft: string): Promise<Outcome> => {
  const { open } = incidentStore.getState();
  if (!open) return { text: nothingLeft, isRefused: true };
  const device = appStore.getState().info?.identity.device ?? '';
  const { events, stays } = lastOfMine(open, { now: currentInstant(), device });
  if (events.length === 0) return { text: stays ?? nothingLeft, isRefused: true };
  const { refused, moved } = await withdrawAll(events, 'Taken back at once');
  if (refused !== undefined) return { text: refused, isRefused: true };
  const text = `${takenWords(events, open)}${moved}`;
  // Something older went than the person may have had in mind: that is said, not left to be found out.
  return { text: stays === undefined ? text : `${text} ${stays}`, isRefused: false };
};

/** Brings back what this window took back last. */
export const bringBackLastOfMine = async (): Promise<Outcome> => {
  const { open } = incidentStore.getState();
  const withdrawals = open ? lastTakenBackOfMine(open) : [];
  if (withdrawals.length === 0) return { text: 'Nothing that you took back here is away.', isRefused: true };
  return bringBack(withdrawals);
};

/** Takes takings back back: what they took away counts again. */
export const bringBack = async (withdrawals: readonly EventId[]): Promise<Outcome> => {
  const { refused, moved } = await withdrawAll(withdrawals, 'Brought back');
  return refused === undefined
    ? { text: `Brought back. It counts again.${moved}`, isRefused: false }
    : { text: refused, isRefused: true };
};

interface Withdrawn {
  readonly refused?: string;
  /** The figures that move by it, as a sentence behind another; empty when none does. */
  readonly moved: string;
}

const withdrawAll = async (events: readonly EventId[], reason: string): Promise<Withdrawn> => {
  const { open } = incidentStore.getState();
  if (!open) return { refused: 'No incident is open.', moved: '' };
  const commands = events.map((event): Command => ({ type: 'WithdrawEvent', event, reason }));
  // Before, since the clocks go on while the disk is waited for.
  const preview = previewCommands(commands, open.state, previewAsking(), open.playbook);
  for (const command of commands) {
    const reply = await executeIn(open.id, command);
    if (!reply.ok) return { refused: reply.error.sentence, moved: '' };
  }
  const moved = preview.ok ? movesSentence(preview.value.moves) : '';
  return { moved: moved === '' ? '' : ` ${moved}` };
};

/** What went, by the first row that shows one, and where it is now. A correction has no row: it stood in that of its entry. */
const takenWords = (events: readonly EventId[], { state, playbook }: OpenIncident): string => {
  const rowOf = (id: EventId) => projectRow(id, state, playbook);
  const row = events.map(rowOf).find((found) => found !== undefined);
  if (row) return `Taken back: ${nameOf(row)}. It stays in the timeline, struck through.`;
  const corrected = events.map((id) => state.logById.get(id)?.event).find((event) => event?.type === 'EntryCorrected');
  const entry = corrected && 'entry' in corrected ? rowOf(corrected.entry as EventId) : undefined;
  const what = entry ? `: the correction ${quoted(entry)}. Its row says what it said before` : '';
  return `Taken back${what}. The record keeps it, and nothing counts it any more.`;
};

/** `Note “checkout fails”`. */
const nameOf = (row: TimelineRow): string => [row.word, quoted(row)].filter(Boolean).join(' ');
const quoted = ({ redacted, text }: TimelineRow): string => {
  const words = redacted ? redactedText : text;
  return words === '' ? '' : `“${words.length > 60 ? `${words.slice(0, 60)}…` : words}”`;
};

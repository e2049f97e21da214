import type { Command } from '../../../shared/incident/command.ts';
import { projectRow } from '../../../shared/incident/timeline-row.ts';
import { type UnderstoodLine, understandLine } from '../../../shared/incident/understand-line.ts';
import type { Instant } from '../../../shared/kernel/instant.ts';
import { formatClock } from '../../../shared/kernel/zone.ts';
import type { EventId } from '../../../shared/record/ids.ts';
import { appStore, shownZone } from '../../state/app-store.ts';
import { currentInstant } from '../../state/clock.ts';
import { execute, incidentStore } from '../../state/incident-store.ts';
import { announce, openDialog, setEntryKind, showWorkspace, viewStore } from '../../state/view-store.ts';
import { dropUnsent, entryStore, type LineProblem, nextLineNumber, type UnsentLine } from './entry-store.ts';
import { lineContext } from './line-context.ts';
import { canOpenForm, isAskedByForm, openMilestoneForm } from './open-milestone-form.ts';
import { linesOf } from './unsent-text.ts';

/** What Enter does. The field is free at once; a line that cannot be recorded comes back with the reason. */
export const recordLine = (): void => {
  const { text, chosen, isOnePerLine } = entryStore.getState();
  const kind = viewStore.getState().entryKind;
  const lines = isOnePerLine ? linesOf(text) : text.trim() === '' ? [] : [text];
  const understood = lines.map((line) => ({ line, meaning: understand(line, kind, chosen) }));
  for (const [index, { meaning }] of understood.entries()) {
    const problem = lines.length > 1 ? problemAmong(meaning, index + 1) : problemOf(meaning);
    // Nothing of a pasted text is recorded before all of it is clear: half of it twice is worse than a question.
    if (problem) {
      refuseLine(problem);
      return;
    }
  }
  const [first] = understood;
  if (!first) return;
  if (first.meaning.action.do === 'declare') {
    openDialog({ name: 'declare', title: first.meaning.action.title });
    return;
  }
  clearLine();
  if (first.meaning.action.do === 'write-update') {
    const { audience, text: words } = first.meaning.action;
    showWorkspace({ name: 'composer', audience, ...(words === '' ? {} : { words }) });
    return;
  }
  for (const { line, meaning } of understood)
    if (meaning.action.do === 'record') void send({ text: line, kind, ...given(chosen) }, meaning.action.command);
};

/** Once more, as it was typed; what it means is read anew, since people and entries may have changed. */
export const tryAgain = (line: UnsentLine): void => {
  const { action } = understand(line.text, line.kind, line.chosen);
  if (action.do !== 'record') return;
  dropUnsent(line.n);
  void send(line, action.command);
};

const send = async (typed: Omit<UnsentLine, 'n' | 'problem'>, command: Command): Promise<void> => {
  const n = nextLineNumber();
  const { incident } = entryStore.getState();
  entryStore.setState(({ unsent }) => ({ unsent: [...unsent, { ...withoutProblem(typed), n }] }));
  const reply = await execute(command);
  if (entryStore.getState().incident !== incident) return;
  if (reply.ok) {
    dropUnsent(n);
    announce(`Recorded${nameOf(reply.value.events)} at ${formatClock(currentInstant(), zone(), true)}, on disk.`);
    return;
  }
  const reach = command.type === 'ReachMilestone' ? command : undefined;
  const isOfDisk = reply.error.code.startsWith('storage.');
  const isInField = comeBack(n, { sentence: reply.error.sentence, isOfDisk, ...(reach ? { reach } : {}) });
  if (reach && isInField && isAskedByForm(reach, reply.error.field) && canOpenForm())
    openMilestoneForm(typed.text, reach);
};

/** Into the field (true) if that is free, else above it: nothing that was typed meanwhile may be lost either. */
const comeBack = (n: number, problem: LineProblem): boolean => {
  const { text, unsent } = entryStore.getState();
  const line = unsent.find((other) => other.n === n);
  if (!line) return false;
  const others = unsent.filter((other) => other !== line);
  if (text.trim() === '') {
    entryStore.setState({ text: line.text, chosen: line.chosen, problem, unsent: others });
    setEntryKind(line.kind);
    return true;
  }
  entryStore.setState({ unsent: [...others, { ...line, problem }] });
  return false;
};

const understand = (line: string, kind: string, chosen: Instant | undefined): UnderstoodLine => {
  const { open } = incidentStore.getState();
  if (!open) throw new Error('No incident is open');
  const context = lineContext(open.state, open.playbook);
  return understandLine(line, kind, { context, now: currentInstant(), zone: zone() }, chosen);
};

const problemOf = ({ action }: UnderstoodLine): string | undefined => {
  if (action.do === 'wait') return action.hint;
  return action.do === 'ask-time' ? 'Which moment is meant? Choose one, then press Enter.' : undefined;
};

/** A line of several has no buttons of its own to answer a question with, and no screen to open. */
const problemAmong = ({ action }: UnderstoodLine, n: number): string | undefined => {
  if (action.do === 'record') return undefined;
  return `Line ${n}: ${action.do === 'wait' ? action.hint : 'record this line by itself, it needs an answer.'}`;
};

const refuseLine = (sentence: string): void => entryStore.setState({ problem: { sentence } });

const clearLine = (): void => {
  entryStore.setState({ text: '', chosen: undefined, problem: undefined, isOnePerLine: false });
  setEntryKind('note');
};

/** ` as ann-7`, of the first of these events that people have a name for. */
const nameOf = (events: readonly EventId[]): string => {
  const { open } = incidentStore.getState();
  const name = events.map((id) => open && projectRow(id, open.state, open.playbook)?.name).find(Boolean);
  return name ? ` as ${name}` : '';
};

const withoutProblem = ({ text, kind, chosen }: Omit<UnsentLine, 'n'>) => ({ text, kind, ...given(chosen) });
const given = (chosen: Instant | undefined) => (chosen === undefined ? {} : { chosen });
const zone = () => shownZone(appStore.getState());

import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { AppAction } from '../../../renderer/state/action.ts';
import { defaultPlaybook } from '../../../shared/playbook/default-playbook.ts';
import type { EventId } from '../../../shared/record/ids.ts';
import { createPlayer, type IncidentPlayer, testDigest, toInstant } from '../../support/incident-player.ts';
import { openInWindow } from '../../support/open-in-window.ts';

let choices: readonly AppAction[];
let opened: () => unknown;
let show: (player: IncidentPlayer, options?: Options) => void;

interface Options {
  readonly readOnly?: string;
  readonly selected?: EventId;
  readonly mine?: readonly EventId[];
}

beforeEach(async () => {
  // The stores listen to the window from their first line on; nothing of it is asked here.
  const silent = { addEventListener: () => undefined, matchMedia: () => ({ matches: false }) };
  vi.stubGlobal('window', { ...silent, bridge: { request: async () => null, subscribe: () => () => undefined } });
  vi.stubGlobal('document', { ...silent, hidden: false, activeElement: null, documentElement: { dataset: {} } });
  vi.stubGlobal('matchMedia', silent.matchMedia);
  const { currentChoices } = await import('../../../renderer/shell/current-choices.ts');
  const { viewStore } = await import('../../../renderer/state/view-store.ts');
  const { incidentStore } = await import('../../../renderer/state/incident-store.ts');
  const { timelineView } = await import('../../../renderer/features/timeline/timeline-view.ts');
  const { appStore } = await import('../../../renderer/state/app-store.ts');
  appStore.setState({
    info: {
      identity: { person: 'Ann Lee', device: 'ann' },
      library: { readOnly: null },
      preferences: { zone: 'UTC' },
    } as never,
  });
  opened = () => viewStore.getState().dialog;
  show = (player, { readOnly, selected, mine = [] } = {}) => {
    incidentStore.setState({ open: { ...openInWindow(player.state(), mine), readOnly: readOnly ?? null } });
    timelineView.setState({ selected });
    viewStore.setState({ screen: 'console', workspace: { name: 'timeline' }, dialog: undefined });
    choices = currentChoices();
  };
});

const labels = () => choices.map(({ label }) => label);
const choose = (label: string) => {
  const found = choices.find((choice) => choice.label.startsWith(label));
  if (!found) throw new Error(`Nothing says ${label}`);
  found.run();
};
const declared = (): IncidentPlayer => {
  const player = createPlayer();
  player.must('10:00', {
    type: 'DeclareIncident',
    title: 'Checkout fails',
    severity: 'SEV1',
    detectedAt: toInstant('10:00'),
    playbook: testDigest,
    commander: 'Ann Lee',
  });
  return player;
};
const idOf = (player: IncidentPlayer, type: string): EventId => {
  const found = player.state().log.findLast(({ event }) => event.type === type)?.event.id;
  if (!found) throw new Error(`Nothing of type ${type}`);
  return found;
};

describe('what exists only as a row is in the palette', () => {
  test('[KY10] every role, every task, every hypothesis, every question', () => {
    const player = declared();
    player.must('10:01', { type: 'GiveTask', text: 'Roll back', owner: 'Jonas Berg' });
    player.must('10:02', { type: 'ProposeHypothesis', text: 'The flag leaks' });
    player.must('10:03', { type: 'AskDecision', question: 'Close the shop?', options: [] });
    show(player);
    for (const { name } of defaultPlaybook.roles.filter(({ id }) => id !== 'ic' && id !== 'lead'))
      expect(labels()).toContain(`Name the ${name}`);
    choose('Settle the task of Jonas Berg: Roll back');
    expect(opened()).toEqual({ name: 'finish-task', task: idOf(player, 'TaskGiven') });
    choose('Judge the hypothesis: The flag leaks');
    expect(opened()).toMatchObject({ name: 'judge-hypothesis' });
    choose('Answer: Close the shop?');
    expect(opened()).toMatchObject({ name: 'decision', asked: idOf(player, 'DecisionAsked') });
  });

  test('[KY10] the last update of an audience can be mended; lines of my checklist skipped', () => {
    const player = declared();
    show(player);
    expect(labels().filter((label) => label.startsWith('Skip on my checklist: '))).not.toEqual([]);
    choose('Skip on my checklist: ');
    expect(opened()).toMatchObject({ name: 'skip-item' });
    expect(labels().join('\n')).not.toContain('Correct or take back the last update: Public');
    player.must('10:05', { type: 'SendUpdate', audience: 'public', text: 'We look into it.', situation: 'detected' });
    show(player);
    expect(labels()).toContain('Correct or take back the last update: Public');
    expect(labels()).toContain('Write an update: Executives');
  });

  test('[KY42] lines of my list and of the one on screen are ticked, unticked and skipped; other lists are shown', () => {
    const player = declared();
    const line = 'Take the severity from the lead';
    show(player);
    expect(labels()).toContain(`Tick on my checklist: ${line}`);
    expect(labels()).toContain('Show the checklist: Scribe, also yours');
    player.must('10:01', { type: 'TickChecklistItem', item: 'ic.triage.1' });
    show(player);
    expect(labels()).toContain(`Untick on my checklist: ${line}`);
    expect(labels()).not.toContain(`Skip on my checklist: ${line}`);
    const others = labels().filter((label) => label.includes('on the checklist of Resolution Lead'));
    expect(others).toEqual([]);
    choose('Show the checklist: Resolution Lead');
    show(player);
    expect(labels()).toContain('Tick on the checklist of Resolution Lead: Measure extent on monitoring');
    expect(labels()).toContain('Skip on the checklist of Resolution Lead: Measure extent on monitoring');
  });

  test('[KY11] the menu of a row: for the row with the focus, else for my last entry', () => {
    const player = declared();
    player.must('10:01', { type: 'RecordEntry', kind: 'note', text: 'errors 38 %' });
    const first = idOf(player, 'EntryRecorded');
    player.must('10:02', { type: 'RecordEntry', kind: 'note', text: 'errors 12 %' });
    const second = idOf(player, 'EntryRecorded');
    show(player);
    expect(labels().join('\n')).not.toContain('errors');
    show(player, { mine: [first, second] });
    for (const deed of ['Star', 'Correct', 'Change time', 'Attach link as evidence', 'Move', 'Take back', 'Redact'])
      expect(labels().join('\n')).toMatch(new RegExp(`^${deed}.*, my last entry: errors 12 %$`, 'm'));
    show(player, { mine: [second], selected: first });
    choose('Redact, the selected entry: errors 38 %');
    expect(opened()).toEqual({ name: 'redact', event: first });
    show(player, { mine: [second], selected: 'a row of another incident' as EventId });
    choose('Redact, my last entry: errors 12 %');
    expect(opened()).toEqual({ name: 'redact', event: second });
  });

  test('[KY10] nothing that records while the incident can only be read', () => {
    const player = declared();
    player.must('10:01', { type: 'GiveTask', text: 'Roll back', owner: 'Jonas Berg' });
    show(player, { readOnly: 'This folder cannot be written.' });
    expect(labels().filter((label) => /^(Name|Settle|Judge|Answer|Tick|Untick|Skip|Correct)/.test(label))).toEqual([]);
  });
});

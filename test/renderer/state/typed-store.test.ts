import { beforeEach, expect, test } from 'vitest';
import { defaultPlaybook } from '../../../shared/playbook/default-playbook.ts';
import { createPlayer, testDigest } from '../../support/incident-player.ts';
import { createWindowWorld } from '../../support/window-world.ts';

const world = createWindowWorld();
const { openIncident, listenForCommits } = await import('../../../renderer/state/incident-store.ts');
const { flushDrafts } = await import('../../../renderer/state/drafts.ts');
const { forgetTyped, isTypedIn, keepValue, leaveForm, listenForLeftForms, placeOfDialog, valueIn } = await import(
  '../../../renderer/state/typed-store.ts'
);

const player = createPlayer();
player.must('10:00', { type: 'DeclareIncident', title: 'Checkout fails', playbook: testDigest });
const [entry] = player.must('10:01', { type: 'RecordEntry', kind: 'note', text: 'Jane "JD" Doe called' });
const { id } = player.state();
const severity = placeOfDialog(id, { name: 'severity' });
const saved = () => {
  void flushDrafts();
  const all = world.asked.filter(({ channel }) => channel === 'drafts:save').map(({ payload }) => payload);
  return (all.at(-1) as { readonly text: string } | undefined)?.text;
};
listenForCommits();
listenForLeftForms();
await world.next('drafts:list').answer({ ok: true, value: [] });

beforeEach(async () => {
  forgetTyped(severity);
  const opening = openIncident(id);
  const commits = player.commits().slice(0, 2);
  const page = { commits, problems: [], playbook: defaultPlaybook, playbookDigest: '', readOnly: null };
  await world.next('incident:open').answer({ ok: true, value: JSON.stringify(page) });
  await opening;
});

test('[DLG14] what a form of a dead run holds is there again, once; what is typed here counts for more', async () => {
  const task = placeOfDialog(id, { name: 'task' });
  keepValue(severity, 'typed', 'reason', 'typed here');
  const left = (key: string, text: string) => ({ key, text, savedAt: '2026-03-02T10:00:00.000Z', orphan: true });
  await world.next('drafts:list').answer({
    ok: true,
    value: [
      left('form:severity', '{"typed":{"reason":"left behind"},"chosen":{}}'),
      left('form:impact', 'in a way of its own, by another version'),
      left('form:situation', '"nor this"'),
      left('form:task', '{"typed":{"text":"check the pool"},"chosen":{}}'),
      left('entry', 'a line'),
    ],
  });
  expect(valueIn(severity, 'typed', 'reason')).toBe('typed here');
  expect(valueIn(task, 'typed', 'text')).toBe('check the pool');
  expect(isTypedIn(placeOfDialog(id, { name: 'impact' }))).toBe(false);
});

test('[DLG14] a form is its dialog and what that is about, of one incident; a declaration is of none', () => {
  keepValue(severity, 'typed', 'reason', 'orders fail');
  expect(isTypedIn(placeOfDialog(id, { name: 'impact' }))).toBe(false);
  expect(isTypedIn(placeOfDialog(undefined, { name: 'severity' }))).toBe(false);
  expect(placeOfDialog(id, { name: 'skip-item', item: 'a' })).not.toEqual(
    placeOfDialog(id, { name: 'skip-item', item: 'b' }),
  );
  expect(placeOfDialog(id, { name: 'declare' })).toEqual(placeOfDialog(undefined, { name: 'declare' }));
});

test('[DLG14] choices stay with the text that they were made for, and never alone', () => {
  keepValue(severity, 'chosen', 'severity', 'SEV1');
  expect(saved()).toBe('');
  leaveForm(severity);
  expect(valueIn(severity, 'chosen', 'severity')).toBeUndefined();
  keepValue(severity, 'chosen', 'severity', 'SEV1');
  keepValue(severity, 'typed', 'reason', 'orders fail');
  leaveForm(severity);
  expect(valueIn(severity, 'chosen', 'severity')).toBe('SEV1');
  expect(saved()).toBe('{"typed":{"reason":"orders fail"},"chosen":{"severity":"SEV1"}}');
  forgetTyped(severity);
  expect(saved()).toBe('');
  expect(isTypedIn(severity)).toBe(false);
});

test('[RX14] a redaction takes its text out of a form that was left, also inside a list', () => {
  const decision = placeOfDialog(id, { name: 'decision' });
  keepValue(decision, 'typed', 'options', [{ text: 'ask Jane "JD" Doe called again' }]);
  player.must('10:02', { type: 'RedactText', event: entry.id, why: 'customer name' });
  const commits = [player.commits().at(-1)];
  world.push('incident:changed', JSON.stringify({ incident: id, commits, problems: [] }));
  expect(valueIn(decision, 'typed', 'options')).toEqual([{ text: 'ask [redacted] again' }]);
  expect(saved()).toBe('{"typed":{"options":[{"text":"ask [redacted] again"}]},"chosen":{}}');
});

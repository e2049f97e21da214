import { beforeEach, expect, test } from 'vitest';
import { defaultPlaybook } from '../../../shared/playbook/default-playbook.ts';
import { createPlayer, testDigest } from '../../support/incident-player.ts';
import { createWindowWorld } from '../../support/window-world.ts';

const world = createWindowWorld();
const { openIncident, listenForCommits } = await import('../../../renderer/state/incident-store.ts');
const { flushDrafts, saveDraft } = await import('../../../renderer/state/drafts.ts');
const { viewStore } = await import('../../../renderer/state/view-store.ts');
const { entryStore, showLineOf, writeLine } = await import('../../../renderer/features/entry/entry-store.ts');

const player = createPlayer();
player.must('10:00', { type: 'DeclareIncident', title: 'Checkout fails', playbook: testDigest });
const [entry] = player.must('10:01', { type: 'RecordEntry', kind: 'note', text: 'Jane Doe called' });
const { id } = player.state();
const open = async () => {
  const opening = openIncident(id);
  const page = {
    commits: player.commits(),
    problems: [],
    playbook: defaultPlaybook,
    playbookDigest: '',
    readOnly: null,
  };
  await world.next('incident:open').answer({ ok: true, value: JSON.stringify(page) });
  await opening;
};
const redact = () => {
  player.must('10:02', { type: 'RedactText', event: entry.id, why: 'customer name' });
  const commits = [player.commits().at(-1)];
  world.push('incident:changed', JSON.stringify({ incident: id, commits, problems: [] }));
};
listenForCommits();

beforeEach(async () => {
  await open();
});

test('[RX14] a redaction takes its text out of what is typed in the window, saves that, and says so', async () => {
  const shown = showLineOf(id);
  await world.next('drafts:list').answer({ ok: true, value: [] });
  await shown;
  writeLine('!obs Jane Doe called twice');
  saveDraft(id, 'section:summary', 'Jane Doe called, and left');
  saveDraft(id, 'update:exec', 'nothing of it');
  saveDraft(null, 'form:declare', 'again: Jane Doe called');
  redact();
  expect(entryStore.getState().text).toBe('!obs [redacted] twice');
  expect(viewStore.getState().announcement.text).toContain('[redacted] stands in its place');
  void flushDrafts();
  const saved = world.asked.filter(({ channel }) => channel === 'drafts:save').map(({ payload }) => payload);
  expect(saved).toEqual(
    expect.arrayContaining([
      { incident: id, key: 'entry', text: '!obs [redacted] twice' },
      { incident: id, key: 'section:summary', text: '[redacted], and left' },
      { incident: id, key: 'update:exec', text: 'nothing of it' },
      { incident: null, key: 'form:declare', text: 'again: [redacted]' },
    ]),
  );
  expect(JSON.stringify(saved)).not.toContain('Jane');
});

import { describe, expect, it } from 'vitest';
import { countKinds, filterRows } from '../../../../renderer/features/timeline/row-filter.ts';
import { projectRows } from '../../../../shared/incident/timeline-row.ts';
import { defaultPlaybook } from '../../../../shared/playbook/default-playbook.ts';
import { createPlayer, testDigest } from '../../../support/incident-player.ts';

const story = () => {
  const ann = createPlayer();
  ann.must('09:00', { type: 'DeclareIncident', title: 'Checkout fails', playbook: testDigest });
  ann.must('09:05', { type: 'RecordEntry', kind: 'note', text: 'mine', actor: 'Mei Tanaka' });
  ann.must('09:06', { type: 'RecordEntry', kind: 'observation', text: 'key', key: true });
  ann.must('09:07', { type: 'MakeDecision', question: 'How?', chosen: 'roll back' });
  const omar = createPlayer({ person: 'Omar Haddad', device: 'omar' });
  omar.takeIn(ann.commits());
  omar.must('09:08', { type: 'RecordEntry', kind: 'note', text: 'his', actor: 'Ann Lee' });
  ann.takeIn(omar.commits());
  const state = ann.state();
  return { state, rows: projectRows(state, defaultPlaybook) };
};
const me = { person: 'Ann Lee', device: 'another' };

describe('filters of the timeline', () => {
  it('[TV12] mine is what this person recorded on any device, whoever did it', () => {
    const { rows, state } = story();
    const texts = filterRows(rows, { filter: 'mine', kind: 'note', me }, state).map(({ text }) => text);
    expect(texts).toEqual(['mine']);
  });

  it('[TV12] without a name mine is what this device recorded without one', () => {
    const { rows, state } = story();
    expect(filterRows(rows, { filter: 'mine', kind: undefined, me: { person: '', device: 'ann' } }, state)).toEqual([]);
  });

  it('[TV13] a kind narrows a filter; nothing set gives the very same rows', () => {
    const { rows, state } = story();
    expect(filterRows(rows, { filter: 'all', kind: undefined, me }, state)).toBe(rows);
    expect(filterRows(rows, { filter: 'key', kind: 'observation', me }, state).map(({ text }) => text)).toEqual([
      'key',
    ]);
    expect(filterRows(rows, { filter: 'decisions', kind: undefined, me }, state).map(({ word }) => word)).toEqual([
      'Decided',
    ]);
  });

  it('[TV13] kinds are counted, most first', () => {
    const [first] = countKinds(story().rows.filter(({ kind }) => kind === 'note' || kind === 'decision'));
    expect(first).toEqual({ kind: 'note', n: 2 });
  });
});

import { describe, expect, it } from 'vitest';
import {
  createTimelineItems,
  type ItemSources,
  type TimelineItem,
} from '../../../../renderer/features/timeline/timeline-items.ts';
import type { PendingCommand } from '../../../../renderer/state/incident-store.ts';
import { projectConflicts } from '../../../../shared/incident/conflicts.ts';
import { applyCommit } from '../../../../shared/incident/fold.ts';
import { createRowProjection } from '../../../../shared/incident/timeline-row.ts';
import { milestoneNotes } from '../../../../shared/lifecycle/milestone-notes.ts';
import { defaultPlaybook } from '../../../../shared/playbook/default-playbook.ts';
import { orderCommits } from '../../../../shared/record/causal-order.ts';
import type { CommandId } from '../../../../shared/record/ids.ts';
import {
  createPlayer,
  type IncidentPlayer,
  testDigest,
  testIncident,
  toInstant,
} from '../../../support/incident-player.ts';

const running = (): IncidentPlayer => {
  const player = createPlayer();
  player.must('09:00', { type: 'DeclareIncident', title: 'Checkout fails', playbook: testDigest });
  return player;
};

const createView = () => {
  const project = createRowProjection();
  const toItems = createTimelineItems();
  return (player: IncidentPlayer, more: Partial<ItemSources> = {}, state = player.state()) => {
    return toItems({
      rows: project(state, defaultPlaybook),
      overdue: [],
      gaps: [],
      pending: [],
      notes: milestoneNotes(testIncident, state.lifecycle, toInstant('12:00')),
      conflicts: projectConflicts(state, defaultPlaybook),
      entries: state.timeline.entries,
      device: 'ann',
      zone: 'UTC',
      ...more,
    });
  };
};
const typesOf = (items: readonly TimelineItem[]) => items.map(({ type }) => type);
const rowWith = (items: readonly TimelineItem[], text: string) => {
  const found = items.find((item) => item.type === 'row' && item.row.text === text);
  if (found?.type !== 'row') throw new Error(`no row ${text}`);
  return found;
};

describe('lines of the timeline', () => {
  it('[TV6] a promise that passed stands where it was due', () => {
    const player = running();
    player.must('09:40', { type: 'RecordEntry', kind: 'note', text: 'later' });
    const overdue = {
      audience: 'public',
      at: toInstant('09:20'),
      lateMs: 1_260_000,
      open: true,
      text: 'public update overdue 21 min',
    };
    expect(typesOf(createView()(player, { overdue: [overdue] }))).toEqual(['row', 'row', 'overdue', 'row']);
  });

  it('[TV20] a place that cannot be read stands behind the line before it; one whose place is unknown does not', () => {
    const player = running();
    player.must('09:40', { type: 'RecordEntry', kind: 'note', text: 'later' });
    const gap = { kind: 'damaged-line', file: 'w.jsonl', line: 3, message: 'This line is damaged.' };
    const gaps = [
      { ...gap, after: toInstant('09:10') },
      { ...gap, kind: 'unreadable' },
    ];
    expect(typesOf(createView()(player, { gaps }))).toEqual(['row', 'row', 'gap', 'row']);
  });

  it('[TV7] commands on their way to the disk stand at the foot, whatever time they carry', () => {
    const player = running();
    const pending: PendingCommand = {
      id: 'c1' as CommandId,
      command: { type: 'RecordEntry', kind: 'note', text: 'early', at: toInstant('08:00') },
      since: toInstant('09:01'),
      isLate: false,
    };
    expect(typesOf(createView()(player, { pending: [pending] }))).toEqual(['row', 'row', 'pending']);
  });

  it('[TV8] days get a heading once there are several, by the zone that is shown', () => {
    const player = running();
    player.must('22:30', { type: 'RecordEntry', kind: 'note', text: 'late' });
    player.must('23:30', { type: 'RecordEntry', kind: 'note', text: 'later' });
    const view = createView();
    expect(typesOf(view(player))).not.toContain('day');
    expect(typesOf(view(player, { zone: 'Europe/Berlin' }))).toEqual(['day', 'row', 'row', 'row', 'day', 'row']);
  });

  it('[TV9] lines that did not change stay the same objects, so that only the new one is drawn', () => {
    const player = running();
    player.must('09:10', { type: 'RecordEntry', kind: 'note', text: 'first' });
    const view = createView();
    const state = player.state();
    const before = view(player, {}, state);
    player.must('09:11', { type: 'RecordEntry', kind: 'note', text: 'second' });
    const last = orderCommits(player.commits()).commits().at(-1);
    const after = view(player, {}, last && applyCommit(state, last));
    expect(after).toHaveLength(before.length + 1);
    expect(after.slice(0, before.length).every((item, index) => item === before[index])).toBe(true);
  });

  it('[TV9] evidence that arrives later is shown in its row', () => {
    const player = running();
    const [entry] = player.must('09:10', { type: 'RecordEntry', kind: 'note', text: 'first' });
    const view = createView();
    view(player);
    player.must('09:12', {
      type: 'AttachEvidence',
      entry: entry.id,
      evidence: { kind: 'url', text: 'https://a.example' },
    });
    expect(rowWith(view(player), 'first').marks.evidence).toEqual(['https://a.example']);
  });

  it('[TV10] rows of other devices carry their name there', () => {
    const player = running();
    const omar = createPlayer({ person: 'Omar Haddad', device: 'omar' });
    omar.takeIn(player.commits());
    omar.must('09:10', { type: 'RecordEntry', kind: 'note', text: 'from the train' });
    player.takeIn(omar.commits());
    const items = createView()(player);
    expect(rowWith(items, 'from the train').marks.elsewhere).toBe('omar-1');
    expect(items[0]?.type === 'row' && items[0].marks.elsewhere).toBe(undefined);
  });

  it('[TV11] both sides of a conflict stand in the row', () => {
    const player = running();
    const omar = createPlayer({ person: 'Omar Haddad', device: 'omar' });
    const [entry] = player.must('09:05', { type: 'RecordEntry', kind: 'note', text: 'errors 4 %' });
    omar.takeIn(player.commits());
    player.must('09:06', { type: 'CorrectEntry', entry: entry.id, text: 'errors 0.4 %' });
    omar.must('09:07', { type: 'CorrectEntry', entry: entry.id, text: 'errors 0.5 %' });
    player.takeIn(omar.commits());
    const against = rowWith(createView()(player), 'errors 0.5 %').marks.against;
    expect(against?.map(({ text }) => text)).toContain('errors 0.4 %');
  });
});

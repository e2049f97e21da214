import { describe, expect, it } from 'vitest';
import { createIncidentHistory } from '../../../electron/library/incident-history.ts';
import type { OrderedCommit } from '../../../shared/record/commit.ts';
import { aCommit, anIncident, namesOf } from '../../support/journal-builders.ts';

/** A state that is no more than how many commits went into it, and when. */
const countPieces = () => {
  const pieces: number[] = [];
  const grow = (_: unknown, commits: readonly OrderedCommit[]) => {
    const given = commits.length;
    let applied = 0;
    const workAhead = (count: number) => {
      const piece = Math.min(count, given - applied);
      if (piece > 0) pieces.push(piece);
      applied += piece;
      return applied === given;
    };
    const now = () => {
      workAhead(given);
      return applied;
    };
    return { workAhead, now, snapshot: now, add: () => false };
  };
  return { grow, pieces };
};

describe('the history of an incident', () => {
  it('[OP5] works its state out a few milliseconds at a time, and at one go for whoever cannot wait', () => {
    const { grow, pieces } = countPieces();
    const history = createIncidentHistory(anIncident, { grow });
    history.addRecorded(Array.from({ length: 1_700 }, (_, index) => aCommit('w', index + 1)));
    expect(history.workAhead()).toBe(false);
    expect(history.workAhead()).toBe(false);
    expect(Math.max(...pieces)).toBeLessThanOrEqual(500);
    expect(history.deciding()).toBe(1_700);
    expect(history.workAhead()).toBe(true);
    expect(pieces).toHaveLength(3);
  });

  it('[MG10] keeps a commit blanked whose text was taken out before its answer came', () => {
    const { grow } = countPieces();
    const history = createIncidentHistory(anIncident, { grow });
    const commit = aCommit('w', 1);
    history.addPending(commit);
    history.addRecorded([{ ...commit, blanked: commit.commit.events.map(({ id }) => id) }]);
    history.confirm(commit);
    expect(history.recorded().map(({ blanked }) => blanked?.length)).toEqual([1]);
    expect(history.hasBlanks()).toBe(true);
  });

  it('[MG3] tells what is recorded in the order of application, however it came, without what waits or was refused', () => {
    const { grow } = countPieces();
    const history = createIncidentHistory(anIncident, { grow });
    const [first, second, other] = [aCommit('w', 1), aCommit('w', 2), aCommit('v', 1, { atMs: -1 })];
    history.addPending(first);
    history.confirm(first);
    history.addPending(second);
    history.addRecorded([other]);
    expect(namesOf(history.recorded())).toEqual(['v1', 'w1']);
    expect(history.recordedBy(second.commit.command.id)).toBeUndefined();
    history.drop(second);
    expect(namesOf(history.recorded())).toEqual(['v1', 'w1']);
    expect(history.newest()?.sum).toBe(first.sum);
  });
});

import { describe, expect, it } from 'vitest';
import { createIncidentHistory } from '../../../electron/library/incident-history.ts';
import type { OrderedCommit } from '../../../shared/record/commit.ts';
import { aCommit, anIncident } from '../../support/journal-builders.ts';

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
});

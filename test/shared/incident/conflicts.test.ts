import { describe, expect, it } from 'vitest';
import { projectConflicts } from '../../../shared/incident/conflicts.ts';
import { defaultPlaybook } from '../../../shared/playbook/default-playbook.ts';
import { createPlayer, testDigest, toInstant } from '../../support/incident-player.ts';

/** Ann and Omar correct the same entry, neither knowing of the other. */
const twoCorrections = () => {
  const ann = createPlayer();
  const omar = createPlayer({ person: 'Omar Haddad', device: 'omar' });
  ann.must('09:00', { type: 'DeclareIncident', title: 'Checkout fails', playbook: testDigest });
  const [entry] = ann.must('09:05', { type: 'RecordEntry', kind: 'observation', text: 'errors 4 %' });
  omar.takeIn(ann.commits());
  const [first] = ann.must('09:06', { type: 'CorrectEntry', entry: entry.id, text: 'errors 0.4 %' });
  omar.must('09:07', { type: 'CorrectEntry', entry: entry.id, happenedAt: toInstant('09:01') });
  ann.takeIn(omar.commits());
  return { ann, entry, first };
};
const conflictsOf = (player: ReturnType<typeof createPlayer>) => projectConflicts(player.state(), defaultPlaybook);

describe('contradictions between devices', () => {
  it('[CF1] both sides are shown in the row of the entry, and the later one counts', () => {
    const { ann, entry } = twoCorrections();
    const [conflict, ...others] = conflictsOf(ann);
    expect(others).toEqual([]);
    expect(conflict?.sides).toMatchObject([
      { row: entry.id, text: 'errors 0.4 %', by: 'Ann Lee', counts: false },
      { row: entry.id, text: '', happenedAt: toInstant('09:01'), by: 'Omar Haddad', counts: true },
    ]);
  });

  it('[CF2] taking back all sides but one settles it', () => {
    const { ann, first } = twoCorrections();
    if (!first) throw new Error('no correction');
    ann.must('09:08', { type: 'WithdrawEvent', event: first.id, reason: 'the other holds' });
    expect(conflictsOf(ann)).toEqual([]);
  });

  it('[CF3] a redacted side keeps its text hidden', () => {
    const { ann, first } = twoCorrections();
    if (!first) throw new Error('no correction');
    ann.must('09:08', { type: 'RedactText', event: first.id, why: 'customer name' });
    expect(conflictsOf(ann)[0]?.sides[0]?.text).toBe('[redacted]');
  });
});

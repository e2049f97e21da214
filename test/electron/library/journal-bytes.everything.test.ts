import { beforeAll, describe, expect, it } from 'vitest';
import { featureOfEvent } from '../../../shared/incident/incident-event.ts';
import { makeVocabularyJournal, type VocabularyJournal } from '../../support/vocabulary-journal.ts';
import { secretText } from '../../support/vocabulary-story.ts';
import { everyFlip, flipsInLibrary } from '../../torture/every-flip.ts';
import { everyPrefix, everyPrefixOfFile } from '../../torture/every-prefix.ts';
import { createRandom } from '../../torture/row.ts';

let journal: VocabularyJournal;
beforeAll(async () => {
  journal = await makeVocabularyJournal();
}, 60_000);

describe('a journal in which everything happens', () => {
  it('[AT1] holds 300 events, every type that there is, text of many scripts, and a redaction', () => {
    const events = journal.commits.flatMap(({ commit }) => commit.events);
    expect(events.length).toBeGreaterThanOrEqual(300);
    // A new type of event needs a step in test/support/vocabulary-story.ts.
    expect(new Set(events.map(({ type }) => type))).toEqual(new Set(Object.keys(featureOfEvent)));
    const text = journal.bytes.toString('utf8');
    for (const sample of ['𝄞', '👩🏽‍🚒', 'e\u0301', 'الخدمة', 'השירות', '決済', '\\ud83d surrogate'])
      expect(text).toContain(sample);
    expect(journal.commits.filter(({ blanked }) => blanked !== undefined)).toHaveLength(1);
    expect(text).not.toContain(secretText);
  });

  it('[AT2] cut at any byte: every whole line is there, the rest is reported with its text', () => {
    expect(everyPrefix(journal)).toMatchObject({ rounds: journal.bytes.length, losses: [] });
  }, 120_000);

  it('[AT2] cut in a real file at every line and one byte to either side of it', () => {
    expect(everyPrefixOfFile(journal)).toMatchObject({ rounds: 3 * journal.lines.length, losses: [] });
  }, 120_000);

  it('[AT3] a flipped bit in any byte is found, costs one line at most and changes no record', () => {
    const row = everyFlip(journal, (offset) => [offset % 8], 'full');
    expect(row).toMatchObject({ faults: journal.bytes.length, losses: [] });
  }, 240_000);

  // Every fourth byte: `npm run torture` tries all bits of all of them.
  it('[AT3] the quick check of opening finds it too', () => {
    const row = everyFlip(journal, (offset) => (offset % 4 === 0 ? [(offset / 4) % 8] : []), 'quick');
    expect(row.losses).toEqual([]);
    expect(row.faults).toBeGreaterThan(50_000);
  }, 240_000);

  it('[AT3] verify finds a flipped bit wherever it is, the last line feed included', async () => {
    const row = await flipsInLibrary(journal, createRandom(3), (line) => line % 10 === 0);
    expect(row.losses).toEqual([]);
    expect(row.faults).toBeGreaterThan(25);
  }, 60_000);
});

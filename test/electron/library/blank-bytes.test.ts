import { describe, expect, it } from 'vitest';
import { blankBytes } from '../../../electron/library/blank-bytes.ts';
import { contentSums } from '../../../electron/library/content-sums.ts';
import { readJournalBytes } from '../../../electron/library/journal-bytes.ts';
import type { EventId } from '../../../shared/record/ids.ts';
import { aDraft, aJournalFile, aNote, anIncident, namesOf } from '../../support/journal-builders.ts';

const secret = 'the password is "hunter2"';
const { bytes, lines } = aJournalFile('w', [
  aDraft('a', { events: [aNote('a', secret)] }),
  aDraft('b', { events: [aNote('b', 'harmless')] }),
]);
const [header = '', first = '', second = ''] = lines;
const eventA = new Set(['event-a' as EventId]);
const blank = (content: string | Buffer, texts: readonly string[] = [], events = eventA) =>
  blankBytes(Buffer.from(content), { events, texts: () => texts }, contentSums)?.toString('utf8');
const read = (content: string) =>
  readJournalBytes(Buffer.from(content), { file: 'w.jsonl', incident: anIncident, sums: contentSums });

describe('taking texts out of the bytes of a journal', () => {
  it('[AT11] a whole line keeps its sum, and what names another event stays as it is', () => {
    const blanked = blank(bytes) ?? '';
    expect(blanked).not.toContain('hunter2');
    expect(read(blanked)).toMatchObject({ problems: [], commits: [{ blanked: ['event-a'] }, {}] });
    expect(blank(bytes, [], new Set(['event-z' as EventId]))).toBeUndefined();
  });

  it('[AT11] lines that ran together are still whole, and lose only the text that is meant', () => {
    const joined = `${header}${first.slice(0, -1)}\x7f${second}`;
    const blanked = blank(joined) ?? '';
    expect(blanked).not.toContain('hunter2');
    expect(namesOf(read(blanked).commits)).toEqual(['a', 'b']);
    expect(blank(`${header}${first.slice(0, -1)}${second}`)).not.toContain('hunter2');
  });

  it('[AT12] a torn or damaged line that names the event loses its texts and stays what it is', () => {
    const end = first.indexOf('hunter2') + 3;
    const torn = blank(`${bytes.toString('utf8')}${first.slice(0, end)}`) ?? '';
    expect(torn).not.toContain('hun');
    expect(read(torn).tailProblems).toMatchObject([{ kind: 'torn-tail' }]);
    const damaged = blank(`${header}${first.replace('"seq":1', '"seq":9')}${second}`) ?? '';
    expect(damaged).not.toContain('hunter2');
    expect(damaged).toContain('harmless');
    expect(read(damaged).problems).toMatchObject([{ kind: 'damaged-line', line: 2 }]);
    // Blanked already, and cut before its texts: there is nothing left to take out.
    expect(blank(damaged)).toBeUndefined();
    expect(blank(first.slice(0, 60))).toBeUndefined();
  });

  it('[AT12] where damage took the name of the event, the text itself is found', () => {
    const nameless = first.replaceAll('event-a', '\0\0\0\0\0\0\0');
    expect(blank(header + nameless + second)).toBeUndefined();
    const blanked = blank(header + nameless + second, [secret]) ?? '';
    expect(blanked).not.toContain('hunter2');
    expect(blanked).toContain('harmless');
  });

  it('[AT12] half a gigabyte without a line feed, which fits into no text, is passed over', () => {
    const huge = Buffer.alloc(2 ** 29);
    expect(blankBytes(huge, { events: eventA, texts: () => [secret] }, contentSums)).toBeNull();
  });
});

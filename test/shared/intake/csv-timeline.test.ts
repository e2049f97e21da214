import { expect, test } from 'vitest';
import { intakeOf, refusalOf, told } from '../../support/intake.ts';

test('[FI7, FI19] headings say which columns; the zone may stand there, else it is asked for', () => {
  const rows = '2026-03-02 09:05,"declared, at last",Ann\n2026-03-02 09:04,earlier,\n';
  const { entries } = intakeOf(`\uFEFFTime (in UTC),Description,Owner\r\n${rows}`);
  expect(entries.map((entry) => [...told(entry), entry.flags, entry.source.line])).toEqual([
    ['09:04:00', 'CSV table', 'earlier', ['out-of-order'], 3],
    ['09:05:00', 'Ann', 'declared, at last', [], 2],
  ]);
  expect(refusalOf(`When;What\n2026-03-02 09:05;x\n`)).toBe('intake.zone');
  expect(refusalOf(`Date and Time in CET,Event\n2026-06-02 09:05,x\n`)).toBe('intake.zone');
  expect(intakeOf(`Date;Time;What\n2026-07-02;09:05;x\n`, 'Europe/Prague').entries[0]?.at).toBe(
    '2026-07-02T07:05:00.000Z',
  );
});

test('[FI6] rows that cannot be read are listed with their line', () => {
  const { entries, skipped } = intakeOf(
    'time,text,who\n2022-02-?? ??:??,who knows,Ann\n,no time,Ann\n2026-03-02 09:00Z,,Ann\n3/2/2026 9:00,two days,\n2026-03-02 09:00Z,"never closed,Ann\n',
  );
  expect(entries).toEqual([]);
  expect(skipped.map(({ where, why }) => `${where}: ${why}`)).toEqual([
    'line 2: "2022-02-?? ??:??" is no time like 2026-03-02 09:04',
    'line 3: it has no time',
    'line 4: it has no words',
    'line 5: "3/2/2026 9:00" may be read as two days: write 2026-03-02 09:04',
    'line 6: a quote is never closed',
  ]);
});

test('[FI19] about, spans and counts since 1970 are read and flagged', () => {
  const { entries, skipped } = intakeOf(
    'time,text\n2026-03-02 10:45~,about\n2026-03-02 09:00 - 11:00,span\n1772442240,count\n2026-03-02 09:00 CEST,abbreviation\n2026-03-02 09:00-11:00,which\n',
    'UTC',
  );
  expect(entries.map(({ at, text, flags }) => [at.slice(11, 16), text, flags])).toEqual([
    ['09:00', 'span', ['range', 'out-of-order']],
    ['09:00', 'abbreviation', ['out-of-order']],
    ['09:04', 'count', ['out-of-order']],
    ['10:45', 'about', ['approximate']],
  ]);
  expect(skipped[0]?.why).toContain('may be a span or a time with its offset');
});

test('[FI19] the timeline that Holdfast exports comes back, without what was withdrawn or redacted there', () => {
  const head = 'happened_at,recorded_at,kind,text,who,entry,key,restricted,corrections,redacted,withdrawn,evidence';
  const { entries, skipped } = intakeOf(
    [
      head,
      '2026-03-02T09:04:00.000Z,2026-03-02T09:04:01.000Z,Observed,errors 38 %,Ann,desk-1,yes,yes,,,,https://g.example | select 1',
      '2026-03-02T09:05:00.000Z,2026-03-02T09:05:01.000Z,Acknowledged,by Ann,Ann,,,,,,,',
      '2026-03-02T09:05:30.000Z,2026-03-02T09:05:31.000Z,Triaged,,Ann,,,,,,,',
      '2026-03-02T09:06:00.000Z,2026-03-02T09:06:01.000Z,Note,,Ann,desk-2,,,,2026 by Ann: name,,',
      '2026-03-02T09:07:00.000Z,2026-03-02T09:07:01.000Z,Note,wrong,Ann,desk-3,,,,,2026 by Ann: wrong,',
    ].join('\r\n'),
  );
  expect(entries).toMatchObject([
    {
      kind: 'observation',
      text: 'errors 38 %',
      author: 'Ann',
      key: true,
      visibility: 'restricted',
      evidence: [
        { text: 'file, line 2' },
        { kind: 'url', text: 'https://g.example' },
        { kind: 'query', text: 'select 1' },
      ],
    },
    { kind: 'note', text: 'Acknowledged: by Ann' },
    { kind: 'note', text: 'Triaged' },
  ]);
  expect(skipped.map(({ why }) => why)).toEqual(['its text was redacted there', 'it was taken back there']);
});

test('[FI11] the same said twice in one minute is two entries', () => {
  const { entries } = intakeOf(
    'time,text,who\n2026-03-02 09:00Z,ok,Ann\n2026-03-02 09:00Z,ok,Ann\n2026-03-02 09:00Z,ok,Bo\n',
  );
  expect(new Set(entries.map(({ source }) => source.id)).size).toBe(3);
});

test('[FI6, FI19] columns that Holdfast does not know are kept: addresses as evidence, the rest behind the text', () => {
  const { entries } = intakeOf(
    'Time (UTC),Description,Owner,Severity,Graph URL,recorded\n2026-03-02 09:05,slow,Ann,SEV2,https://g.example/1,late\n',
  );
  expect(entries).toMatchObject([
    {
      author: 'Ann',
      text: 'slow\nSeverity: SEV2\nrecorded: late',
      evidence: [{ text: 'file, line 2' }, { kind: 'url', text: 'https://g.example/1' }],
      source: { id: '2026-03-02T09:05:00.000Z|Ann|slow' },
    },
  ]);
});

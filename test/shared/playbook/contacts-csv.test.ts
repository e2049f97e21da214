import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ContactsImport, contactsToCsv, csvToContacts } from '../../../shared/playbook/contacts-csv.ts';
import type { Bridge, Person } from '../../../shared/playbook/playbook.ts';

const read = (csv: string): ContactsImport => {
  const result = csvToContacts(csv);
  if (!result.ok) throw new Error(result.error);
  return result.value;
};
const ann: Person = {
  id: 'ann',
  name: 'Ann Lee',
  role: 'Database',
  phones: ['+420 601 111 222', '(02) 555-0100'],
  email: 'ann@example.org',
  escalation: 1,
  note: 'nights: "call twice"',
};

const unit = fc.constantFrom('a', 'Z', '7', '"', "'", ',', ';', '=', '+', '-', '@', '\t', ' ', 'ž', '\n');
const raw = fc.string({ unit, maxLength: 12 });
const line = raw.map((text) => text.trim());
const filled = line.filter((text) => text !== '');
const phone = fc.string({ unit: fc.constantFrom('+', '4', '0', '-', '(', ')', ',', ';'), minLength: 1, maxLength: 14 });
const personOf = (id: string) =>
  fc.record<Person>(
    {
      id: fc.constant(id),
      name: filled,
      role: line,
      phones: fc.array(phone, { maxLength: 3 }),
      email: filled,
      escalation: fc.integer({ min: 1, max: 99 }),
      note: raw,
    },
    { requiredKeys: ['id', 'name', 'role', 'phones', 'note'] },
  );
const bridge = fc.record<Bridge>(
  { name: filled, number: phone, pin: filled, note: raw.filter((text) => text.trim() !== '') },
  { requiredKeys: ['name', 'number'] },
);

describe('contacts', () => {
  test('[CT1] go out and come back unchanged, with either delimiter', () => {
    const people = fc.tuple(personOf('p1'), personOf('p-2'), personOf('č.3'));
    const delimiter = fc.constantFrom(',' as const, ';' as const);
    fc.assert(
      fc.property(people, fc.array(bridge, { maxLength: 3 }), delimiter, (persons, bridges, mark) => {
        expect(read(contactsToCsv({ people: persons, bridges }, mark))).toEqual({
          people: persons,
          bridges,
          unknownColumns: [],
          badRows: [],
        });
      }),
      { numRuns: 1_000 },
    );
  });

  test('[CT2] a number with + is guarded in the file and whole after it', () => {
    const csv = contactsToCsv({ people: [ann], bridges: [] });
    expect(csv).toBe(
      '\uFEFFkind,id,name,role,phones,email,escalation,pin,note\r\n' +
        "person,ann,Ann Lee,Database,'+420 601 111 222 | (02) 555-0100,ann@example.org,1,," +
        '"nights: ""call twice"""\r\n',
    );
    expect(read(csv).people).toEqual([ann]);
  });

  test('[CT2] a number that a spreadsheet wrote without the guard is read as well', () => {
    expect(read('name,phone\nAnn,+420 601\n').people[0]?.phones).toEqual(['+420 601']);
  });

  test('[CT4] a typed table: order, case, missing columns, ids made from names', () => {
    expect(read('Phones;NAME\n111 | 222;Ann Lee\n;Ann Lee\n333;Žofie\n')).toEqual({
      people: [
        { id: 'ann-lee', name: 'Ann Lee', role: '', phones: ['111', '222'], note: '' },
        { id: 'ann-lee-2', name: 'Ann Lee', role: '', phones: [], note: '' },
        { id: 'žofie', name: 'Žofie', role: '', phones: ['333'], note: '' },
      ],
      bridges: [],
      unknownColumns: [],
      badRows: [],
    });
  });

  test('[CT4] a made id never takes one that a later row gives', () => {
    expect(read('id,name\n,Ann\nann,Other Ann\n').people.map(({ id }) => id)).toEqual(['ann-2', 'ann']);
  });

  test('[CT5] unknown and doubled columns are reported', () => {
    expect(read('name,Shoe size,name,\nAnn,39,Bo,\n')).toMatchObject({
      people: [{ name: 'Ann' }],
      unknownColumns: ['Shoe size', 'name'],
    });
  });

  test('[CT3] bad rows are handed back whole, with line and reason; good ones come in', () => {
    const rows = [
      'kind,id,name,phones,escalation,pin',
      'person,ann,Ann,111,1,',
      'person,ann,Twin,222,,',
      'person,,,333,,',
      'robot,,R2,444,,',
      'person,,Bo,555,soon,',
      'person,,Cy,666,0,',
      'person,,Di,777,,1234',
      'bridge,,Main,,,',
      'bridge,,Main,888,2,',
      'person,,Ed,999,,,more',
      'person,a b,Fi,1,,',
      'bridge,,Spare,000,,0042',
      'person,,"Gi',
    ];
    const { people, bridges, badRows } = read(rows.join('\r\n'));
    expect(people.map(({ name }) => name)).toEqual(['Ann']);
    expect(bridges).toEqual([{ name: 'Spare', number: '000', pin: '0042' }]);
    expect(badRows.map(({ line: at, why }) => `${at} ${why}`)).toEqual([
      '3 id "ann" is there twice',
      '4 name must not be empty',
      '5 kind is "robot", not person or bridge',
      '6 escalation is not a whole number from 1',
      '7 escalation is not a whole number from 1',
      '8 a person has no pin',
      '9 number must not be empty',
      '10 a bridge has no escalation',
      '11 7 cells, but the heading line has 6',
      '12 id must be letters, digits, dot, dash, underscore',
      '14 a quote is never closed',
    ]);
    for (const { line: at, text } of badRows) expect(text).toBe(rows[at - 1]);
  });

  test.each([
    ['', 'The file is empty: line 1 should name the columns, for example "name,role,phones"'],
    ['\nphone,role\n1,2\n', 'Line 2 names no column "name": phone,role'],
    ['x'.repeat(500), `Line 1 names no column "name": ${'x'.repeat(79)}…`],
    ['name,"role', 'Line 1: a quote is never closed'],
  ])('[CT5] refuses a file without a heading line: %j', (csv, error) => {
    expect(csvToContacts(csv)).toEqual({ ok: false, error });
  });
});

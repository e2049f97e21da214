import { err, ok, type Result } from '../kernel/result.ts';
import { bridgeSchema, personSchema } from './contact-schema.ts';
import { type CsvRecord, csvToRecords, type Delimiter, recordsToCsv } from './csv.ts';
import type { Bridge, Person } from './playbook.ts';

export interface Contacts {
  readonly people: readonly Person[];
  readonly bridges: readonly Bridge[];
}

export interface ContactsImport extends Contacts {
  /** Headings that mean nothing here, as written; what stands under them is not taken over. */
  readonly unknownColumns: readonly string[];
  /** Rows not taken over, whole, so that a person can mend them. */
  readonly badRows: readonly BadRow[];
}

export interface BadRow {
  readonly line: number;
  readonly text: string;
  readonly why: string;
}

/**
 * People, then bridges, in one table that a spreadsheet opens. Several phones share a cell, parted by ` | `; a bridge
 * has its number in the same column. Spreadsheets that read numbers may drop leading zeros: `+` numbers are safe.
 */
export const contactsToCsv = ({ people, bridges }: Contacts, delimiter: Delimiter = ','): string =>
  recordsToCsv([columns, ...people.map(personToCells), ...bridges.map(bridgeToCells)], delimiter);

/**
 * Reads what `contactsToCsv` wrote, or a table someone typed: headings in any order and case, only `name` is needed,
 * a missing `kind` means a person, a missing id is made from the name. Refused only without a heading `name`.
 */
export const csvToContacts = (csv: string): Result<ContactsImport, string> => {
  const [header, ...rows] = csvToRecords(csv);
  if (!header) return err('The file is empty: line 1 should name the columns, for example "name,role,phones"');
  if (header.fault) return err(`Line ${header.line}: ${header.fault}`);
  const headings = header.cells.map(toColumn);
  if (!headings.includes('name')) return err(`Line ${header.line} names no column "name": ${beginning(header.text)}`);
  const positions = new Map<Column, number>();
  const unknownColumns: string[] = [];
  headings.forEach((column, index) => {
    const heading = header.cells[index]?.trim() ?? '';
    // A second column of the same name cannot be taken over either.
    if (column && !positions.has(column)) positions.set(column, index);
    else if (heading !== '') unknownColumns.push(heading);
  });
  const read = rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  return ok({ ...readRows(read, positions, header.cells.length), unknownColumns });
};

/** Whatever a file without headings begins with: a whole document may stand on its first line. */
const beginning = (line: string): string => (line.length <= 80 ? line : `${line.slice(0, 79)}…`);

const columns = ['kind', 'id', 'name', 'role', 'phones', 'email', 'escalation', 'pin', 'note'] as const;
type Column = (typeof columns)[number];
const aliases: Readonly<Record<string, Column>> = { phone: 'phones', number: 'phones', mail: 'email', type: 'kind' };

const toColumn = (heading: string): Column | undefined => {
  const word = heading.trim().toLowerCase();
  return columns.find((column) => column === word) ?? (Object.hasOwn(aliases, word) ? aliases[word] : undefined);
};

const personToCells = ({ id, name, role, phones, email = '', escalation, note }: Person): readonly string[] => [
  ...['person', id, name, role, phones.join(' | '), email, escalation?.toString() ?? '', ''],
  note,
];

const bridgeToCells = ({ name, number, pin = '', note = '' }: Bridge): readonly string[] => [
  ...['bridge', '', name, '', number, '', '', pin],
  note,
];

const readRows = (rows: readonly CsvRecord[], positions: ReadonlyMap<Column, number>, width: number) => {
  const people: Person[] = [];
  const bridges: Bridge[] = [];
  const badRows: BadRow[] = [];
  const toFields =
    ({ cells }: CsvRecord): Fields =>
    (column) => {
      const position = positions.get(column);
      const cell = position === undefined ? '' : (cells[position] ?? '');
      return column === 'note' ? cell : cell.trim();
    };
  const givenIds = rows.map((row) => toFields(row)('id'));
  const madeIds = new Set(givenIds);
  for (const row of rows) {
    const fields = toFields(row);
    const why = findRowFault(row, fields, width);
    const outcome = why ? err(why) : isBridge(fields) ? readBridge(fields) : readPerson(fields, people, madeIds);
    if (!outcome.ok) badRows.push({ line: row.line, text: row.text, why: outcome.error });
    else if ('number' in outcome.value) bridges.push(outcome.value);
    else people.push(outcome.value);
  }
  return { people, bridges, badRows };
};

type Fields = (column: Column) => string;

const isBridge = (fields: Fields) => fields('kind').toLowerCase() === 'bridge';

const findRowFault = ({ cells, fault }: CsvRecord, fields: Fields, width: number): string | undefined => {
  const kind = fields('kind').toLowerCase();
  if (fault) return fault;
  if (cells.slice(width).some((cell) => cell.trim() !== ''))
    return `${cells.length} cells, but the heading line has ${width}`;
  if (!['', 'person', 'bridge'].includes(kind)) return `kind is "${kind}", not person or bridge`;
  // What the other kind cannot hold would be lost, so the row is handed back instead.
  const foreign: readonly Column[] = kind === 'bridge' ? ['id', 'role', 'email', 'escalation'] : ['pin'];
  const filled = foreign.find((column) => fields(column) !== '');
  return filled && `a ${kind || 'person'} has no ${filled}`;
};

const readPerson = (fields: Fields, people: readonly Person[], madeIds: Set<string>): Result<Person, string> => {
  const name = fields('name');
  const id = fields('id') || makeId(name, madeIds);
  if (people.some((person) => person.id === id)) return err(`id "${id}" is there twice`);
  const escalation = fields('escalation');
  const person = personSchema.safeParse({
    id,
    name,
    role: fields('role'),
    phones: fields('phones')
      .split(/[|\r\n]/)
      .flatMap((phone) => phone.trim() || []),
    ...(fields('email') === '' ? {} : { email: fields('email') }),
    ...(escalation === '' ? {} : { escalation: /^\d+$/.test(escalation) ? Number(escalation) : Number.NaN }),
    note: fields('note'),
  });
  return person.success ? ok(person.data) : err(firstFault(person.error.issues));
};

const readBridge = (fields: Fields): Result<Bridge, string> => {
  const bridge = bridgeSchema.safeParse({
    name: fields('name'),
    number: fields('phones'),
    ...(fields('pin') === '' ? {} : { pin: fields('pin') }),
    ...(fields('note').trim() === '' ? {} : { note: fields('note') }),
  });
  return bridge.success ? ok(bridge.data) : err(firstFault(bridge.error.issues));
};

const firstFault = (issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[]): string => {
  const [issue] = issues;
  if (issue?.path[0] === 'escalation') return 'escalation is not a whole number from 1';
  return issue ? `${String(issue.path[0])} ${issue.message}` : 'not readable';
};

/** `Ann Lee` -> `ann-lee`, then `ann-lee-2`: ids given anywhere in the file are taken, so order does not matter. */
const makeId = (name: string, taken: Set<string>): string => {
  const base =
    name
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.join('-') ?? 'person';
  let id = base;
  for (let n = 2; taken.has(id); n += 1) id = `${base}-${n}`;
  taken.add(id);
  return id;
};

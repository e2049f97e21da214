import { countOf } from '../../../shared/kernel/words.ts';
import type { Contacts } from '../../../shared/playbook/contacts-csv.ts';
import type { Bridge, Person } from '../../../shared/playbook/playbook.ts';

/** Who is called first comes first; people outside the call order follow as they stand in the playbook. */
export const inCallOrder = (people: readonly Person[]): readonly Person[] =>
  people.toSorted((a, b) => (a.escalation ?? Number.MAX_SAFE_INTEGER) - (b.escalation ?? Number.MAX_SAFE_INTEGER));

/** `1 person and 2 bridges`: what a list or a file holds. */
export const contactCounts = ({ people, bridges }: Contacts): string =>
  `${countOf(people.length, 'person', 'people')} and ${countOf(bridges.length, 'bridge')}`;

/** Found by name, role, number, mail or note; case and accents do not count, every typed word must be there. */
export const searchContacts = ({ people, bridges }: Contacts, query: string): Contacts => {
  const words = fold(query).split(/\s+/).filter(Boolean);
  const holds = (...texts: readonly (string | undefined)[]) => {
    const text = fold(texts.filter(Boolean).join(' '));
    // Numbers are written with and without spaces.
    const digits = text.replace(/[\s()./-]/g, '');
    return words.every((word) => text.includes(word) || digits.includes(word.replace(/[()./-]/g, '') || word));
  };
  return {
    people: people.filter(({ name, role, phones, email, note }) => holds(name, role, ...phones, email, note)),
    bridges: bridges.filter(({ name, number, pin, note }) => holds(name, number, pin, note)),
  };
};

/** One place up (-1) or down (1) in the call order. Who was not in it is put at its end by going up. */
export const movePerson = (people: readonly Person[], id: string, by: -1 | 1): readonly Person[] => {
  const called = inCallOrder(people).filter(({ escalation }) => escalation !== undefined);
  const at = called.findIndex((person) => person.id === id);
  const moved = people.find((person) => person.id === id);
  if (!moved) return people;
  if (at < 0) return by === -1 ? renumber(people, [...called, moved]) : people;
  const rest = called.filter((person) => person.id !== id);
  const place = at + by;
  if (place < 0 || place > rest.length) return people;
  return renumber(people, [...rest.slice(0, place), moved, ...rest.slice(place)]);
};

/** Keeps the person, out of the call order; who comes after moves up. */
export const leaveCallOrder = (people: readonly Person[], id: string): readonly Person[] =>
  renumber(
    people,
    inCallOrder(people).filter((person) => person.escalation !== undefined && person.id !== id),
  );

export const removePerson = (people: readonly Person[], id: string): readonly Person[] =>
  people.filter((person) => person.id !== id);

/** What stands in the fields of a form, as text. */
export interface PersonFields {
  readonly name: string;
  readonly role: string;
  /** Several, parted by commas or new lines; the one to try first comes first. */
  readonly phones: string;
  readonly email: string;
  readonly note: string;
}

export const toFields = (person: Person | undefined): PersonFields => ({
  name: person?.name ?? '',
  role: person?.role ?? '',
  phones: person?.phones.join(', ') ?? '',
  email: person?.email ?? '',
  note: person?.note ?? '',
});

/** Puts the fields in the place of `person`, or adds somebody new at the end of the call order. */
export const withPerson = (
  people: readonly Person[],
  person: Person | undefined,
  fields: PersonFields,
): readonly Person[] => {
  const email = fields.email.trim();
  const written: Person = {
    id: person?.id ?? newId(fields.name, people),
    name: fields.name.trim().replace(/\s+/g, ' '),
    role: fields.role.trim(),
    phones: fields.phones.split(/[,;|\n]/).flatMap((phone) => phone.trim() || []),
    ...(email === '' ? {} : { email }),
    note: fields.note.trim(),
    ...(person
      ? person.escalation === undefined
        ? {}
        : { escalation: person.escalation }
      : { escalation: lastCall(people) + 1 }),
  };
  return person ? people.map((other) => (other.id === person.id ? written : other)) : [...people, written];
};

export interface BridgeFields {
  readonly name: string;
  readonly number: string;
  readonly pin: string;
  readonly note: string;
}

export const toBridgeFields = (bridge: Bridge | undefined): BridgeFields => ({
  name: bridge?.name ?? '',
  number: bridge?.number ?? '',
  pin: bridge?.pin ?? '',
  note: bridge?.note ?? '',
});

/** As `withPerson`, by place in the list: a bridge has no id. */
export const withBridge = (
  bridges: readonly Bridge[],
  at: number | undefined,
  fields: BridgeFields,
): readonly Bridge[] => {
  const [pin, note] = [fields.pin.trim(), fields.note.trim()];
  const written: Bridge = {
    name: fields.name.trim(),
    number: fields.number.trim(),
    ...(pin === '' ? {} : { pin }),
    ...(note === '' ? {} : { note }),
  };
  return at === undefined ? [...bridges, written] : bridges.map((bridge, index) => (index === at ? written : bridge));
};

/** An import laid over what is there: the same id, else the same name, is the same person; the file counts. */
export const addContacts = (present: Contacts, imported: Contacts): Contacts => {
  const people = [...present.people];
  for (const person of imported.people) {
    const at = people.findIndex(({ id, name }) => id === person.id || fold(name) === fold(person.name));
    const known = people[at];
    if (known) people[at] = { ...person, id: known.id };
    else people.push(person);
  }
  const bridges = [...present.bridges];
  for (const bridge of imported.bridges) {
    const at = bridges.findIndex(({ name }) => fold(name) === fold(bridge.name));
    if (at < 0) bridges.push(bridge);
    else bridges[at] = bridge;
  }
  return { people, bridges };
};

const renumber = (people: readonly Person[], called: readonly Person[]): readonly Person[] => {
  const places = new Map(called.map(({ id }, index) => [id, index + 1]));
  return people.map(({ escalation: _old, ...person }) => {
    const escalation = places.get(person.id);
    return escalation === undefined ? person : { ...person, escalation };
  });
};

const lastCall = (people: readonly Person[]): number => Math.max(0, ...people.map(({ escalation }) => escalation ?? 0));

const newId = (name: string, people: readonly Person[]): string => {
  const base =
    fold(name)
      .match(/[\p{L}\p{N}]+/gu)
      ?.join('-') ?? 'person';
  const taken = new Set(people.map(({ id }) => id));
  let id = base;
  for (let n = 2; taken.has(id); n += 1) id = `${base}-${n}`;
  return id;
};

const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim();

import { describe, expect, it } from 'vitest';
import {
  addContacts,
  contactCounts,
  inCallOrder,
  leaveCallOrder,
  movePerson,
  searchContacts,
  toFields,
  withBridge,
  withPerson,
} from '../../../../renderer/features/contacts/contact-list.ts';
import type { Person } from '../../../../shared/playbook/playbook.ts';

const person = (id: string, escalation?: number, more: Partial<Person> = {}): Person => ({
  id,
  name: id,
  role: '',
  phones: [],
  note: '',
  ...(escalation === undefined ? {} : { escalation }),
  ...more,
});
const calls = (people: readonly Person[]) =>
  inCallOrder(people).map(({ id, escalation }) => `${escalation ?? '-'} ${id}`);

describe('the contacts', () => {
  const people = [person('carla'), person('bert', 2), person('ann', 1), person('dora', 5)];

  it('[CN1] stand in the order of the calls, the others after them', () => {
    expect(calls(people)).toEqual(['1 ann', '2 bert', '5 dora', '- carla']);
  });

  it('[CN2] moving one renumbers the order without gaps and touches nobody else', () => {
    expect(calls(movePerson(people, 'dora', -1))).toEqual(['1 ann', '2 dora', '3 bert', '- carla']);
    expect(calls(movePerson(people, 'carla', -1))).toEqual(['1 ann', '2 bert', '3 dora', '4 carla']);
    expect(movePerson(people, 'ann', -1)).toBe(people);
    expect(movePerson(people, 'dora', 1)).toBe(people);
    expect(calls(leaveCallOrder(people, 'ann'))).toEqual(['1 bert', '2 dora', '- carla', '- ann']);
  });

  it('[CN3] are found by name, role, number or note, without accents, case or the spaces of a number', () => {
    const book = {
      people: [person('x', 1, { name: 'Zoë Ångström', role: 'Database', phones: ['+46 8 123 45'], note: 'nights' })],
      bridges: [{ name: 'Line 2', number: '0800 11', pin: '4711' }],
    };
    for (const query of ['zoe', 'ANGS data', '4681', 'nights', '+46 8'])
      expect(searchContacts(book, query).people, query).toHaveLength(1);
    expect(searchContacts(book, 'zoe payments').people).toEqual([]);
    expect(searchContacts(book, '4711').bridges).toHaveLength(1);
    expect(searchContacts(book, '')).toEqual(book);
  });

  it('[CN4] a new person gets an id of their own and the last place in the order', () => {
    const added = withPerson(people, undefined, {
      ...toFields(undefined),
      name: ' Ann ',
      phones: '+1 555 1, 555 2;\n555 3',
    });
    expect(added.at(-1)).toEqual({
      id: 'ann-2',
      name: 'Ann',
      role: '',
      phones: ['+1 555 1', '555 2', '555 3'],
      note: '',
      escalation: 6,
    });
  });

  it('[CN4] a changed person keeps id and place', () => {
    const [ann] = people.filter(({ id }) => id === 'ann');
    const changed = withPerson(people, ann, { ...toFields(ann), name: 'Ann Lee', email: 'ann@shop.example' });
    expect(changed.find(({ id }) => id === 'ann')).toMatchObject({
      name: 'Ann Lee',
      escalation: 1,
      email: 'ann@shop.example',
    });
    expect(changed).toHaveLength(people.length);
  });

  it('[CN5] an import is laid over the list: the same name is the same person, and the file counts', () => {
    const present = {
      people: [person('ann', 1, { name: 'Ann Lee', phones: ['1'] })],
      bridges: [{ name: 'Line', number: '1' }],
    };
    const imported = {
      people: [person('ann-lee', 1, { name: 'ann lee', phones: ['2'] }), person('bert', 2)],
      bridges: [{ name: 'line', number: '2' }],
    };
    const { people: after, bridges } = addContacts(present, imported);
    expect(after.map(({ id, phones }) => [id, phones])).toEqual([
      ['ann', ['2']],
      ['bert', []],
    ]);
    expect(bridges).toEqual([{ name: 'line', number: '2' }]);
  });

  it('[CN6] a bridge without PIN or note holds neither', () => {
    expect(withBridge([], undefined, { name: ' Line 2 ', number: ' 0800 ', pin: '', note: ' ' })).toEqual([
      { name: 'Line 2', number: '0800' },
    ]);
  });

  it('[CN21] what a file or a list holds is counted, one as one', () => {
    expect(contactCounts({ people: [person('ann', 1)], bridges: [] })).toBe('1 person and 0 bridges');
    expect(contactCounts({ people: [], bridges: [{ name: 'Line', number: '1' }] })).toBe('0 people and 1 bridge');
  });
});

import type { Playbook } from '../../shared/playbook/playbook.ts';

// Names are made up, and the numbers lie in ranges that are kept free for fiction.
const people: Playbook['people'] = [
  person('ann-lee', 'Ann Lee', 'Incident Commander on duty', '+44 20 7946 0101', 1),
  person('bo-chen', 'Bo Chen', 'Checkout, on call', '+44 20 7946 0102', 2),
  person('dev-patel', 'Dev Patel', 'Databases', '+44 20 7946 0103', 3),
  person('cleo-novak', 'Cleo Novak', 'Communications', '+44 20 7946 0104', 4),
  person('finn-olsen', 'Finn Olsen', 'Support desk', '+44 20 7946 0105', 5),
  person('eva-marin', 'Eva Marin', 'Release desk', '+44 20 7946 0106'),
  person('gail-ward', 'Gail Ward', 'Head of operations', '+44 20 7946 0107'),
];

/** The organisation that the sample drill plays in, on top of the playbook that Holdfast comes with. */
export const sampleContacts = {
  org: 'Harbour Goods (sample)',
  people,
  bridges: [{ name: 'Incident bridge', number: '+44 20 7946 0190', pin: '4711', note: 'works when chat is down' }],
  services: [
    { id: 'checkout', name: 'checkout', publicName: 'Checkout' },
    { id: 'search', name: 'search', publicName: 'Search' },
  ],
} satisfies Partial<Playbook>;

function person(id: string, name: string, role: string, phone: string, escalation?: number) {
  return { id, name, role, phones: [phone], note: '', ...(escalation === undefined ? {} : { escalation }) };
}

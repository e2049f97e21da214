import { useMemo } from 'react';
import { useIncident } from '../../state/incident-store.ts';
import type { Option } from '../../ui/option.ts';

/** Who can be named: first those who are here, then everybody the playbook lists; no name twice. */
export const usePeopleNames = (): readonly Option[] => {
  const roster = useIncident((open) => open.state.roles.roster);
  const people = useIncident((open) => open.playbook.people);
  return useMemo(() => {
    const options = new Map<string, Option>();
    for (const { person, leftAt, task } of roster)
      if (leftAt === undefined) options.set(person, { id: person, label: person, detail: task ?? 'here' });
    for (const { name, role } of people)
      if (!options.has(name)) options.set(name, { id: name, label: name, detail: role });
    return [...options.values()];
  }, [roster, people]);
};

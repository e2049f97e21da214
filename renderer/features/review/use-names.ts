import { useMemo } from 'react';
import { useIncident } from '../../state/incident-store.ts';
import type { Option } from '../../ui/option.ts';

/** Who can own something afterwards: everybody who took part, then everybody the playbook lists; no name twice. */
export const useNames = (): readonly Option[] => {
  const roster = useIncident((open) => open.state.roles.roster);
  const people = useIncident((open) => open.playbook.people);
  return useMemo(() => {
    const options = new Map<string, Option>();
    for (const { person } of roster) options.set(person, { id: person, label: person, detail: 'took part' });
    for (const { name, role } of people)
      if (!options.has(name)) options.set(name, { id: name, label: name, detail: role });
    return [...options.values()];
  }, [roster, people]);
};

import { isPlaceholder, placeholdersIn } from './placeholders.ts';
import { audienceIds, type Playbook } from './playbook.ts';

/** What a shape check cannot see: names that lead nowhere, doubles, circles. Each as `where: what`. */
export const findFaults = (playbook: Playbook): readonly string[] => [
  ...findZoneFaults(playbook),
  ...findDoubles(playbook),
  ...findRoleFaults(playbook),
  ...findSeverityFaults(playbook),
  ...findTextFaults(playbook),
  ...findObjectiveFaults(playbook),
];

const findZoneFaults = ({ displayZone, publicZone }: Playbook): readonly string[] => [
  ...(displayZone === 'local' || isZone(displayZone) ? [] : [`displayZone: no time zone "${displayZone}"`]),
  ...(isZone(publicZone) ? [] : [`publicZone: no time zone "${publicZone}"`]),
];

const isZone = (name: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
};

const findDoubles = (playbook: Playbook): readonly string[] => [
  ...doubles('roles', playbook.roles.map(toId)),
  ...doubles('checklists', playbook.checklists.map(toId)),
  ...doubles('severities', playbook.severities.map(toId)),
  ...doubles('audiences', playbook.audiences.map(toId)),
  ...doubles('regulators', playbook.regulators.map(toId)),
  ...doubles(
    'templates',
    playbook.templates.map(({ audience, situation }) => `${audience} ${situation}`),
  ),
  ...doubles('phrases', playbook.phrases.map(toId)),
  ...doubles('services', playbook.services.map(toId)),
  ...doubles('people', playbook.people.map(toId)),
  ...doubles('factors', playbook.factors.map(toId)),
];

const toId = ({ id }: { readonly id: string }) => id;

const doubles = (where: string, ids: readonly string[]): readonly string[] =>
  ids.flatMap((id, index) => (ids.indexOf(id) < index ? [`${where}[${index}]: "${id}" is there twice`] : []));

const findRoleFaults = ({ roles, checklists, audiences }: Playbook): readonly string[] => {
  const rolesById = new Map(roles.map((role) => [role.id, role]));
  const endsInCircle = (start: string): boolean => {
    const seen = new Set<string>();
    for (let id: string | undefined = start; id !== undefined; id = rolesById.get(id)?.fallback) {
      if (seen.has(id)) return true;
      seen.add(id);
    }
    return false;
  };
  return [
    // The domain itself speaks of these two: who commands, who resolves.
    ...['ic', 'lead'].filter((id) => !rolesById.has(id)).map((id) => `roles: "${id}" is missing`),
    ...audienceIds
      .filter((id) => !audiences.some((audience) => audience.id === id))
      .map((id) => `audiences: "${id}" is missing`),
    ...roles.flatMap(({ id, fallback }, index) => {
      const where = `roles[${index}].fallback`;
      if (fallback === undefined) return [];
      if (!rolesById.has(fallback)) return [`${where}: no role "${fallback}"`];
      return endsInCircle(id) ? [`${where}: "${id}" falls back in a circle`] : [];
    }),
    ...checklists.flatMap(({ role }, index) =>
      rolesById.has(role) ? [] : [`checklists[${index}].role: no role "${role}"`],
    ),
  ];
};

const findSeverityFaults = ({ severities, settings }: Playbook): readonly string[] => {
  const ids = new Set(severities.map(toId));
  const unknown = (setting: 'triageMinutes' | 'watchMinutes' | 'pirDue') =>
    Object.keys(settings[setting])
      .filter((id) => !ids.has(id))
      .map((id) => `settings.${setting}: no severity "${id}"`);
  return [
    ...doubles(
      'severities',
      severities.map(({ rank }) => `rank ${rank}`),
    ),
    ...unknown('triageMinutes'),
    ...unknown('watchMinutes'),
    ...unknown('pirDue'),
  ];
};

const findTextFaults = ({ templates, phrases, nextUpdateLine }: Playbook): readonly string[] => [
  ...templates.flatMap(({ text }, index) => unknownPlaceholders(`templates[${index}].text`, text)),
  ...phrases.flatMap(({ text }, index) => unknownPlaceholders(`phrases[${index}].text`, text)),
  ...unknownPlaceholders('nextUpdateLine', nextUpdateLine),
];

const unknownPlaceholders = (where: string, text: string): readonly string[] =>
  placeholdersIn(text)
    .filter((name) => !isPlaceholder(name))
    .map((name) => `${where}: unknown placeholder {{${name}}}`);

const findObjectiveFaults = ({ services }: Playbook): readonly string[] =>
  services.flatMap(({ objectives = {} }, index) => {
    const { rtoMinutes, mtpdMinutes } = objectives;
    const isBelow = rtoMinutes !== undefined && mtpdMinutes !== undefined && mtpdMinutes < rtoMinutes;
    return isBelow ? [`services[${index}].objectives.mtpdMinutes: is below rtoMinutes`] : [];
  });

import { defaultChecklists } from './default-checklists.ts';
import { defaultFactors } from './default-factors.ts';
import { defaultPhrases } from './default-phrases.ts';
import { defaultRegulators } from './default-regulators.ts';
import { defaultRoles } from './default-roles.ts';
import { defaultSettings } from './default-settings.ts';
import { defaultSeverities } from './default-severities.ts';
import { defaultTemplates } from './default-templates.ts';
import type { Playbook } from './playbook.ts';

/** What a library starts with: complete but for what only the organisation knows (name, services, people). */
export const defaultPlaybook: Playbook = {
  format: 1,
  org: '',
  displayZone: 'local',
  publicZone: 'UTC',
  settings: defaultSettings,
  roles: defaultRoles,
  checklists: defaultChecklists,
  severities: defaultSeverities,
  audiences: [
    { id: 'chat', name: 'Responders', letter: 'C' },
    { id: 'exec', name: 'Executives', letter: 'E' },
    { id: 'support', name: 'Support', letter: 'S' },
    { id: 'public', name: 'Public', letter: 'P' },
    { id: 'regulator', name: 'Regulators', letter: 'R' },
  ],
  regulators: defaultRegulators,
  templates: defaultTemplates,
  nextUpdateLine: 'Next update by {{nextUpdateAt}}.',
  phrases: defaultPhrases,
  services: [],
  people: [],
  bridges: [],
  factors: defaultFactors,
};

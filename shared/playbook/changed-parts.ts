import type { Playbook } from './playbook.ts';

/** The parts of a playbook as people speak of them. */
const words: Readonly<Record<Exclude<keyof Playbook, 'format'>, string>> = {
  org: 'Name of the organisation',
  displayZone: 'Zone of times on screen',
  publicZone: 'Zone of times in public texts',
  settings: 'Settings: time-boxes, watch windows, limits',
  roles: 'Roles',
  checklists: 'Checklists',
  severities: 'Severities and their cadence',
  audiences: 'Audiences',
  regulators: 'Regulator clocks',
  templates: 'Texts of updates',
  nextUpdateLine: 'Closing line of updates',
  phrases: 'Command phrases',
  services: 'Services',
  people: 'People and their numbers',
  bridges: 'Phone bridges',
  factors: 'Kinds of factors',
};

/** What differs between two playbooks, part by part. */
export const changedParts = (before: Playbook, after: Playbook): readonly string[] =>
  (Object.keys(words) as (keyof typeof words)[])
    .filter((part) => JSON.stringify(before[part]) !== JSON.stringify(after[part]))
    .map((part) => words[part]);

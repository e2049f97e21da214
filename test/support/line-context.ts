import { defaultPlaybook } from '../../shared/playbook/default-playbook.ts';
import type { LineContext } from '../../shared/timeline/line-intent.ts';
import { id } from './timeline-builders.ts';

export const lineContext = (given: Partial<LineContext> = {}): LineContext => ({
  defaultKind: 'observation',
  people: ['Ann Lee', 'Ann Ray', 'Bob Ray', 'Zoë Ångström'],
  roles: ['ic', 'lead', 'scribe', 'support'],
  severities: ['SEV1', 'SEV2', 'SEV3'],
  milestones: ['detected', 'identified', 'fixed', 'recovered'],
  impactLevels: ['full', 'partial', 'degraded', 'none'],
  audiences: ['chat', 'exec', 'support', 'public'],
  names: defaultPlaybook,
  entryNames: new Map([
    ['a-12', id('e12')],
    ['12', id('e12')],
    ['a-13', id('e13')],
  ]),
  todos: new Set([id('e13')]),
  unfinished: new Set([id('e12'), id('e13')]),
  ...given,
});

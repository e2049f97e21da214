import type { SituationField } from '../../../shared/updates/updates-events.ts';

/** The facts that drafts read, in the order in which they are asked; the regulator's come last. */
export const situationGroups: readonly { readonly heading: string; readonly fields: readonly SituationField[] }[] = [
  {
    heading: 'What is the case',
    fields: [
      'known',
      'unknown',
      'symptoms',
      'trend',
      'notAffected',
      'workaround',
      'causePlain',
      'temporary',
      'remaining',
    ],
  },
  {
    heading: 'For people outside',
    fields: ['impactPublic', 'scopePublic', 'businessImpact', 'needs', 'tickets'],
  },
  {
    heading: 'Where people meet',
    fields: ['channel', 'place', 'contact'],
  },
  {
    heading: 'For regulators',
    fields: ['nature', 'malicious', 'crossBorder', 'affectedCounts', 'consequences', 'measures'],
  },
];

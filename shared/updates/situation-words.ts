import type { SituationField } from './updates-events.ts';

/** What people call a fact, wherever it is asked for, shown or told: one idea, one name. */
export const situationFieldWords: Readonly<Record<SituationField, string>> = {
  known: 'Known',
  unknown: 'Unknown',
  symptoms: 'Symptoms',
  trend: 'Trend',
  notAffected: 'Not affected',
  workaround: 'Workaround',
  businessImpact: 'Business effect',
  impactPublic: 'Impact for the public',
  scopePublic: 'Reach for the public',
  needs: 'Needed from executives',
  tickets: 'Open tickets',
  channel: 'Channel',
  place: 'Place of the follow-up',
  contact: 'Contact',
  temporary: 'Temporary measures',
  remaining: 'Still degraded',
  causePlain: 'Cause in plain words',
  nature: 'Nature of the incident',
  malicious: 'Suspected unlawful act',
  crossBorder: 'Cross-border effect',
  affectedCounts: 'Persons and records affected',
  consequences: 'Likely consequences',
  measures: 'Measures taken',
};

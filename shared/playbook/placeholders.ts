/** Every name a template or phrase may hold between double braces, grouped by the record it is filled from. */
export const placeholders = [
  // incident header and settings
  ...(['id', 'title', 'severity', 'org', 'contact', 'channel', 'place'] as const),
  // roles, roster, earlier incident
  ...(['ic', 'rl', 'executor', 'pirOwner', 'responders', 'relapseOf', 'openActions'] as const),
  // instants
  ...(['failureAt', 'detectedAt', 'identifiedAt', 'fixedAt', 'recoveredAt'] as const),
  ...(['relapseAt', 'decisionAt', 'correctedAt', 'awareAt'] as const),
  // detection, services, impact
  ...(['detectedBy', 'services', 'components', 'impact', 'impactPublic', 'impactLevel', 'symptoms'] as const),
  ...(['scope', 'scopePublic', 'trend', 'notAffected', 'businessImpact', 'workaround', 'tickets'] as const),
  // situation board, hypothesis, work
  ...(['known', 'unknown', 'cause', 'causePlain', 'evidence', 'actions', 'sinceLast', 'phaseText'] as const),
  ...(['options', 'decision', 'reason', 'effect', 'needs'] as const),
  ...(['fix', 'fixCheck', 'rollback', 'remaining', 'temporary'] as const),
  // metrics, data, disaster, clocks
  ...(['elapsed', 'timeToRecover', 'impactedTime', 'impactedClause', 'drDowntime', 'dataImpact'] as const),
  ...(['recoveryPointAt', 'dataLoss', 'rpo', 'rto', 'rtoLeft', 'monitorUntil', 'nextUpdateAt'] as const),
  // review
  ...(['pirDate', 'pirLink', 'timelineLink', 'factors', 'factorsPublic', 'summaryPublic'] as const),
  ...(['actionsPublic', 'actionsDone', 'actionsTotal', 'nextActionDue'] as const),
  // regulator form, correction
  ...(['nature', 'malicious', 'crossBorder', 'affectedCounts', 'consequences', 'measures'] as const),
  ...(['wrong', 'right'] as const),
  // typed when a phrase is spoken, or inner values
  ...(['name', 'task', 'n', 't', 'x', 'ms'] as const),
] as const;
export type PlaceholderName = (typeof placeholders)[number];

/** The names between double braces, in order, repeats included; also those that are no known placeholder. */
export const placeholdersIn = (text: string): readonly string[] =>
  [...text.matchAll(/\{\{([^{}]*)\}\}/g)].map(([, name = '']) => name.trim());

export const isPlaceholder = (name: string): name is PlaceholderName => known.has(name);

const known: ReadonlySet<string> = new Set(placeholders);

import type { ImpactLevel, Phase } from '../lifecycle/lifecycle.ts';
import type { EntryKind } from '../timeline/timeline-events.ts';

/** Phase names as on the stepper. */
export const phaseWords: Readonly<Record<Phase, string>> = {
  detect: 'Detect',
  triage: 'Triage',
  identify: 'Identify',
  fix: 'Fix',
  recover: 'Recover',
  resolve: 'Resolve',
};

/** What users feel, in one word wherever it is chosen or told; "partial outage" is a word of the public status. */
export const levelWords: Readonly<Record<ImpactLevel, string>> = {
  full: 'Full',
  partial: 'Partial',
  degraded: 'Degraded',
  none: 'None',
};

export const entryWords: Readonly<Record<EntryKind, string>> = {
  note: 'Note',
  observation: 'Observed',
  alert: 'Alert',
  communication: 'Sent',
  todo: 'To-do',
  system: 'System',
};

export const closedWords = { 'false-alarm': 'False alarm', merged: 'Merged', cancelled: 'Cancelled' };

export const judgedWords = { open: 'Reopened', confirmed: 'Confirmed', refuted: 'Ruled out' };

export const dataWords = { none: 'No data affected', possible: 'Data possibly affected', confirmed: 'Data affected' };

export const recoveryWords: Readonly<Record<string, string>> = {
  backupAsOf: 'copy is true as of',
  backupVerifiedAt: 'copy verified',
  disasterAt: 'disaster began',
  declaredAt: 'disaster declared',
  restoreStartedAt: 'restore started',
  recoveryPointAt: 'newest data recovered',
  minServiceAt: 'minimum service',
  drRecoveredAt: 'recovered',
  lossUntil: 'loss counts until',
  downFrom: 'down from',
};

import type { LifecycleDraft } from './lifecycle-state.ts';

/** Before anything was declared. */
export const initialLifecycle = (): LifecycleDraft => ({
  declared: undefined,
  declaredBy: undefined,
  recordedAt: undefined,
  title: '',
  key: undefined,
  services: [],
  detection: undefined,
  drill: false,
  status: 'open',
  phase: 'detect',
  phaseVisits: [],
  claims: new Map(),
  skipped: new Map(),
  fix: undefined,
  severitySteps: [],
  impactSteps: [],
  reopenings: [],
  closure: undefined,
  recoveryTracks: new Map(),
  regulatorInstants: new Map(),
});

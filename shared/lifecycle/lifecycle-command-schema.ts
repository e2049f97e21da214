import { z } from 'zod';
import { regulatorInstants } from '../playbook/playbook.ts';
import { command, durationMs, incidentId, instant, shortText, shortTexts, text, texts } from '../record/schema.ts';
import { milestones, phases, recoveryInstants } from './lifecycle.ts';

const milestone = z.enum(milestones);
const level = z.enum(['full', 'partial', 'degraded', 'none']);
const range = z.strictObject({ earliest: instant, latest: instant });
const detection = z.strictObject({
  source: z.enum(['alert', 'staff', 'customer', 'partner', 'security']),
  detail: text.exactOptional(),
});
const fix = z.strictObject({
  change: text,
  executor: shortText.exactOptional(),
  check: text,
  rollback: text.exactOptional(),
});
const claim = {
  milestone,
  range: range.exactOptional(),
  estimated: z.boolean().exactOptional(),
  evidence: texts.exactOptional(),
  reason: text.exactOptional(),
};

export const lifecycleCommandSchemas = [
  command('DeclareIncident', {
    title: shortText,
    key: shortText.exactOptional(),
    severity: shortText.exactOptional(),
    services: shortTexts.exactOptional(),
    detection: detection.exactOptional(),
    alertedAt: instant.exactOptional(),
    reportedAt: instant.exactOptional(),
    detectedAt: instant.exactOptional(),
    failureAt: instant.exactOptional(),
    failureRange: range.exactOptional(),
    drill: z.boolean().exactOptional(),
    maintenance: z.boolean().exactOptional(),
    relapseOf: incidentId.exactOptional(),
    playbook: shortText,
    commander: shortText.exactOptional(),
    lead: shortText.exactOptional(),
  }),
  command('ChangeDetails', {
    title: shortText.exactOptional(),
    key: shortText.exactOptional(),
    services: shortTexts.exactOptional(),
    detection: detection.exactOptional(),
  }),
  command('ReachMilestone', {
    ...claim,
    restoreFirst: z.boolean().exactOptional(),
    fix: fix.exactOptional(),
    cause: text.exactOptional(),
    severity: shortText.exactOptional(),
    impact: z.strictObject({ level, text, scope: text.exactOptional() }).exactOptional(),
    waiveReview: text.exactOptional(),
  }),
  command('CorrectMilestone', claim),
  command('WithdrawDiagnosis', { reason: text }),
  command('ReportFixFailed', { reason: text }),
  command('SkipMilestone', { milestone, reason: text }),
  command('MovePhase', { phase: z.enum(phases), reason: text }),
  command('ChangeSeverity', { severity: shortText, reason: text }),
  command('ChangeImpact', {
    level,
    text: text.exactOptional(),
    scope: text.exactOptional(),
    service: shortText.exactOptional(),
  }),
  command('ReopenIncident', { reason: text, level: level.exactOptional() }),
  command('CloseIncident', {
    as: z.enum(['false-alarm', 'merged', 'cancelled']),
    reason: text,
    parent: incidentId.exactOptional(),
  }),
  command('SetObjectives', {
    dataset: shortText,
    rpoMs: durationMs.exactOptional(),
    rtoMs: durationMs.exactOptional(),
    mtpdMs: durationMs.exactOptional(),
    minService: text.exactOptional(),
  }),
  command('RecordRecoveryInstant', {
    instant: z.enum(recoveryInstants),
    dataset: shortText,
    reason: text.exactOptional(),
  }),
  command('NoteRestoreProgress', { dataset: shortText, text, expectedAt: instant.exactOptional() }),
  command('RecordRegulatorInstant', { instant: z.enum(regulatorInstants), reason: text.exactOptional() }),
] as const;

import type { SeverityStep } from '../../../shared/lifecycle/lifecycle-state.ts';
import type { Severity } from '../../../shared/playbook/playbook.ts';

interface SeverityWords {
  /** For the badge: `SEV1`, `No severity`. */
  readonly short: string;
  /** For listeners: `Severity SEV1, critical, provisional`. */
  readonly full: string;
  /** The worst two of the playbook are drawn strong. */
  readonly isHigh: boolean;
}

/** A severity in words; a level that the playbook no longer lists keeps its id. */
export const findSeverityWords = (severities: readonly Severity[], step: SeverityStep | undefined): SeverityWords => {
  if (!step) return { short: 'No severity', full: 'No severity chosen yet', isHigh: false };
  const severity = severities.find(({ id }) => id === step.severity);
  const name = severity ? `, ${severity.name}` : '';
  return {
    short: step.severity,
    full: `Severity ${step.severity}${name}${step.provisional ? ', provisional' : ''}`,
    isHigh: (severity?.rank ?? Number.POSITIVE_INFINITY) <= 2,
  };
};

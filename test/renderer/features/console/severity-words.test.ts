import { expect, test } from 'vitest';
import { findSeverityWords } from '../../../../renderer/features/console/severity-words.ts';
import { defaultPlaybook } from '../../../../shared/playbook/default-playbook.ts';
import type { EventId } from '../../../../shared/record/ids.ts';
import { toInstant } from '../../../support/incident-player.ts';

const at = toInstant('09:00');
const words = (severity: string, provisional = false) =>
  findSeverityWords(defaultPlaybook.severities, {
    event: 'e' as EventId,
    severity,
    reason: 'x',
    at,
    recordedAt: at,
    provisional,
  });

test('[SVW1] a severity is told in full to listeners; the worst two are drawn strong', () => {
  expect(words('SEV1')).toEqual({ short: 'SEV1', full: 'Severity SEV1, critical', isHigh: true });
  expect(words('SEV3', true)).toEqual({
    short: 'SEV3',
    full: 'Severity SEV3, significant, provisional',
    isHigh: false,
  });
  expect(words('P1')).toEqual({ short: 'P1', full: 'Severity P1', isHigh: false });
  expect(findSeverityWords(defaultPlaybook.severities, undefined).short).toBe('No severity');
});

import { expect, test } from 'vitest';
import { regulatorItems } from '../../../../renderer/features/next/update-items.ts';
import { defaultPlaybook } from '../../../../shared/playbook/default-playbook.ts';
import { createPlayer, testDigest, toInstant } from '../../../support/incident-player.ts';

test('[NEXT12] a legal deadline that is not today names its day', () => {
  const player = createPlayer();
  player.must('09:00', { type: 'DeclareIncident', title: 'Checkout fails', playbook: testDigest });
  player.must('09:01', { type: 'RecordRegulatorInstant', instant: 'awareAt' });
  const { lifecycle, timeline, updates } = player.state();
  const regulators = defaultPlaybook.regulators.map((clock) => ({ ...clock, enabled: clock.id === 'gdpr-33' }));
  const input = { playbook: { ...defaultPlaybook, regulators }, lifecycle, timeline, updates };
  const whyAt = (now: string) => regulatorItems(input, toInstant(now), 'UTC')[0]?.item.why;
  expect(whyAt('2026-03-05T08:00:00.000Z')).toBe('Deadline 09:01, as set in the playbook. Not legal advice.');
  expect(whyAt('2026-03-06T08:00:00.000Z')).toBe(
    'Deadline 5 Mar 2026 09:01, as set in the playbook. Not legal advice.',
  );
});

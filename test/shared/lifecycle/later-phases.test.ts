import { expect, test } from 'vitest';
import { laterPhases } from '../../../shared/lifecycle/later-phases.ts';

test('[MS45] the phase is moved forward, and never into resolve', () => {
  expect(laterPhases('triage')).toEqual(['identify', 'fix', 'recover']);
  expect(laterPhases('recover')).toEqual([]);
  expect(laterPhases('resolve')).toEqual([]);
});

import { describe, expect, it } from 'vitest';
import {
  countText,
  doubtText,
  listActions,
  listIncidents,
  noRowsText,
  recoverEnds,
  recoverText,
  startText,
  stateText,
} from '../../../../renderer/features/library/list-incidents.ts';
import type { IncidentSummary } from '../../../../shared/incident/summary.ts';
import { projectSummary } from '../../../../shared/incident/summary.ts';
import { defaultPlaybook } from '../../../../shared/playbook/default-playbook.ts';
import { createPlayer, testDigest, toInstant } from '../../../support/incident-player.ts';

const incident = (title: string, failureAt: string, drill = false): IncidentSummary => {
  const player = createPlayer();
  player.must('12:00', {
    type: 'DeclareIncident',
    title,
    services: ['checkout'],
    severity: 'SEV2',
    playbook: testDigest,
    failureAt: toInstant(failureAt),
    drill,
  });
  player.must('12:10', { type: 'AddAction', text: `mend ${title}`, actionType: 'prevent', due: '2026-03-30' });
  return projectSummary(player.state(), defaultPlaybook) as IncidentSummary;
};

describe('a list that is not checked', () => {
  const nothing = { incidents: undefined, lastSeen: undefined, listing: undefined, failure: undefined };
  const listing = { done: 412, of: 1_000 };
  const failure = { code: 'storage.unusable', sentence: 'The library folder cannot be used.' };

  it('[OP11] says how many incidents have been read once it takes its time, as long as there is nothing to list', () => {
    expect(noRowsText(nothing, false)).toBe('Reading the library.');
    expect(noRowsText({ ...nothing, listing }, true)).toBe('Reading the library: 412 of 1,000');
  });

  it('[LI6] counts what is shown, and says where the count is as last seen', () => {
    const two = [{}, {}] as unknown as readonly IncidentSummary[];
    expect(countText(nothing, 0)).toBe('');
    expect(countText({ ...nothing, lastSeen: two }, 2)).toBe('2 incidents, as last seen');
    expect(countText({ ...nothing, lastSeen: two, incidents: two }, 1)).toBe('1 of 2 incidents');
    expect(countText({ ...nothing, incidents: two.slice(1) }, 1)).toBe('1 incident');
  });

  it('[LI9] only a list that is there is called empty: of one that could not be read nothing is claimed', () => {
    for (const known of [{ lastSeen: [] }, { incidents: [] }, { lastSeen: [], failure }]) {
      expect(noRowsText({ ...nothing, ...known }, false)).toMatch(/^None yet/);
      expect(noRowsText({ ...nothing, ...known }, true)).toBe('No incident fits.');
    }
    for (const isFiltered of [false, true]) expect(noRowsText({ ...nothing, failure }, isFiltered)).toBeUndefined();
  });

  it('[LI6] says that it is as last seen until it is checked, and how far that is', () => {
    const seen = { ...nothing, lastSeen: [] };
    expect(doubtText(nothing)).toBeUndefined();
    expect(doubtText(seen)).toBe('As last seen; checking.');
    expect(doubtText({ ...seen, listing })).toBe('As last seen; checking: 412 of 1,000');
    expect(doubtText({ ...seen, failure })).toBe('As last seen; it could not be checked.');
    expect(doubtText({ ...nothing, incidents: [], listing })).toBeUndefined();
  });
});

describe('the list of incidents', () => {
  it('[LI1] the newest failure comes first; every searched word must occur', () => {
    const incidents = [incident('Search slow', '09:00'), incident('Vouchers rejected', '11:00')];
    expect(listIncidents(incidents, 'all', '').map(({ title }) => title)).toEqual(['Vouchers rejected', 'Search slow']);
    expect(listIncidents(incidents, 'all', 'slow CHECKOUT').map(({ title }) => title)).toEqual(['Search slow']);
    expect(listIncidents(incidents, 'all', 'slow mail')).toEqual([]);
    expect(listIncidents(incidents, 'drills', '')).toEqual([]);
  });

  it('[LI2] a running time says that it is running, and a state is said in words', () => {
    const running = incident('Search slow', '09:00');
    expect(recoverText(running, toInstant('12:30'))).toBe('3h 30m so far');
    expect(stateText(running)).toBe('Running');
    expect(startText(running, 'UTC')).toBe('2 Mar 2026 09:00');
  });

  it('[LI4] the figure names both of its ends, also the one that is not there yet', () => {
    expect(recoverEnds(incident('Search slow', '09:00'), 'UTC')).toBe(
      'Failure 2 Mar 2026 09:00 to Recovered not recorded',
    );
  });

  it('[LI3] open actions of real incidents are listed oldest first, with how late they are', () => {
    const incidents = [incident('Search slow', '09:00'), incident('Rehearsal', '10:00', true)];
    const [action, ...others] = listActions(incidents, toInstant('2026-04-02T08:00:00.000Z'));
    expect(others).toEqual([]);
    expect(action).toMatchObject({ text: 'mend Search slow', ageDays: 30, lateDays: 3 });
    expect(listActions(incidents, toInstant('2026-03-30T23:00:00.000Z'))[0]?.lateDays).toBe(0);
  });
});

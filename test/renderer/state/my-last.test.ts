import { expect, it } from 'vitest';
import { lastEntryOfMine, lastOfMine, lastTakenBackOfMine } from '../../../renderer/state/my-last.ts';
import type { Command } from '../../../shared/incident/command.ts';
import type { EventId, WriterId } from '../../../shared/record/ids.ts';
import { createPlayer, testDigest, toInstant } from '../../support/incident-player.ts';

/** A window that remembers what it recorded. */
const createWindow = () => {
  const player = createPlayer();
  player.must('09:00', { type: 'DeclareIncident', title: 'Checkout fails', playbook: testDigest, severity: 'SEV2' });
  const mine: { ref: { writer: WriterId; seq: number }; sum: string; events: EventId[] }[] = [];
  return {
    record: (at: string, command: Command): EventId => {
      const events = player.must(at, command).map(({ id }) => id);
      mine.push({ ref: { writer: 'w' as WriterId, seq: mine.length + 1 }, sum: '', events });
      return events[0] as EventId;
    },
    mine: () => ({ mine, state: player.state() }),
  };
};
const note = (text: string) => ({ type: 'RecordEntry', kind: 'note', text }) as const;
const withdraw = (event: EventId) => ({ type: 'WithdrawEvent', event, reason: 'slip' }) as const;
const asker = (at: string) => ({ now: toInstant(at), device: 'ann' });

it('[EL4] taking back goes from command to command and never takes back a taking back', () => {
  const window = createWindow();
  const first = window.record('09:05', note('first'));
  const second = window.record('09:06', note('second'));
  expect(lastOfMine(window.mine(), asker('09:07'))).toEqual({ events: [second] });
  window.record('09:07', withdraw(second));
  expect(lastOfMine(window.mine(), asker('09:08'))).toEqual({ events: [first] });
  expect(lastEntryOfMine(window.mine())).toBe(first);
});

it('[EL5] taking back passes over what cannot be taken back, and says so', () => {
  const window = createWindow();
  const first = window.record('09:05', note('first'));
  const named = window.record('09:06', note('a customer'));
  window.record('09:07', { type: 'RedactText', event: named, why: 'customer name' });
  expect(lastOfMine(window.mine(), asker('09:08'))).toMatchObject({
    events: [named],
    stays: expect.stringContaining('redaction'),
  });
  window.record('09:08', withdraw(named));
  const sent = window.record('09:09', {
    type: 'SendUpdate',
    audience: 'public',
    text: 'We are looking into it.',
    situation: 'detected',
  });
  expect(lastOfMine(window.mine(), asker('09:09:30'))).toEqual({ events: [sent] });
  expect(lastOfMine(window.mine(), asker('09:12'))).toMatchObject({
    events: [first],
    stays: expect.stringContaining('Correct or retract'),
  });
});

it('[EL6] bringing back undoes my last taking back, and never a bringing back', () => {
  const window = createWindow();
  const first = window.record('09:05', note('first'));
  expect(lastTakenBackOfMine(window.mine())).toEqual([]);
  const away = window.record('09:06', withdraw(first));
  expect(lastTakenBackOfMine(window.mine())).toEqual([away]);
  window.record('09:07', withdraw(away));
  expect(lastTakenBackOfMine(window.mine())).toEqual([]);
  expect(lastOfMine(window.mine(), asker('09:08'))).toEqual({ events: [first] });
});

it('[EL6] the events of one command come back together', () => {
  const window = createWindow();
  window.record('09:05', { type: 'AssignRole', role: 'ic', person: 'Bo Chen' });
  const { events } = lastOfMine(window.mine(), asker('09:06'));
  expect(events.length).toBeGreaterThan(1);
  const away = events.map((event) => window.record('09:06', withdraw(event)));
  expect(lastTakenBackOfMine(window.mine())).toEqual(away);
});

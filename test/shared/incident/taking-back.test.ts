import { describe, expect, it } from 'vitest';
import type { EventId } from '../../../shared/record/ids.ts';
import { createPlayer, testDigest } from '../../support/incident-player.ts';

const running = () => {
  const player = createPlayer();
  player.must('09:00', { type: 'DeclareIncident', title: 'Checkout fails', playbook: testDigest, severity: 'SEV2' });
  return player;
};
const send = {
  type: 'SendUpdate',
  audience: 'public',
  text: 'We are looking into it.',
  situation: 'detected',
} as const;
const withdraw = (event: EventId) => ({ type: 'WithdrawEvent', event, reason: 'pressed by mistake' }) as const;

describe('what was sent', () => {
  it('[CO14] cannot be taken back a minute after its recording; the sentence names the way', () => {
    const player = running();
    const [sent] = player.must('09:10:00', { ...send, at: '2026-03-02T09:05:00.000Z' as never });
    const refused = player.play('09:11:01', withdraw(sent.id));
    expect(refused).toMatchObject({ ok: false, error: { code: 'withdraw.sent' } });
    expect(!refused.ok && refused.error.message).toContain('Correct or retract it');
    expect(player.state().updates.sent.has(sent.id)).toBe(true);
  });

  it('[CO15] can be taken back in its first minute on its own device, and stays in the log with its text', () => {
    const player = running();
    const [sent] = player.must('09:10:00', send);
    player.must('09:11:00', withdraw(sent.id));
    expect(player.state().updates.sent.size).toBe(0);
    expect(player.state().logById.get(sent.id)?.event).toMatchObject({ text: send.text });
  });

  it('[CO15] another device cannot take it back, not even at once', () => {
    const ann = running();
    const [sent] = ann.must('09:10:00', send);
    const bob = createPlayer({ person: 'Bob', device: 'bob' });
    bob.takeIn(ann.commits());
    expect(bob.play('09:10:05', withdraw(sent.id))).toMatchObject({ error: { code: 'withdraw.sent' } });
  });

  it('[CO16] what was taken back is brought back, however late', () => {
    const player = running();
    const [sent] = player.must('09:10:00', send);
    const [withdrawal] = player.must('09:10:20', withdraw(sent.id));
    player.must('11:00', withdraw(withdrawal.id));
    expect(player.state().updates.sent.has(sent.id)).toBe(true);
  });
});

it('[IN19] a redaction is never taken back', () => {
  const player = running();
  const [entry] = player.must('09:05', { type: 'RecordEntry', kind: 'note', text: 'card 4111' });
  const [redaction] = player.must('09:06', { type: 'RedactText', event: entry.id, why: 'card number' });
  expect(player.play('09:07', withdraw(redaction.id))).toMatchObject({ error: { code: 'withdraw.redaction' } });
});

it('[RX19] a reason that repeats a name or a number of the text is refused: it would stay for good', () => {
  const player = running();
  const [entry] = player.must('09:05', { type: 'RecordEntry', kind: 'note', text: 'for Anna Nowak, card 4111' });
  const redact = (why: string) => ({ type: 'RedactText', event: entry.id, why }) as const;
  expect(player.play('09:06', redact('customer data: Anna Nowak'))).toMatchObject({
    error: { code: 'redaction.repeats', field: 'why', message: expect.stringContaining('"Anna" stands in the text') },
  });
  player.must('09:07', redact('customer name and card'));
});

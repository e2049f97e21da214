import { elapsedMs, type Instant } from '../kernel/instant.ts';
import type { EventId } from '../record/ids.ts';
import type { Refusal } from '../record/rules.ts';
import type { IncidentState } from './incident-state.ts';

/** Who asks to take something back, and when. */
export interface TakingBack {
  readonly now: Instant;
  /** The short device tag. */
  readonly device: string;
}

/**
 * How long "marked as sent" counts as a slip of the hand, in ms after its recording: long enough to see what one did,
 * too short for anybody to have relied on the record. See docs/decisions/0006-sent-updates.md.
 */
const slipMs = 60_000;

/** Why this event cannot be taken back (now, from this device); undefined when it can. */
export const refusalToTakeBack = (id: EventId, state: IncidentState, asker: TakingBack): Refusal | undefined => {
  const target = state.logById.get(id);
  if (!target) return refusal('event.unknown', 'That entry is not in this incident.');
  if (state.withdrawn.has(id)) return refusal('withdraw.twice', 'That was taken back already.');
  switch (target.event.type) {
    case 'IncidentDeclared':
      return refusal('withdraw.declaration', 'A declaration cannot be taken back. Cancel the incident, with a reason.');
    case 'TextRedacted':
      return refusal('withdraw.redaction', 'A redaction cannot be taken back: the text is gone.');
    case 'UpdateSent': {
      const isSlip = target.by.device === asker.device && elapsedMs(target.recordedAt, asker.now) <= slipMs;
      return isSlip ? undefined : refusal('withdraw.sent', sentStays);
    }
    default:
      return undefined;
  }
};

const refusal = (code: string, message: string): Refusal => ({ code, message, field: 'event' });

const sentStays =
  'A sent update stays as sent; only in its first minute, on the device that marked it, can the mark be taken back. ' +
  'Correct or retract it; if it was never sent, retract it saying so.';

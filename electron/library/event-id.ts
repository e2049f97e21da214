import type { CommandId, EventId, IncidentId } from '../../shared/record/ids.ts';
import { sha256 } from './sha256.ts';

/**
 * The id of the event that a command makes as its `index`-th, from 0. It follows from the command, whoever records it and
 * when: the same command may reach the disk twice (a retry, two devices that imported one file), one line counts, and what
 * was said of the event of the other line must still find it.
 */
export const eventIdOf = (incident: IncidentId, command: CommandId, index: number): EventId =>
  hexToCrockford(sha256(`${incident}\n${command}\n${index}`).slice(0, 32), 26) as EventId;

/** Hex digits in the alphabet of ULIDs, filled up with leading zeros to `length` characters. */
export const hexToCrockford = (hex: string, length: number): string =>
  [...BigInt(`0x${hex}`).toString(32).padStart(length, '0')]
    .map((digit) => crockford[Number.parseInt(digit, 32)])
    .join('');

const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

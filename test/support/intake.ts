import type { Intake, ProposedEntry } from '../../shared/intake/proposed-entry.ts';
import { readForeign } from '../../shared/intake/read-foreign.ts';
import type { Instant } from '../../shared/kernel/instant.ts';

export const importNow = '2026-12-01T00:00:00.000Z' as Instant;

/** What an import of this content proposes; a text as it is, any other value as JSON. */
export const intakeOf = (content: unknown, zone?: string, name = 'file'): Intake => {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  const read = readForeign(name, [{ name, text }], { zone, now: importNow });
  if (!read.ok) throw new Error(`${read.error.code}: ${read.error.message}`);
  return read.value;
};

/** The code of the refusal; undefined when it was read. */
export const refusalOf = (content: string, zone?: string): string | undefined => {
  const read = readForeign('file', [{ name: 'file', text: content }], { zone, now: importNow });
  return read.ok ? undefined : read.error.code;
};

/** `[time of day, author, text]`. */
export const told = ({ at, author, text }: ProposedEntry) => [at.slice(11, 19), author, text];

/** A day of a Slack export: a message, an answer to its author by somebody whom no list of users knows, and a notice. */
export const slackDay = [
  { type: 'message', ts: '1772442240.000100', user: 'U1', text: 'checkout is slow &amp; getting worse' },
  {
    type: 'message',
    ts: '1772442300.000200',
    user: 'U2',
    text: 'looking, <@U1>',
    user_profile: { real_name: 'Bo Chen' },
  },
  { type: 'message', subtype: 'channel_join', ts: '1772442301.000200', user: 'U3', text: '<@U3> has joined' },
];

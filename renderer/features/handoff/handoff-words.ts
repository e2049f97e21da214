import { commandRole } from '../../../shared/roles/role-holders.ts';

/** What is handed over: "command", "the lead", "Scribe". */
export const roleThing = (role: string, roleName: string): string => {
  if (role === commandRole) return 'command';
  return role === 'lead' ? 'the lead' : roleName;
};

/** What the giver says aloud (domain.md 3.2). */
export const offerWords = (thing: string, name: string): string => `You have ${thing} of ${name}. Confirm.`;

/** What the successor says, and what the button says. */
export const acceptWords = (thing: string): string => `I have ${thing}`;

interface Announcement {
  readonly thing: string;
  readonly name: string;
  readonly to: string;
  readonly from: string;
  /** `10:46 UTC`; missing until it is accepted. */
  readonly since: string | undefined;
  /** `Public 10:50 UTC`: the nearest promise. */
  readonly next: { readonly audience: string; readonly at: string } | undefined;
}

/** Outgoing stays in reach this long (domain.md 3.2), minutes. */
const reachableMinutes = 30;

/** For chat and board, once it is accepted. */
export const announcement = ({ thing, name, to, from, since, next }: Announcement): string =>
  [
    `${to} has ${thing} of ${name} since ${since ?? '(time of acceptance)'}.`,
    from === '' ? '' : `${from} stays reachable for ${reachableMinutes} minutes.`,
    next ? `Next ${next.audience.toLowerCase()} update by ${next.at}.` : '',
  ]
    .filter(Boolean)
    .join(' ');

import type { IncidentState } from '../../../shared/incident/incident-state.ts';
import { formatDuration } from '../../../shared/kernel/duration.ts';
import { elapsedMs, type Instant } from '../../../shared/kernel/instant.ts';
import { findRoleName } from '../../../shared/playbook/find-in-playbook.ts';
import type { Playbook } from '../../../shared/playbook/playbook.ts';
import { dutyHolderOf, waitingOffers } from '../../../shared/roles/role-holders.ts';
import { type NextItem, sentence } from './next-item.ts';

/** Offers that nobody has accepted yet: one person believes it is given away, the other does not have it. */
export const handoffItems = ({ roles }: IncidentState, playbook: Playbook, now: Instant): readonly NextItem[] =>
  waitingOffers(roles).map(({ event: { id, role, to, occurredAt } }): NextItem => {
    const roleName = findRoleName(playbook, role);
    const holder = dutyHolderOf(roles, playbook, role);
    const offered = `Offered ${formatDuration(Math.max(0, elapsedMs(occurredAt, now)))} ago.`;
    return {
      id: `handoff:${id}`,
      shape: 'waiting',
      what: sentence(`${to} has not accepted yet`),
      brief: sentence(`${to} has not accepted yet`),
      why: holder === undefined ? `Nobody is ${roleName}. ${offered}` : `${holder} stays ${roleName}. ${offered}`,
      act: { label: 'Show the brief', target: { kind: 'handoff', role } },
    };
  });

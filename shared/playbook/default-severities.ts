import type { Cadence, Severity } from './playbook.ts';

const every = (firstMinutes: number, everyMinutes: number): Cadence => ({
  kind: 'interval',
  firstMinutes,
  everyMinutes,
});
const onChange: Cadence = { kind: 'on-change' };
const none: Cadence = { kind: 'none' };

/** The table of domain.md section 4; `every(a, b)` is its cell `a/b`. */
export const defaultSeverities: readonly Severity[] = [
  {
    id: 'SEV1',
    name: 'critical',
    rank: 1,
    criteria: ['core service down or unusable for most', 'confirmed data loss or exposure', 'disaster', 'safety'],
    response: 'all roles, page now, any hour',
    cadence: { chat: every(5, 15), exec: every(15, 30), support: every(10, 30), public: every(10, 20) },
  },
  {
    id: 'SEV2',
    name: 'major',
    rank: 2,
    criteria: ['core function badly degraded, or down for many', 'no workaround'],
    response: 'IC + RL + comms, page now',
    cadence: { chat: every(10, 20), exec: every(30, 60), support: every(15, 30), public: every(15, 30) },
  },
  {
    id: 'SEV3',
    name: 'significant',
    rank: 3,
    criteria: ['part or some users affected, workaround exists', 'redundancy lost'],
    response: 'owner team, IC optional',
    cadence: {
      chat: every(15, 60),
      exec: onChange,
      support: every(30, 120),
      public: { kind: 'interval', firstMinutes: 30, everyMinutes: 120, onlyIfVisible: true },
    },
  },
  {
    id: 'SEV4',
    name: 'minor',
    rank: 4,
    criteria: ['slight or internal effect'],
    response: 'owner team, working hours',
    cadence: { chat: onChange, exec: none, support: onChange, public: none },
  },
  {
    id: 'SEV5',
    name: 'watch',
    rank: 5,
    criteria: ['no harm yet: smoke alert, near miss'],
    response: 'ticket; promote if it grows',
    cadence: { chat: none, exec: none, support: none, public: none },
  },
];

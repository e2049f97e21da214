import type { Command } from '../../shared/incident/command.ts';
import type { SendUpdate } from '../../shared/updates/updates-commands.ts';
import { on } from './drill-moments.ts';

interface UpdateStep {
  readonly name: string;
  readonly clock: string;
  readonly commands: readonly Command[];
}

type Audience = 'chat' | 'exec' | 'support' | 'public';
type Said = Pick<SendUpdate, 'situation'> & Partial<Pick<SendUpdate, 'text' | 'publicStatus'>>;

/** `until` is the promised next update, time of day in UTC; without one it is the last update to this audience. */
const sent = (clock: string, audience: Audience, until: string | undefined, said: Said): UpdateStep => ({
  name: `${audience} ${clock}`,
  clock,
  commands: [
    {
      type: 'SendUpdate',
      audience,
      text: '',
      ...said,
      ...(until === undefined ? { closing: true } : { promisedAt: on(until) }),
    },
  ],
});

/** What is told to whom. An empty text is the draft that Holdfast makes of the facts at that moment. */
export const updateSteps: readonly UpdateStep[] = [
  sent('09:07', 'chat', '09:25', { situation: 'triaged' }),
  sent('09:07', 'support', '09:35', { situation: 'triaged' }),
  sent('09:07', 'public', '09:35', { situation: 'triaged', publicStatus: 'Investigating' }),
  sent('09:07', 'exec', '10:05', { situation: 'triaged' }),
  sent('09:16', 'chat', '09:30', {
    situation: 'no-change',
    text: 'SEV1 now: 38 % of payments fail and it grows. The payment provider is ruled out. Unknown: what fails. Next update by 10:30 CET.',
  }),
  sent('09:16', 'support', '09:40', {
    situation: 'no-change',
    text: 'More callers will report that paying fails. Unknown: why. Workaround: none any more. Next update by 10:40 CET.',
  }),
  sent('09:16', 'public', '09:35', {
    situation: 'no-change',
    publicStatus: 'Investigating',
    text: 'Investigating. About four payments in ten fail. Browsing and search work. We do not know the cause yet and keep looking. Next update by 09:35 UTC.',
  }),
  sent('09:16', 'exec', '09:45', {
    situation: 'no-change',
    text: 'SEV1: 38 % of payments fail. Unknown: the cause. A decision to roll back is near. From you: nothing. Next update by 10:45 CET.',
  }),
  sent('09:24', 'chat', '09:35', { situation: 'fixed' }),
  sent('09:24', 'support', '09:50', { situation: 'fixed' }),
  sent('09:24', 'public', '09:40', { situation: 'fixed', publicStatus: 'Monitoring' }),
  sent('09:24', 'exec', '09:50', { situation: 'fixed' }),
  sent('09:34', 'chat', '09:45', { situation: 'no-change' }),
  sent('09:40', 'chat', '09:55', { situation: 'no-change' }),
  sent('09:40', 'support', '10:10', { situation: 'no-change' }),
  sent('09:40', 'public', '10:00', { situation: 'no-change', publicStatus: 'Monitoring' }),
  sent('09:40', 'exec', '10:10', { situation: 'no-change' }),
  sent('09:54', 'chat', '10:05', { situation: 'no-change' }),
  sent('09:54', 'public', '10:10', { situation: 'no-change', publicStatus: 'Monitoring' }),
  sent('10:04', 'chat', undefined, { situation: 'recovered' }),
  sent('10:04', 'support', undefined, { situation: 'recovered' }),
  sent('10:04', 'public', undefined, { situation: 'recovered', publicStatus: 'Resolved' }),
  sent('10:04', 'exec', undefined, { situation: 'recovered' }),
];

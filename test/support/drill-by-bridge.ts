import type { Page } from '@playwright/test';
import { ulid } from 'ulid';
import type { Command } from '../../shared/incident/command.ts';
import type { CommandId, IncidentId } from '../../shared/record/ids.ts';
import { setClockFile } from './clock-file.ts';
import { drillZone, on } from './drill-moments.ts';
import { withTexts } from './drill-script.ts';

/** Has the app record the drill as its own window would, faster than anybody types. */
export const recordByBridge = async (
  page: Page,
  clockFile: string,
  sentTexts: ReadonlyMap<string, string>,
): Promise<void> => {
  await ask(page, 'identity:set', { person: 'Ann Lee', device: 'ann' });
  const { digest } = await ask(page, 'playbook:read', null);
  const incident = ulid(Date.parse(on('09:01'))) as IncidentId;
  const events = new Map<string, string>();
  for (const { name, clock, commands } of withTexts(sentTexts)) {
    setClockFile(clockFile, on(clock));
    for (const [index, command] of commands.entries()) {
      const filled = JSON.parse(JSON.stringify(command), (_key, value) =>
        typeof value === 'string' && value.startsWith('$') ? events.get(value.slice(1)) : value,
      ) as Command;
      const recorded = await ask(page, 'incident:execute', {
        request: {
          id: ulid() as CommandId,
          incident,
          command: filled.type === 'DeclareIncident' ? { ...filled, playbook: digest } : filled,
        },
        zone: drillZone,
      });
      if (index === 0) events.set(name, recorded.events[0]);
    }
  }
};

/** The value of a reply; a refusal is thrown with its sentence. */
// biome-ignore lint/suspicious/noExplicitAny: each caller knows what its channel replies.
const ask = async (page: Page, channel: string, payload: unknown): Promise<any> => {
  const reply = await page.evaluate(([name, content]) => window.bridge.request(name as 'app:info', content as null), [
    channel,
    payload,
  ] as const);
  if (!reply.ok) throw new Error(`${channel}: ${reply.error.sentence}`);
  return reply.value;
};

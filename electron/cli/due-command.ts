import { isoDuration } from '../../shared/kernel/duration.ts';
import { ok } from '../../shared/kernel/result.ts';
import { formatClock } from '../../shared/kernel/zone.ts';
import { type Due, dueTimes } from '../../shared/updates/due.ts';
import { type CommandDefinition, jsonOption } from './command-definition.ts';
import { wrongUsage } from './failure.ts';
import { findIncident, readIncident } from './find-incident.ts';
import { withSession } from './open-session.ts';
import { readInstant } from './read-instant.ts';
import { sayData } from './say-json.ts';
import { textTable } from './text-table.ts';

export const dueCommand: CommandDefinition = {
  name: 'due',
  form: 'ID [--at MOMENT] [--json]',
  summary: 'Who has to hear from us, and when',
  details: ['  --at MOMENT  asked for this moment, like 2026-03-02T09:10:00Z; else now'],
  options: { at: { type: 'string' }, ...jsonOption },
  run: async (given, world) => {
    const [wanted, ...more] = given.words;
    if (wanted === undefined || more.length > 0) return wrongUsage('Name one incident: holdfast due ID');
    const at = readInstant(given, 'at');
    if (!at.ok) return at;
    return withSession(given, world, 'must-exist', async (session) => {
      const found = await findIncident(session, wanted);
      if (!found.ok) return found;
      const read = readIncident(session, world, found.value.id);
      if (!read.ok) return read;
      const { state, playbook } = read.value;
      const times = dueTimes({ ...state, playbook }, at.value ?? session.now());
      sayData(
        given,
        world,
        () => times.map(({ audience, due }) => ({ audience, ...dueData(due) })),
        () =>
          textTable(
            ['Audience', 'Next update', 'State'],
            times.map(({ audience, due }) => [audience, ...dueWords(due, session.zone)]),
          ),
      );
      return ok(null);
    });
  },
};

/** Without a clock `at` and `state` are null, and `why` says why nobody waits. */
export const dueData = (due: Due) =>
  due.kind === 'clock'
    ? {
        at: due.at,
        state: due.state,
        level: due.level,
        why: null,
        since: due.since,
        promised: due.promised,
        cadenceMs: due.cadenceMs,
        cadence: isoDuration(due.cadenceMs),
      }
    : {
        at: null,
        state: null,
        level: 0,
        why: due.why,
        since: null,
        promised: false,
        cadenceMs: null,
        cadence: null,
      };

const noClockWords = {
  ended: 'the last update is sent',
  'on-change': 'on change only',
  'not-visible': 'users see nothing',
  none: 'no cadence at this severity',
};

/** The time of day and the state, for a table. */
export const dueWords = (due: Due, zone: string): readonly [string, string] => {
  if (due.kind === 'no-clock') return ['-', noClockWords[due.why]];
  const escalated = due.level > 0 ? `, level ${due.level}` : '';
  return [formatClock(due.at, zone), `${due.state}${escalated}`];
};

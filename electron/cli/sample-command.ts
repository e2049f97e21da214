import type { Instant } from '../../shared/kernel/instant.ts';
import { ok } from '../../shared/kernel/result.ts';
import type { CommandDefinition } from './command-definition.ts';
import { refused, wrongUsage } from './failure.ts';
import { withSession } from './open-session.ts';
import { playSample } from './play-sample.ts';

/** For `npm start -- --sample`: only ever into a library that holds nothing yet. */
export const sampleCommand: CommandDefinition = {
  name: 'sample',
  form: '--library DIR',
  summary: 'Fill an empty library with a drill that is under way',
  details: [],
  options: {},
  isHidden: true,
  run: async (given, world) => {
    if (given.text('library') === undefined) return wrongUsage('Name an empty folder: holdfast sample --library DIR');
    let stands: Instant | undefined;
    const readSystemClock = () => stands ?? world.readSystemClock();
    return withSession(given, { ...world, readSystemClock, isClockSimulated: true }, 'may-be-new', async (session) => {
      if ((await session.library.list()).length > 0) return refused('This library holds incidents already.');
      const standAt = (to: Instant) => {
        stands = to;
      };
      const played = await playSample({ ...session, moveClock: session.moveClock ?? standAt }, world);
      if (!played.ok) return played;
      world.say(played.value);
      return ok(null);
    });
  },
};

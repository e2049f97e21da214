import { ulid } from 'ulid';
import type { Command } from '../../shared/incident/command.ts';
import { toUpdatesInput } from '../../shared/incident/to-updates-input.ts';
import { addMs, type Instant, instantToMs } from '../../shared/kernel/instant.ts';
import { ok } from '../../shared/kernel/result.ts';
import { drillD1 } from '../../shared/playbook/drill-d1.ts';
import type { EventId, IncidentId } from '../../shared/record/ids.ts';
import { draftUpdate } from '../../shared/updates/draft.ts';
import type { CommandLineWorld } from './command-line-world.ts';
import { type Outcome, refused, toFailure } from './failure.ts';
import type { Session } from './open-session.ts';
import { sampleContacts } from './sample-contacts.ts';
import { type SampleMoment, type SampleStep, sampleLengthMinutes, sampleSteps } from './sample-drill.ts';

/**
 * Records the first part of drill D1 through the library like any other run, on a clock that began 20 minutes ago and
 * is moved from step to step. Resolves to the id of the incident.
 */
export const playSample = async (
  session: Session & { readonly moveClock: (to: Instant) => void },
  { newCommandId }: Pick<CommandLineWorld, 'newCommandId'>,
): Promise<Outcome<IncidentId>> => {
  const { library, by, zone, moveClock } = session;
  const start = addMs(session.now(), -sampleLengthMinutes * 60_000);
  moveClock(start);
  const saved = await library.savePlaybook({ ...library.playbook().playbook, ...sampleContacts });
  if (!saved.ok) return toFailure(saved.error);

  const incident = ulid(instantToMs(start)) as IncidentId;
  const events = new Map<string, EventId>();
  const record = async (step: SampleStep): Promise<Outcome> => {
    moveClock(addMs(start, step.seconds * 1000));
    const command = typeof step.command === 'function' ? step.command(momentOf()) : step.command;
    const author = { ...by, person: step.by };
    const recorded = await library.execute({ id: newCommandId(session.now()), incident, command, by: author, zone });
    if (!recorded.ok) return refused(`The sample, at ${step.seconds} s: ${recorded.error.message}`);
    const [first] = recorded.value.events;
    if (step.name !== undefined && first !== undefined) events.set(step.name, first);
    return ok(null);
  };

  const momentOf = (): SampleMoment => {
    const state = library.stateOf(incident);
    if (!state.ok) throw new Error(state.error.message);
    return {
      start,
      state: state.value,
      eventOf: (name) => {
        const event = events.get(name);
        if (event === undefined) throw new Error(`No step of the sample is named ${name}`);
        return event;
      },
      draft: (audience) => {
        const draft = draftUpdate(toUpdatesInput(state.value, saved.value.playbook, zone), audience, session.now());
        if (!draft) throw new Error(`The playbook drafts nothing for ${audience}`);
        return toSendUpdate(draft, state.value.head);
      },
    };
  };

  for (const step of [declaration(start, library.playbook().digest), ...sampleSteps]) {
    const outcome = await record(step);
    if (!outcome.ok) return outcome;
  }
  moveClock(addMs(start, sampleLengthMinutes * 60_000));
  return ok(incident);
};

const declaration = (start: Instant, playbook: string): SampleStep => ({
  seconds: 40,
  by: 'Ann Lee',
  command: {
    type: 'DeclareIncident',
    title: 'Checkout payments fail',
    key: `DRILL-${drillD1.id}`,
    services: drillD1.services,
    severity: 'SEV2',
    detection: { source: 'alert', detail: 'checkout-errors' },
    alertedAt: start,
    failureAt: addMs(start, -90_000),
    failureRange: { earliest: addMs(start, -180_000), latest: addMs(start, -60_000) },
    drill: true,
    commander: 'Ann Lee',
    lead: 'Bo Chen',
    playbook,
  },
});

const toSendUpdate = (
  { audience, situation, rendered, publicStatus, promisedAt, closing }: NonNullable<ReturnType<typeof draftUpdate>>,
  head: string | undefined,
): Command => ({
  type: 'SendUpdate',
  audience,
  text: rendered.text,
  situation,
  ...(publicStatus === undefined ? {} : { publicStatus }),
  ...(promisedAt === undefined ? {} : { promisedAt }),
  ...(closing ? { closing } : {}),
  ...(head === undefined ? {} : { head }),
});

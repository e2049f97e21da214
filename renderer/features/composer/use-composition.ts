import { useEffect, useMemo, useState } from 'react';
import { toUpdatesInput } from '../../../shared/incident/to-updates-input.ts';
import type { Instant } from '../../../shared/kernel/instant.ts';
import type { EventId, IncidentId } from '../../../shared/record/ids.ts';
import type { UpdatesInput } from '../../../shared/updates/updates-input.ts';
import { useApp } from '../../state/app-store.ts';
import { currentInstant } from '../../state/clock.ts';
import { useIncident } from '../../state/incident-store.ts';
import { type Composition, composeMend, composeUpdate } from './compose.ts';
import { loadDrafts, mendKey, updateKey, usePlace } from './composer-store.ts';

export interface ComposerTarget {
  readonly audience: string;
  /** The sent update that is corrected or taken back. */
  readonly corrects?: EventId | undefined;
}

const useUpdatesInput = (): UpdatesInput => {
  const state = useIncident((open) => open.state);
  const playbook = useIncident((open) => open.playbook);
  const zone = useApp(({ info }) => info?.zone ?? 'UTC');
  return useMemo(() => toUpdatesInput(state, playbook, zone), [state, playbook, zone]);
};

export interface Composing {
  readonly incident: IncidentId;
  readonly key: string;
  readonly input: UpdatesInput;
  readonly place: ReturnType<typeof usePlace>;
  /** Missing when the update to correct is not known any more. */
  readonly composition: Composition | undefined;
}

/** `minute` changes once a minute: durations and the offered time in a text follow it, but not every second. */
export const useComposing = ({ audience, corrects }: ComposerTarget, minute: Instant): Composing => {
  const incident = useIncident((open) => open.id);
  const head = useIncident((open) => open.state.head);
  const key = corrects === undefined ? updateKey(audience) : mendKey(corrects);
  const place = usePlace(incident, key);
  const input = useUpdatesInput();
  useEffect(() => void loadDrafts(incident), [incident]);
  // Taken anew with every commit: what was recorded a second ago must not lie after the draft's own moment.
  const now = useMemo(() => latestOf(minute, input), [minute, input]);
  const composition = useMemo(
    () =>
      corrects === undefined
        ? composeUpdate(input, audience, place, { now, head })
        : composeMend(input, corrects, place, { now, head }),
    [input, audience, corrects, place, now, head],
  );
  return { incident, key, input, place, composition };
};

const latestOf = (_minute: Instant, _input: UpdatesInput): Instant => currentInstant();

/** The minute that runs, as state, so that only a ticker renders once a second. */
export const useMinute = () => useState<Instant>(currentInstant);

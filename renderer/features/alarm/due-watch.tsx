import { useEffect } from 'react';
import type { Instant } from '../../../shared/kernel/instant.ts';
import { alarmWords, deadlines, unheardAlarms } from '../../../shared/updates/alarms.ts';
import { appStore } from '../../state/app-store.ts';
import { currentInstant } from '../../state/clock.ts';
import { onDeadlineReached, watchDeadlines } from '../../state/deadlines.ts';
import { type IncidentStoreState, incidentStore } from '../../state/incident-store.ts';
import { announce } from '../../state/view-store.ts';
import { ring } from './ring.ts';

/** Of the whole run: going to the library and back must not ring again. */
const told = new Set<string>();

/**
 * Draws nothing. Says once, in words and by sound, that an update became due, whatever screen is shown and whether or
 * not the window can be seen: main keeps the time.
 */
export const DueWatch = () => {
  useEffect(() => {
    let said = '';
    const onChange = ({ open }: IncidentStoreState) => {
      const all = open ? watched(open, currentInstant()) : [];
      const text = all.map(({ key }) => key).join('\n');
      if (text === said) return;
      said = text;
      // Main answers with what is due already; nothing is rung from here, so that nothing rings twice.
      watchDeadlines(all.map(({ key, at }) => ({ key, at })));
    };
    onChange(incidentStore.getState());
    const stopChanges = incidentStore.subscribe(onChange);
    const stopDeadlines = onDeadlineReached(tellWhatIsDue);
    return () => {
      stopChanges();
      stopDeadlines();
    };
  }, []);
  return null;
};

type Open = NonNullable<IncidentStoreState['open']>;

const watched = ({ state, playbook }: Open, now: Instant) => {
  const { lifecycle, timeline, updates } = state;
  return deadlines({ playbook, lifecycle, timeline, updates }, now).map((deadline) => ({
    ...deadline,
    key: `${state.id} ${deadline.key}`,
  }));
};

const tellWhatIsDue = (now: Instant): void => {
  const { open } = incidentStore.getState();
  const fresh = open ? unheardAlarms(watched(open, now), told) : [];
  if (fresh.length === 0) return;
  for (const { key } of fresh) told.add(key);
  announce(fresh.map((alarm) => alarmWords(alarm, now)).join(' '), 'due');
  if (appStore.getState().info?.preferences.sound !== false) ring();
};

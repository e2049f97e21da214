import { useMemo } from 'react';
import { appStore, setPreferences, useApp } from './app-store.ts';
import { openDialog } from './view-store.ts';

/** One zone that times can be shown in; fits an entry of a menu. */
export interface ZoneChoice {
  readonly id: string;
  readonly label: string;
  readonly detail?: string;
  readonly isChecked: boolean;
  readonly run: () => void;
}

/** `local`, `UTC`, an IANA name, or null for the playbook's. */
export const chooseZone = (zone: string | null): void => void setPreferences({ zone });

interface KnownZones {
  readonly chosen: string | null;
  readonly device: string;
  readonly playbook: string;
}

/** This device's, UTC, the playbook's, one that was typed, and the way to type another. */
export const zoneChoices = ({ chosen, device, playbook }: KnownZones): readonly ZoneChoice[] => {
  const isTyped = chosen !== null && chosen !== 'local' && chosen !== 'UTC';
  const choice = (id: string, label: string, zone: string | null, detail?: string): ZoneChoice => ({
    id,
    label,
    isChecked: chosen === zone,
    run: () => chooseZone(zone),
    ...(detail === undefined ? {} : { detail }),
  });
  return [
    choice('playbook', 'As the playbook says', null, playbook),
    choice('local', 'Local time', 'local', device),
    choice('utc', 'UTC', 'UTC'),
    ...(isTyped ? [choice('typed', chosen, chosen)] : []),
    {
      id: 'another',
      label: 'Another zone',
      isChecked: false,
      run: () => openDialog({ name: 'zone' }),
    },
  ];
};

const knownZones = ({ info, playbook }: ReturnType<typeof appStore.getState>): KnownZones => ({
  chosen: info?.preferences.zone ?? null,
  device: info?.zone ?? 'UTC',
  playbook: playbook?.displayZone ?? 'UTC',
});

export const useZoneChoices = (): readonly ZoneChoice[] => {
  const info = useApp((app) => app.info);
  const playbook = useApp((app) => app.playbook);
  return useMemo(() => zoneChoices(knownZones({ ...appStore.getState(), info, playbook })), [info, playbook]);
};

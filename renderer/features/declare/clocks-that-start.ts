import { byText } from '../../../shared/kernel/by-text.ts';
import { minutesToMs } from '../../../shared/kernel/duration.ts';
import { addMs, type Instant } from '../../../shared/kernel/instant.ts';
import { findCadence } from '../../../shared/playbook/find-in-playbook.ts';
import { cadenceAudiences, type Playbook } from '../../../shared/playbook/playbook.ts';

export interface StartingClock {
  readonly id: string;
  readonly label: string;
  readonly at: Instant;
}

/** What will be due when, once the incident is declared at this severity: shown before anybody commits to it. */
export const clocksThatStart = (
  playbook: Playbook,
  severity: string | undefined,
  detectedAt: Instant,
): readonly StartingClock[] => {
  const { settings, audiences } = playbook;
  const triage = settings.triageMinutes[severity ?? ''];
  const clocks = [
    { id: 'command', label: 'Command taken', minutes: settings.commandMinutes },
    ...(triage === undefined ? [] : [{ id: 'triage', label: 'Severity assessed', minutes: triage }]),
    ...cadenceAudiences.flatMap((audience) => {
      const cadence = findCadence(playbook, severity ?? '', audience);
      if (cadence.kind !== 'interval') return [];
      const name = audiences.find(({ id }) => id === audience)?.name ?? audience;
      return [{ id: audience, label: `${name}, first update`, minutes: cadence.firstMinutes }];
    }),
  ];
  return clocks
    .map(({ id, label, minutes }) => ({ id, label, at: addMs(detectedAt, minutesToMs(minutes)) }))
    .sort(byText(({ at }) => at));
};

import type { Command } from '../../shared/incident/command.ts';
import { addMs, type Instant } from '../../shared/kernel/instant.ts';
import type { EventId } from '../../shared/record/ids.ts';

/** `omar-offline` has not heard of what Ann recorded since he last looked. */
export type StoryDevice = 'ann' | 'omar' | 'omar-offline';
export interface StoryStep {
  readonly name: string;
  /** On the clock of `minute`. */
  readonly at: Instant;
  readonly device: StoryDevice;
  readonly command: Command | ((firstOf: (step: string) => EventId) => Command);
}

export const minute = (count: number): Instant => addMs('2026-03-02T09:00:00.000Z' as Instant, count * 60_000);

export const step = (
  name: string,
  minutes: number,
  command: StoryStep['command'],
  device: StoryDevice = 'ann',
): StoryStep => ({ name, at: minute(minutes), device, command });

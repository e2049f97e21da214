import { useMemo } from 'react';
import type { Command } from '../../shared/incident/command.ts';
import { type Preview, previewCommands } from '../../shared/incident/preview.ts';
import { err, type Result } from '../../shared/kernel/result.ts';
import { momentsInZone } from '../../shared/record/moments-in-zone.ts';
import type { Refusal } from '../../shared/record/rules.ts';
import { useZone } from './app-store.ts';
import { previewAsking } from './asking.ts';
import { useIncident } from './incident-store.ts';

/** What recording these would change, worked out anew when they or the record change; undefined without a command. */
export const usePreview = (commands: readonly Command[]): Result<Preview, Refusal> | undefined => {
  const state = useIncident((open) => open.state);
  const playbook = useIncident((open) => open.playbook);
  const zone = useZone();
  // By content: commands are made anew at each render.
  const json = JSON.stringify(commands);
  return useMemo(() => {
    const asked = JSON.parse(json) as readonly Command[];
    if (asked.length === 0) return undefined;
    const preview = previewCommands(asked, state, previewAsking(), playbook);
    if (preview.ok) return preview;
    const { message, moments = [] } = preview.error;
    return err({ ...preview.error, message: momentsInZone(message, moments, zone) });
  }, [json, state, playbook, zone]);
};

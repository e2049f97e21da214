import { useMemo } from 'react';
import type { Command } from '../../shared/incident/command.ts';
import { type Preview, previewCommands } from '../../shared/incident/preview.ts';
import type { Result } from '../../shared/kernel/result.ts';
import type { Refusal } from '../../shared/record/rules.ts';
import { previewAsking } from './asking.ts';
import { useIncident } from './incident-store.ts';

/** What recording these would change, worked out anew when they or the record change; undefined without a command. */
export const usePreview = (commands: readonly Command[]): Result<Preview, Refusal> | undefined => {
  const state = useIncident((open) => open.state);
  const playbook = useIncident((open) => open.playbook);
  // By content: commands are made anew at each render.
  const json = JSON.stringify(commands);
  return useMemo(() => {
    const asked = JSON.parse(json) as readonly Command[];
    return asked.length === 0 ? undefined : previewCommands(asked, state, previewAsking(), playbook);
  }, [json, state, playbook]);
};

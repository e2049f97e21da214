import type { IncidentState } from '../../shared/incident/incident-state.ts';
import { textPaths } from '../../shared/incident/text-paths.ts';
import type { LoadedCommit } from '../../shared/record/commit.ts';
import type { IncidentId } from '../../shared/record/ids.ts';
import { soughtTexts, takeOut, textsToTakeOut } from '../../shared/record/redacted-text.ts';
import { redactedEvents } from '../../shared/record/verify-chain.ts';
import { announce } from './view-store.ts';

/** Passes what somebody typed through `clean` and keeps the outcome. True when that changed anything. */
export type TypedTextHolder = (incident: IncidentId, clean: (text: string) => string) => boolean;

const holders = new Set<TypedTextHolder>();

/** Whoever holds text that is typed and not recorded takes redacted text out of it. Returns the end of it. */
export const holdsTypedText = (holder: TypedTextHolder): (() => void) => {
  holders.add(holder);
  return () => holders.delete(holder);
};

/** To be called while `state` still knows what the commits take out. */
export const takeOutOfTypedText = (state: IncidentState, commits: readonly LoadedCommit[]): void => {
  const texts = textsTakenOut(state, commits);
  if (texts.length === 0) return;
  const clean = (text: string) => takeOut(text, texts);
  // All of them: the same text may stand in the entry line and in an update.
  const changed = [...holders].filter((holder) => holder(state.id, clean));
  if (changed.length > 0)
    announce('The redacted text was also in what is typed here: [redacted] stands in its place. Read it again.');
};

/** A line may come blanked before the redaction that explains it. */
const textsTakenOut = ({ logById }: IncidentState, commits: readonly LoadedCommit[]): readonly string[] => {
  const events = [...redactedEvents(commits), ...commits.flatMap(({ blanked }) => blanked ?? [])];
  return soughtTexts(
    events.flatMap((id) => {
      const event = logById.get(id)?.event;
      return event ? textsToTakeOut(event, textPaths(event.type)) : [];
    }),
  );
};

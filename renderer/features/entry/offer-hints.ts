import type { IncidentState } from '../../../shared/incident/incident-state.ts';
import type { LineSuggestion } from '../../../shared/timeline/complete-line.ts';
import type { LineContext } from '../../../shared/timeline/line-intent.ts';
import type { LineOffer } from '../../ui/line-field.tsx';

const mostOffers = 40;

/** Offers with what they mean: a command's arguments, an entry's own words. At most the first forty. */
export const offerHints = (
  suggestions: readonly LineSuggestion[],
  { entryNames }: LineContext,
  { logById }: IncidentState,
): readonly LineOffer[] =>
  suggestions.slice(0, mostOffers).map(({ value, hint }) => {
    const entry = entryNames.get(value);
    const event = entry === undefined ? undefined : logById.get(entry)?.event;
    const words = event && ['text', 'question'].map((field) => Reflect.get(event, field)).find(isText);
    return { value, hint: hint ?? words };
  });

const isText = (value: unknown): value is string => typeof value === 'string';

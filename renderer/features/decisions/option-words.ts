import type { DecisionOption } from '../../../shared/timeline/timeline-events.ts';

/** A, B, C for the first, second, third option. */
export const letterOf = (index: number): string => String.fromCharCode(65 + (index % 26));

/** An option with what it costs, in one line: "Now: quick, but 1 in 20 may be wrong, 5m, cannot be undone". */
export const optionWords = ({ text, benefit, risk, time, reversible }: DecisionOption): string => {
  const worth = [benefit, risk && (benefit ? `but ${risk}` : risk), time].filter(Boolean).join(', ');
  const back = reversible === undefined ? '' : reversible ? 'can be undone' : 'cannot be undone';
  const rest = [worth, back].filter(Boolean).join(', ');
  return rest === '' ? text : `${text}: ${rest}`;
};

/** An option as typed into a form; empty fields stay out of the record. */
export interface OptionText {
  readonly text: string;
  readonly benefit: string;
  readonly risk: string;
  readonly time: string;
  readonly reversible: 'yes' | 'no' | null;
}

export const emptyOption: OptionText = { text: '', benefit: '', risk: '', time: '', reversible: null };

/** The options that say something. */
export const toOptions = (texts: readonly OptionText[]): readonly DecisionOption[] =>
  texts
    .filter(({ text }) => text.trim() !== '')
    .map(({ text, benefit, risk, time, reversible }) => ({
      text: text.trim(),
      ...(benefit.trim() ? { benefit: benefit.trim() } : {}),
      ...(risk.trim() ? { risk: risk.trim() } : {}),
      ...(time.trim() ? { time: time.trim() } : {}),
      ...(reversible === null ? {} : { reversible: reversible === 'yes' }),
    }));

/** Names or objections, parted by commas or semicolons, each once. */
export const toList = (text: string): readonly string[] => [
  ...new Set(
    text
      .split(/[,;]/)
      .map((part) => part.trim())
      .filter(Boolean),
  ),
];

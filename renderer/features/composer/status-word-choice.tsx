import { IconLock } from '@tabler/icons-react';
import { Segmented } from '../../ui/segmented.tsx';
import { type StatusOption, statusWordIn, withStatusWord } from './status-words.ts';

interface StatusWordChoiceProps {
  readonly statuses: readonly StatusOption[];
  readonly text: string;
  readonly onChange: (text: string) => void;
  readonly readOnly: string | undefined;
}

/** The word that the public text begins with; one that the record does not bear out is locked, with the reason. */
export const StatusWordChoice = ({ statuses, text, onChange, readOnly }: StatusWordChoiceProps) => (
  <>
    <span className="dim2 t12">Status word</span>
    <Segmented
      label="Public status word"
      look="boxed"
      offer="Public status word"
      onChange={(chosen) => onChange(withStatusWord(text, chosen))}
      options={statuses.map((option) => ({
        id: option.word,
        label: option.word,
        unavailable: readOnly ?? option.locked,
        icon: option.locked === undefined ? undefined : <IconLock stroke={1.75} />,
      }))}
      value={statusWordIn(text) ?? null}
    />
  </>
);

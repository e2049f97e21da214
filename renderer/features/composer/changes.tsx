import { useMemo } from 'react';
import { formatClock } from '../../../shared/kernel/zone.ts';
import { type DiffPart, type DiffRow, diffSentences } from '../../../shared/updates/diff.ts';
import type { UpdateSent } from '../../../shared/updates/updates-events.ts';
import { Mono } from '../../ui/mono.tsx';
import styles from './changes.module.css';

interface ChangesProps {
  readonly last: UpdateSent;
  readonly text: string;
  readonly zone: string;
}

/** What this text says that the last one did not, in signs, strokes and underlines: it reads without colour. */
export const Changes = ({ last, text, zone }: ChangesProps) => {
  const rows = useMemo(() => diffSentences(last.text, text), [last.text, text]);
  return (
    <section aria-label={`Changes since update ${last.n}`} className={styles.changes} data-region="" tabIndex={-1}>
      <header className={styles.head}>
        <h3>
          Changes since update {last.n}, sent{' '}
          <Mono dateTime={last.occurredAt}>{formatClock(last.occurredAt, zone)}</Mono>
        </h3>
        <span className="grow" />
        <span className={`t12 ${styles.legend}`}>
          <del>removed</del> <ins>added</ins>
        </span>
      </header>
      <ul>
        {rows.map((row, index) => (
          <li className={styles.row} key={index}>
            <i aria-hidden="true">{signs[row.kind]}</i>
            <span>
              {row.parts.map((part, at) => (
                <Part key={at} part={part} />
              ))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
};

const signs: Readonly<Record<DiffRow['kind'], string>> = { same: '', removed: '-', added: '+', changed: '' };

const Part = ({ part: { kind, text } }: { readonly part: DiffPart }) =>
  kind === 'removed' ? <del>{text}</del> : kind === 'added' ? <ins>{text}</ins> : text;

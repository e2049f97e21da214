import type { LintReport } from '../../../shared/updates/lint.ts';
import type { Warning } from '../../../shared/updates/lint-check.ts';
import { type Dialog, openDialog } from '../../state/view-store.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyLine } from '../../ui/empty-line.tsx';
import { Panel } from '../../ui/panel.tsx';
import { StateShape } from '../../ui/state-shape.tsx';
import { nothingToCheckWords } from './facts-in-draft.ts';
import styles from './side-panels.module.css';

interface ChecksPanelProps {
  readonly report: LintReport;
  /** How many facts of the text are not recorded. */
  readonly missing: number;
  readonly onFix: (warning: Warning) => void;
  readonly onShow: (warning: Warning) => void;
  readonly readOnly: string | undefined;
}

export const checkId = (number: number): string => `check-${number}`;

/** What wants a look before it goes out, each with a way to mend it. None of it stops anybody from sending. */
export const ChecksPanel = ({ report, missing, onFix, onShow, readOnly }: ChecksPanelProps) => (
  <Panel count={`${report.open.length} open, ${report.passed.length} passed`} heading="To check">
    {report.open.length === 0 ? <EmptyLine>{nothingToCheckWords(missing)}</EmptyLine> : null}
    <ol>
      {report.open.map((warning, index) => (
        <li
          className={styles.check}
          id={checkId(index + 1)}
          key={`${warning.code} ${warning.range?.start ?? ''}`}
          tabIndex={-1}
        >
          <span className={styles.checkNumber}>{index + 1}</span>
          <div>
            <p className={styles.checkWords}>{warning.message}</p>
            <div className={styles.checkActs}>
              {warning.fix ? (
                <Button
                  offer={`Check ${index + 1}, ${warning.fix.label}`}
                  onPress={() => onFix(warning)}
                  size="small"
                  unavailable={readOnly}
                >
                  {warning.fix.label}
                </Button>
              ) : null}
              {warning.range && warning.range.end > warning.range.start ? (
                <Button
                  offer={`Check ${index + 1}, show in the text`}
                  onPress={() => onShow(warning)}
                  size="small"
                  variant="ghost"
                >
                  Show in the text
                </Button>
              ) : null}
              <WayOut code={warning.code} number={index + 1} readOnly={readOnly} />
            </div>
          </div>
        </li>
      ))}
    </ol>
    <ul>
      {report.passed.map(({ code, words }) => (
        <li className={styles.passed} key={code}>
          <StateShape kind="done" />
          {words}
        </li>
      ))}
    </ul>
  </Panel>
);

const ways: Readonly<Record<string, { readonly label: string; readonly dialog: Dialog }>> = {
  'reach-number': { label: 'State the reach', dialog: { name: 'impact' } },
  impact: { label: 'State the impact', dialog: { name: 'impact' } },
  'data-statement': { label: 'Make a data statement', dialog: { name: 'data-statement' } },
  'end-time': { label: 'Record a decision', dialog: { name: 'decision' } },
  'old-unknown': { label: 'Change the situation', dialog: { name: 'situation' } },
};

interface WayOutProps {
  readonly code: string;
  readonly number: number;
  readonly readOnly: string | undefined;
}

const WayOut = ({ code, number, readOnly }: WayOutProps) => {
  const way = ways[code];
  return way ? (
    <Button
      offer={`Check ${number}, ${way.label}`}
      onPress={() => openDialog(way.dialog)}
      size="small"
      unavailable={readOnly}
    >
      {way.label}
    </Button>
  ) : null;
};

import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { pir } from '../../../shared/review/pir.ts';
import { qualityChecks } from '../../../shared/review/quality-checks.ts';
import { currentInstant } from '../../state/clock.ts';
import { useIncident } from '../../state/incident-store.ts';
import { useView } from '../../state/view-store.ts';
import { classNames } from '../../ui/class-names.ts';
import { Notice } from '../../ui/notice.tsx';
import { ActionsPanel } from './actions-panel.tsx';
import { ChecksPanel } from './checks-panel.tsx';
import { EntryPicker } from './entry-picker.tsx';
import { FactorsPanel } from './factors-panel.tsx';
import { openWriting, writing } from './live-writing.ts';
import { MinuteTicker, wholeMinute } from './minute-ticker.tsx';
import { outlineRows } from './outline.ts';
import { OutlinePanel } from './outline-panel.tsx';
import { Preview } from './preview.tsx';
import { ReviewHeader } from './review-header.tsx';
import { ReviewNextBar } from './review-next-bar.tsx';
import styles from './review-screen.module.css';
import { useReviewView } from './review-view.ts';
import { SectionEditor } from './section-editor.tsx';
import { setShownOutline } from './shown-outline.ts';
import { useReviewSource } from './use-review-source.ts';

interface ReviewScreenProps {
  /** The line at the foot of every screen. */
  readonly status: ReactNode;
}

/** The post-incident review: outline and gate, the text being written, and the document as it will read. */
export const ReviewScreen = ({ status }: ReviewScreenProps) => {
  const incident = useIncident((open) => open.id);
  const readOnly = useIncident((open) => open.readOnly);
  const [minute, setMinute] = useState(() => wholeMinute(currentInstant()));
  // The one that needs what this screen has computed; all others are drawn beside the screens.
  const dialog = useView((view) => view.dialog);
  const isPreviewing = useReviewView((view) => view.isPreviewing);
  const source = useReviewSource(minute);
  const rows = useMemo(() => outlineRows(pir(source)), [source]);
  const checks = useMemo(() => qualityChecks(source), [source]);

  useEffect(() => {
    void openWriting(incident);
    return () => {
      void writing.recordAll();
    };
  }, [incident]);
  useEffect(() => setShownOutline(rows), [rows]);

  return (
    <div className={classNames(styles.screen, isPreviewing && styles.previewing)}>
      <MinuteTicker onMinute={setMinute} />
      <ReviewHeader />
      <ReviewNextBar checks={checks} now={minute} rows={rows} />
      {readOnly === null ? null : <Notice tone="read-only">{readOnly}</Notice>}
      <div className={styles.columns}>
        <div className={styles.side}>
          <OutlinePanel rows={rows} />
          <ChecksPanel checks={checks} />
        </div>
        <main className={styles.middle}>
          <SectionEditor source={source} />
          <FactorsPanel />
          <ActionsPanel now={minute} />
        </main>
        <Preview source={source} />
      </div>
      {status}
      {dialog?.name === 'pick-entry' ? <EntryPicker source={source} /> : null}
    </div>
  );
};

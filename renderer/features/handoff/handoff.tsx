import { IconPrinter } from '@tabler/icons-react';
import { type ReactNode, useMemo } from 'react';
import { projectBrief } from '../../../shared/incident/brief.ts';
import { offeredRisks, risksToReadBack } from '../../../shared/incident/handoff-risks.ts';
import { countOf } from '../../../shared/kernel/words.ts';
import { formatClock, formatDate } from '../../../shared/kernel/zone.ts';
import { useZone } from '../../state/app-store.ts';
import { useNow } from '../../state/clock.ts';
import { useIncident } from '../../state/incident-store.ts';
import { leaveWorkspace } from '../../state/view-store.ts';
import { Button } from '../../ui/button.tsx';
import { Mono } from '../../ui/mono.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PrintArea } from '../../ui/print-area.tsx';
import { Acceptance } from './acceptance.tsx';
import { BriefPaper } from './brief-paper.tsx';
import styles from './handoff.module.css';

interface HandoffProps {
  readonly role: string;
  /** The entry line, at the foot of the brief. */
  readonly entry: ReactNode;
}

/** The brief left, the four steps of the acceptance right. */
export const Handoff = ({ role, entry }: HandoffProps) => {
  const state = useIncident((open) => open.state);
  const playbook = useIncident((open) => open.playbook);
  const readOnly = useIncident((open) => open.readOnly) ?? undefined;
  const zone = useZone();
  const now = useNow();
  const brief = useMemo(() => projectBrief(state, playbook, role, now), [state, playbook, role, now]);
  const isOffered = brief.offer !== undefined && brief.offer.state !== 'cancelled';
  const to = isOffered ? brief.offer?.event.to : undefined;
  const from = (isOffered ? brief.offer?.event.from : undefined) || brief.holder;
  const risks = isOffered
    ? (brief.offer?.event.risks ?? [])
    : offeredRisks(state, playbook, role, { now, zone }).slice(0, risksToReadBack);
  return (
    <div className={styles.columns}>
      <main aria-label="Hand-off brief" className={styles.brief}>
        <section aria-label="Brief" className={styles.paper} data-region="" tabIndex={-1}>
          <PrintArea>
            <header className={styles.head}>
              <h2>{to === undefined ? 'Brief' : `Brief for ${to}`}</h2>
              <span className={styles.from}>
                {from === undefined ? '' : `from ${from}, `}as of{' '}
                <Mono dateTime={now}>{formatClock(now, zone, true)}</Mono>.
                <span className={styles.built}> Built from {countOf(brief.events, 'event')}; nothing typed twice.</span>
              </span>
              <span className={styles.printed}>
                {brief.name}: {brief.title}, {formatDate(now, zone)}
              </span>
              <span className="grow" />
              <span className={styles.buttons} data-print-hidden="">
                <Button onPress={leaveWorkspace} size="small" variant="ghost" keys="Esc">
                  Back to the timeline
                </Button>
                <Button icon={<IconPrinter stroke={1.75} />} keys="Ctrl P" onPress={() => window.print()} size="small">
                  Print
                </Button>
              </span>
            </header>
            <BriefPaper brief={brief} now={now} risks={risks} zone={zone} />
          </PrintArea>
        </section>
        <div className={styles.entry}>{entry}</div>
      </main>
      <aside aria-label="Acceptance" className={styles.acceptance} data-region="" tabIndex={-1}>
        {readOnly === undefined ? null : <Notice tone="read-only">{readOnly}</Notice>}
        <Acceptance brief={brief} readOnly={readOnly} zone={zone} />
      </aside>
    </div>
  );
};

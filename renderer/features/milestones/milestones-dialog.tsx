import type { Instant } from '../../../shared/kernel/instant.ts';
import { formatClock, formatDate } from '../../../shared/kernel/zone.ts';
import { currentClaim } from '../../../shared/lifecycle/current-claim.ts';
import { type Milestone, milestones, milestoneWords } from '../../../shared/lifecycle/lifecycle.ts';
import type { MilestoneClaim } from '../../../shared/lifecycle/lifecycle-state.ts';
import { projectMetricRecord } from '../../../shared/lifecycle/metric-record.ts';
import { validate } from '../../../shared/lifecycle/validate.ts';
import { useZone } from '../../state/app-store.ts';
import { currentInstant } from '../../state/clock.ts';
import { useIncident } from '../../state/incident-store.ts';
import { closeDialog, openDialog } from '../../state/view-store.ts';
import { Button } from '../../ui/button.tsx';
import { DialogFrame } from '../../ui/dialog-frame.tsx';
import { Mono } from '../../ui/mono.tsx';
import { Notice } from '../../ui/notice.tsx';
import styles from './milestones.module.css';

/** Every milestone with all that was ever claimed of it; what no longer counts stays, struck through. */
export const MilestonesDialog = () => (
  <DialogFrame
    cancelLabel="Close"
    intro="All claims stay; the last one counts."
    onCancel={closeDialog}
    title="Milestones"
    width="wide"
  >
    <Issues />
    <ul>
      {milestones.map((milestone) => (
        <MilestoneRow key={milestone} milestone={milestone} />
      ))}
    </ul>
  </DialogFrame>
);

/** What cannot be as it stands, with what to do: such figures are left out of every statistic until then. */
const Issues = () => {
  const state = useIncident((open) => open.state);
  const issues = validate(projectMetricRecord(state.id, state.lifecycle), currentInstant());
  return issues.map(({ code, message }) => (
    <Notice key={`${code}:${message}`} tone="warn">
      {message}
    </Notice>
  ));
};

const MilestoneRow = ({ milestone }: { readonly milestone: Milestone }) => {
  const lifecycle = useIncident((open) => open.state.lifecycle);
  const readOnly = useIncident((open) => open.readOnly) ?? undefined;
  const current = currentClaim(lifecycle, milestone);
  const claims = lifecycle.claims.get(milestone) ?? [];
  const skipped = lifecycle.skipped.get(milestone);
  const word = milestoneWords[milestone];
  return (
    <li className={styles.milestone}>
      <b className={styles.word}>{word}</b>
      <div className={styles.claims}>
        {claims.map((claim) => (
          <Claim claim={claim} isCurrent={claim === current} key={claim.event} />
        ))}
        {current ? null : <p className="dim2">{skipped ? `Skipped: ${skipped.reason}` : 'Not reached'}</p>}
      </div>
      <div className={styles.buttons}>
        {current ? (
          <>
            <Button
              label={`Correct ${word}`}
              onPress={() => openDialog({ name: 'correct-milestone', milestone })}
              size="small"
              unavailable={readOnly}
            >
              Correct
            </Button>
            <Button
              label={`Take back ${word}`}
              onPress={() => openDialog({ name: 'withdraw', event: current.event })}
              size="small"
              unavailable={readOnly}
            >
              Take back
            </Button>
          </>
        ) : (
          <Button
            label={`Reach ${word}`}
            onPress={() => openDialog({ name: 'milestone', milestone })}
            size="small"
            unavailable={readOnly}
          >
            Reach
          </Button>
        )}
      </div>
    </li>
  );
};

const Claim = ({ claim, isCurrent }: { readonly claim: MilestoneClaim; readonly isCurrent: boolean }) => {
  const zone = useZone();
  const inFull = (at: Instant) => `${formatDate(at, zone)} ${formatClock(at, zone, true)}`;
  const figure = <Mono dateTime={claim.at}>{inFull(claim.at)}</Mono>;
  const remarks = [
    claim.estimated ? 'estimated' : '',
    claim.range ? `between ${inFull(claim.range.earliest)} and ${inFull(claim.range.latest)}` : '',
    claim.ended ? `${endWords[claim.ended.how]} ${formatClock(claim.ended.at, zone)}: ${claim.ended.reason}` : '',
    claim.reason ?? '',
    claim.evidence.join('; '),
    `recorded ${formatClock(claim.recordedAt, zone)} by ${claim.by}`,
  ].filter(Boolean);
  return (
    <div>
      {isCurrent ? figure : <s>{figure}</s>} <span className="dim2 t12">{remarks.join(' · ')}</span>
    </div>
  );
};

const endWords = {
  'withdraw-diagnosis': 'diagnosis withdrawn',
  'fix-failed': 'fix failed',
  relapse: 'relapse',
} as const;

import { useMemo } from 'react';
import { phaseWords } from '../../../shared/incident/words.ts';
import { formatDuration } from '../../../shared/kernel/duration.ts';
import { formatClock } from '../../../shared/kernel/zone.ts';
import { type NextMilestone, nextMilestone } from '../../../shared/lifecycle/next-milestone.ts';
import { type PhaseStep, phaseSteps } from '../../../shared/lifecycle/phase-steps.ts';
import { useZone } from '../../state/app-store.ts';
import { previewAsking } from '../../state/asking.ts';
import { useNow } from '../../state/clock.ts';
import { useIncident } from '../../state/incident-store.ts';
import { openDialog } from '../../state/view-store.ts';
import { Button } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { Mono } from '../../ui/mono.tsx';
import { StateShape } from '../../ui/state-shape.tsx';
import { missedWords } from './missed-words.ts';
import { nextMilestoneWords } from './next-milestone-words.ts';
import styles from './phase-stepper.module.css';

/** The way through the incident, and at its end the button for the next milestone. */
export const PhaseStepper = () => {
  const lifecycle = useIncident((open) => open.state.lifecycle);
  const zone = useZone();
  // Passed steps are the same at any later moment, and the running one shows since when, so no second needs to redraw it.
  const steps = useMemo(
    () => phaseSteps(lifecycle, lifecycle.phaseVisits.at(-1)?.until ?? previewAsking().now),
    [lifecycle],
  );
  return (
    <section aria-label="Phases">
      <ol className={styles.steps}>
        {steps.map((step) => (
          <Step key={step.step} step={step} zone={zone} />
        ))}
        <li className={styles.act}>
          <NextMilestoneButton />
        </li>
      </ol>
    </section>
  );
};

const Step = ({ step, zone }: { readonly step: PhaseStep; readonly zone: string }) => {
  const missed = missedWords(step);
  return (
    <li
      aria-current={step.state === 'now' ? 'step' : undefined}
      className={classNames(styles.step, step.state === 'ahead' && styles.ahead)}
    >
      {step.state === 'passed' ? <StateShape kind="done" /> : null}
      {missed === undefined ? null : <StateShape kind={step.isSkipped ? 'missing' : 'waiting'} />}
      <b>{step.step === 'failure' ? 'Failure' : phaseWords[step.step]}</b>
      {step.state === 'passed' ? <span className="sr">passed</span> : null}
      {missed === undefined ? null : <span className={styles.missed}>{missed}</span>}
      {step.state === 'passed' && step.ms !== undefined ? (
        <Mono className={styles.length}>{formatDuration(step.ms)}</Mono>
      ) : null}
      {step.since ? (
        <Mono className={styles.length} dateTime={step.since}>
          since {formatClock(step.since, zone)}
        </Mono>
      ) : null}
    </li>
  );
};

const NextMilestoneButton = () => {
  const lifecycle = useIncident((open) => open.state.lifecycle);
  const settings = useIncident((open) => open.playbook.settings);
  const readOnly = useIncident((open) => open.readOnly);
  const zone = useZone();
  const now = useNow();
  const next: NextMilestone | undefined = nextMilestone(lifecycle, settings, { ...previewAsking(), now });
  if (!next) return null;
  const words = nextMilestoneWords(next, zone);
  return (
    <Button
      isDashed={next.asksReason}
      keys="Alt M"
      onPress={() => openDialog({ name: 'milestone', milestone: next.milestone })}
      size="small"
      title={words.title}
      unavailable={readOnly ?? undefined}
    >
      {words.label}
    </Button>
  );
};

import { useEffect } from 'react';
import { useApp } from '../../state/app-store.ts';
import { hideCapture, listenForIncident, showConsole, useMeantIncident } from '../../state/capture.ts';
import { listenForCommits, openIncident } from '../../state/incident-store.ts';
import { Button } from '../../ui/button.tsx';
import styles from './capture.module.css';
import { CaptureContext } from './capture-context.tsx';
import { CaptureLine } from './capture-line.tsx';
import { incidentMeant } from './incident-meant.ts';

/** One line over anything, for the incident that the console has open. Expects `startApp` to have been called. */
export const CaptureWindow = () => {
  const meant = useMeantIncident();
  const incidents = useApp((app) => app.incidents);
  const target = incidentMeant(meant, incidents ?? []);
  useEffect(() => listenForIncident(), []);
  useEffect(() => listenForCommits(), []);
  useEffect(() => {
    if (target) void openIncident(target.id);
  }, [target?.id]);
  return (
    <main aria-label="Capture" className={styles.window}>
      <h1 className="sr">Capture</h1>
      {target ? <CaptureLine incident={target.id} key={target.id} /> : <NothingOpen />}
      <CaptureContext incident={target} />
    </main>
  );
};

const NothingOpen = () => {
  useEffect(() => {
    const leave = ({ key }: KeyboardEvent) => {
      if (key === 'Escape') hideCapture();
    };
    window.addEventListener('keydown', leave);
    return () => window.removeEventListener('keydown', leave);
  }, []);
  return (
    <div className={styles.nothing}>
      <p>No incident is open, so there is nothing to record into. Declare or open one in the console.</p>
      <Button autoFocus onPress={showConsole} variant="primary">
        Open the console
      </Button>
    </div>
  );
};

import type { IncidentSummary } from '../../../shared/incident/summary.ts';
import { useNow } from '../../state/clock.ts';
import { openIncident } from '../../state/incident-store.ts';
import { showScreen } from '../../state/view-store.ts';
import { Button } from '../../ui/button.tsx';
import { StateShape } from '../../ui/state-shape.tsx';
import { libraryHeadline } from './library-headline.ts';
import styles from './library-screen.module.css';
import { ListNote } from './list-note.tsx';

interface LibraryBannerProps {
  /** Missing while nothing is known of any. */
  readonly incidents: readonly IncidentSummary[] | undefined;
}

/** The one thing to do here: go back to what is running or not finished, or know that nothing is. */
export const LibraryBanner = ({ incidents }: LibraryBannerProps) => {
  const { kind, what, why, goOn } = libraryHeadline(incidents, useNow());
  return (
    <section aria-label="Next" className={styles.banner}>
      <StateShape kind={kind} size="large" />
      <div>
        <p className={styles.what}>{what}</p>
        <p className={styles.why}>
          {why} <ListNote />
        </p>
      </div>
      {goOn === undefined ? null : (
        <Button
          offer={`Go on: ${what}`}
          onPress={() => {
            void openIncident(goOn.incident.id).then((isOpen) => {
              if (isOpen) showScreen(goOn.screen);
            });
          }}
          size="large"
        >
          Go on
        </Button>
      )}
    </section>
  );
};

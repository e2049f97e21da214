import { useEffect } from 'react';
import styles from './app.module.css';
import { DueWatch } from './features/alarm/due-watch.tsx';
import { LibraryScreen } from './features/library/library-screen.tsx';
import { StatusLine } from './features/status/status-line.tsx';
import { Dialogs } from './shell/dialogs.tsx';
import { ConsoleScreen, ContactsScreen, ReviewScreen } from './shell/parts.ts';
import { ScreenGuard } from './shell/screen-guard.tsx';
import { useTheme } from './shell/use-theme.ts';
import { useApp } from './state/app-store.ts';
import { tellIncident } from './state/capture.ts';
import { useIncidentStore } from './state/incident-store.ts';
import { dismissMishap, tellMishap, useMishap } from './state/mishaps.ts';
import { closeDialog, useView } from './state/view-store.ts';
import { Button } from './ui/button.tsx';
import { Notice } from './ui/notice.tsx';

/** The console's window: one screen at a time, at most one dialog over it. */
export const App = () => {
  const isKnown = useApp(({ info }) => info !== undefined);
  const failure = useApp((app) => app.failure);
  const screen = useView((view) => view.screen);
  const dialog = useView((view) => view.dialog?.name ?? '');
  useTheme();
  useMeantIncident();
  if (!isKnown) return failure ? <Notice tone="error">{failure.sentence}</Notice> : null;
  return (
    <>
      <div className={styles.page}>
        <MishapNotice />
        <ScreenGuard name={screen}>
          <CurrentScreen />
        </ScreenGuard>
      </div>
      <ScreenGuard name={dialog} onFailed={giveUpDialog}>
        <Dialogs />
      </ScreenGuard>
      <DueWatch />
    </>
  );
};

const giveUpDialog = (bug: unknown): void => {
  closeDialog();
  tellMishap(bug);
};

/** A mistake that no screen has caught: told until somebody has read it. */
const MishapNotice = () => {
  const mishap = useMishap();
  if (mishap === undefined) return null;
  return (
    <Notice
      action={
        <Button onPress={dismissMishap} size="small">
          I have read it
        </Button>
      }
      tone="error"
    >
      {mishap}
    </Notice>
  );
};

const CurrentScreen = () => {
  const screen = useView((view) => view.screen);
  const isOpen = useIncidentStore(({ open }) => open !== undefined);
  if (screen === 'console' && isOpen) return <ConsoleScreen />;
  if (screen === 'review' && isOpen) return <ReviewScreen status={<StatusLine />} />;
  return (
    <>
      {screen === 'contacts' ? <ContactsScreen /> : <LibraryScreen />}
      <StatusLine />
    </>
  );
};

/** The title bar, and the capture window, name the incident that is open here. */
const useMeantIncident = (): void => {
  const id = useIncidentStore(({ open }) => open?.id ?? null);
  const title = useIncidentStore(({ open }) => open?.state.lifecycle.title ?? '');
  useEffect(() => tellIncident(id, title), [id, title]);
};

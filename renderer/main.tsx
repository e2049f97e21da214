import './bridge/trusted-types.ts';
import '@fontsource-variable/inter';
import '@fontsource-variable/jetbrains-mono';
import './styles/tokens.css';
import './styles/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { CaptureApp } from './shell/capture-app.tsx';
import { keepKeysForDialog } from './shell/keep-keys-for-dialog.ts';
import { listenForKeys } from './shell/listen-for-keys.ts';
import { fetchConsole, fetchParts } from './shell/parts.ts';
import { startApp } from './state/app-store.ts';
import { listenForClosing } from './state/closing.ts';
import { listenForCommits } from './state/incident-store.ts';
import { rememberPlaces } from './state/last-place.ts';
import { listenForMishaps } from './state/mishaps.ts';
import { listenForOffers } from './state/places.ts';
import { findPlaceToResume, resumePlace, watchForReaching } from './state/resume.ts';
import { listenForLeftForms } from './state/typed-store.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
listenForMishaps();
listenForClosing();
const isCapture = new URLSearchParams(location.search).get('window') === 'capture';
if (!isCapture) {
  listenForKeys();
  keepKeysForDialog(root);
}
createRoot(root).render(<StrictMode>{isCapture ? <CaptureApp /> : <App />}</StrictMode>);

listenForCommits();
if (!isCapture) {
  watchForReaching();
  rememberPlaces();
  listenForOffers();
  listenForLeftForms();
}
void startApp().then(async () => {
  if (!isCapture) {
    const place = findPlaceToResume();
    if (place) {
      // Before the console is shown, so that it is drawn at once.
      if (place.screen === 'console') await fetchConsole();
      await resumePlace(place);
    }
  }
  void untilPainted().then(() => {
    // Usable from here on: the start script and the end-to-end tests wait for this mark.
    document.documentElement.dataset.ready = 'true';
  });
  // A window that is closed meanwhile gets no more code. Whoever needs a part that is missing asks for it again.
  if (!isCapture) requestIdleCallback(() => void fetchParts().catch(() => undefined));
});

/**
 * Settles once there is something to see, in a window that nobody can see not before: Chromium throws away what is pressed
 * before a page has painted.
 */
function untilPainted(): Promise<void> {
  return new Promise((resolve) => {
    new PerformanceObserver((painted, observer) => {
      if (painted.getEntriesByName('first-contentful-paint').length === 0) return;
      observer.disconnect();
      resolve();
    }).observe({ type: 'paint', buffered: true });
  });
}

import { useEffect, useState } from 'react';
import { request } from './bridge/bridge.ts';

export function App() {
  const [version, setVersion] = useState<string>();
  useEffect(() => {
    void request('app:info', null).then((reply) => {
      if (!reply.ok) return;
      setVersion(reply.value.version);
      // Usable from here on: the start script and the end-to-end tests wait for this mark.
      document.documentElement.dataset.ready = 'true';
    });
  }, []);
  return (
    <main>
      <h1>Holdfast</h1>
      <p>{version === undefined ? 'Starting …' : `Version ${version}`}</p>
    </main>
  );
}

import { SideText } from '../../ui/side-text.tsx';

/** Copies that no program here can take back, so that nobody believes they are gone. */
export const OutOfReach = () => (
  <SideText>
    <h3>Out of reach from here</h3>
    <ul>
      <li>Updates that were sent, mail, chat, screenshots, printed paper.</li>
      <li>Exports that were written into other folders.</li>
      <li>Bundles, backups, and a mirror folder that is not connected here now.</li>
      <li>Other devices, until they have this redaction.</li>
      <li>An entry that was moved: redact it in the other incident too.</li>
    </ul>
  </SideText>
);

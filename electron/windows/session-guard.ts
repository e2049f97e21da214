import type { App, Session } from 'electron';
import { appOrigin } from './app-scheme.ts';

/** Addresses that never leave the machine. `devtools:` is the built-in inspector of unpackaged runs. */
const localSchemes = new Set(['app:', 'blob:', 'data:', 'devtools:']);
/** The one permission the product needs: "Copy update" puts rich and plain text on the clipboard. */
const allowedPermission = 'clipboard-sanitized-write';

/** Must run before the app is ready: keeps Chromium's own services (updates, field trials, probes) off the network. */
export function keepChromiumOffline(app: App): void {
  app.commandLine.appendSwitch('disable-background-networking');
  app.commandLine.appendSwitch('disable-component-update');
  app.commandLine.appendSwitch('disable-domain-reliability');
  app.commandLine.appendSwitch('no-pings');
  // Nothing can be resolved: a request that slipped through everything else would still ask no name server.
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
}

/** Makes a session deaf and mute: no network, no device, no permission but writing sanitised text to the clipboard. */
export async function guardSession(session: Session): Promise<void> {
  session.webRequest.onBeforeRequest((details, respond) => {
    respond({ cancel: !localSchemes.has(new URL(details.url).protocol) });
  });
  session.setPermissionRequestHandler((_contents, permission, respond, details) => {
    respond(permission === allowedPermission && originOf(details.requestingUrl) === appOrigin);
  });
  session.setPermissionCheckHandler(
    (_contents, permission, origin) => permission === allowedPermission && originOf(origin) === appOrigin,
  );
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, respond) => respond({}));
  session.on('will-download', (event) => event.preventDefault());
  // Spelling dictionaries would be fetched from a content network.
  session.setSpellCheckerEnabled(false);
  session.setSpellCheckerLanguages([]);
  // A port on which nobody listens: what got past the handler above ends there.
  await session.setProxy({ mode: 'fixed_servers', proxyRules: '127.0.0.1:9' });
}

/** Unlike URL.origin, which is "null" for schemes it does not know. */
function originOf(address: string): string | undefined {
  const url = URL.parse(address);
  return url === null ? undefined : `${url.protocol}//${url.host}`;
}

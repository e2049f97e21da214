import { IconShieldCheck, IconWifiOff } from '@tabler/icons-react';
import { type ReactNode, useEffect, useMemo } from 'react';
import { projectConflicts } from '../../../shared/incident/conflicts.ts';
import { probeLibrary, recordInAnotherFolder, useApp } from '../../state/app-store.ts';
import { type OpenIncident, useIncidentStore } from '../../state/incident-store.ts';
import type { MirrorStatus } from '../../state/places.ts';
import { copyUnrecorded } from '../../state/unrecorded.ts';
import { announce, openDialog, useView } from '../../state/view-store.ts';
import { classNames } from '../../ui/class-names.ts';
import { KeyCap } from '../../ui/key-cap.tsx';
import { LiveRegion } from '../../ui/live-region.tsx';
import { Mono } from '../../ui/mono.tsx';
import { mirrorWords } from './mirror-words.ts';
import { recordWords, type ShownRecord } from './record-words.ts';
import { Said } from './said.tsx';
import styles from './status-line.module.css';

/** One grey line: is everything on the disk, where does it lie, and the key to all keys. */
export const StatusLine = () => {
  const library = useApp((app) => app.info?.library);
  const device = useApp((app) => app.info?.identity.device);
  const open = useIncidentStore((store) => store.open);
  const announcement = useView((view) => view.announcement);
  // The library lists all incidents: what is said of one belongs to a screen that shows it.
  const shown = useView((view) => view.screen) === 'library' ? undefined : open;
  const readOnly = shown?.readOnly ?? library?.readOnly ?? null;
  const isUnwritable = library !== undefined && library.readOnly !== null;
  // A disk that hangs says nothing: the words can leave by the clipboard before anybody knows what it has.
  const pending = open?.pending ?? [];
  const isLate = pending.some((command) => command.isLate);
  // The library's own screen shows all of them in full; here is where they are seen during an incident.
  const notice = shown ? library?.notices[0] : undefined;
  useEffect(() => {
    if (notice) announce(notice, 'refused');
  }, [notice]);
  return (
    <footer className={styles.line}>
      <span className={styles.item}>
        <IconShieldCheck aria-hidden="true" size="0.75rem" stroke={1.75} />
        <RecordState
          isUnwritable={isUnwritable}
          pending={pending.length}
          shown={shown && { events: shown.state.log.length }}
        />
      </span>
      {/* Why stands where there is room for a sentence: in the place of the entry line, and above the list. */}
      {readOnly === null ? null : (
        <b className={styles.readOnly} title={readOnly}>
          Read only
        </b>
      )}
      {isUnwritable ? (
        <>
          <button className={styles.problem} onClick={() => void probeLibrary()} type="button">
            Try again
          </button>
          <button className={styles.problem} onClick={() => void recordInAnotherFolder()} type="button">
            Record in another folder
          </button>
        </>
      ) : null}
      {readOnly !== null || isLate ? (
        <button className={styles.problem} onClick={() => void copyUnrecorded()} type="button">
          Copy everything unrecorded
        </button>
      ) : null}
      <div className={styles.rest}>
        {shown?.state.head ? (
          <Item label="Chain head">
            <Mono>{headText(shown.state.head)}</Mono>
          </Item>
        ) : null}
        {shown && shown.problems.length > 0 ? (
          <button className={styles.problem} onClick={() => openDialog({ name: 'verify' })} type="button">
            {shown.problems.length === 1
              ? 'One place cannot be read'
              : `${shown.problems.length} places cannot be read`}
          </button>
        ) : null}
        {shown ? <Conflicts open={shown} /> : null}
        {library ? (
          <Item label="In folder">
            <span className={styles.folder} title={library.folder}>
              {lastFolder(library.folder)}
            </span>
          </Item>
        ) : null}
        {library?.mirror ? <MirrorItem mirror={library.mirror} /> : null}
        {notice ? (
          <b className={styles.readOnly} title={notice}>
            {notice}
          </b>
        ) : null}
        {device ? (
          <Item label="This device">
            <Mono>{device}</Mono>
          </Item>
        ) : null}
        <span className={styles.item}>
          <IconWifiOff aria-hidden="true" size="0.75rem" stroke={1.75} />
          No network. Nothing here needs one.
        </span>
        <Said announcement={announcement} />
      </div>
      <button className={styles.keys} onClick={() => openDialog({ name: 'keys' })} type="button">
        <KeyCap keys="Alt /" /> all keys
      </button>
      <LiveRegion message={announcement.text} serial={announcement.n} />
    </footer>
  );
};

const Item = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  <span className={styles.item}>
    {label} {children}
  </span>
);

/** Their rows may be out of sight, and a filter may hide them. */
const Conflicts = ({ open: { state, playbook } }: { readonly open: OpenIncident }) => {
  const count = useMemo(() => projectConflicts(state, playbook).length, [state, playbook]);
  return count === 0 ? null : (
    <button className={styles.problem} onClick={() => openDialog({ name: 'conflicts' })} type="button">
      {count === 1 ? 'One conflict' : `${count} conflicts`}
    </button>
  );
};

const MirrorItem = ({ mirror }: { readonly mirror: MirrorStatus }) => {
  const words = mirrorWords(mirror);
  const isTrouble = mirror.kind === 'unreachable' || mirror.why !== null;
  return (
    <span className={classNames(styles.mirror, isTrouble && styles.readOnly)} title={`${words} (${mirror.folder})`}>
      {words}
    </span>
  );
};

interface RecordStateProps {
  readonly pending: number;
  readonly shown: ShownRecord | undefined;
  readonly isUnwritable: boolean;
}

const RecordState = ({ pending, shown, isUnwritable }: RecordStateProps) => {
  const words = recordWords(pending, shown, isUnwritable);
  return pending > 0 ? <b>{words}</b> : words;
};

const headText = (sum: string) => `${sum.slice(0, 4)} ${sum.slice(4, 8)}`;
const lastFolder = (path: string) => path.split(/[\\/]/).filter(Boolean).at(-1) ?? path;

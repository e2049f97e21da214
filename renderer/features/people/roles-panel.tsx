import { useMemo } from 'react';
import { formatDuration, hoursToMs } from '../../../shared/kernel/duration.ts';
import { addMs, elapsedMs, type Instant } from '../../../shared/kernel/instant.ts';
import { formatClock } from '../../../shared/kernel/zone.ts';
import { currentSeverity } from '../../../shared/lifecycle/severity.ts';
import { initialsOf } from '../../../shared/roles/initials.ts';
import { type RoleHolder, roleHolders } from '../../../shared/roles/role-holders.ts';
import { roleWarnings } from '../../../shared/roles/role-warnings.ts';
import { busyPeople } from '../../../shared/timeline/tasks.ts';
import { useZone } from '../../state/app-store.ts';
import { useTyper } from '../../state/asking.ts';
import { useNow } from '../../state/clock.ts';
import { useIncident } from '../../state/incident-store.ts';
import { openDialog, showSidePanel, useView } from '../../state/view-store.ts';
import { Button } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { FoldingPanel } from '../../ui/folding-panel.tsx';
import { Mono } from '../../ui/mono.tsx';
import { StateShape } from '../../ui/state-shape.tsx';
import styles from './people.module.css';
import { holderWords } from './people-words.ts';

/** Who does what, since when; open roles say who holds their duties. */
export const RolesPanel = () => {
  const roles = useIncident((open) => open.state.roles);
  const playbook = useIncident((open) => open.playbook);
  const isOpen = useView(({ sidePanel }) => sidePanel === 'roles');
  const typer = useTyper();
  const zone = useZone();
  const holders = useMemo(() => roleHolders(roles, playbook), [roles, playbook]);
  const filled = holders.filter(({ how }) => how === 'held').length;
  const present = roles.roster.filter(({ leftAt }) => leftAt === undefined).length;
  const commander = holders.find(({ role, how }) => role === 'ic' && how === 'held');
  // Of an incident that is over nobody has to be named or relieved.
  const isUnderWay = useIncident(({ state: { lifecycle } }) => isOpenOrRestored(lifecycle.status));
  const count = `${filled} of ${holders.length} filled`;
  return (
    <FoldingPanel
      action={
        commander?.since && isUnderWay ? (
          <ReliefTime hours={playbook.settings.handoffHours} since={commander.since} zone={zone} />
        ) : null
      }
      count={count}
      foldLabel={`Roles, ${count}`}
      heading="Roles"
      isOpen={isOpen}
      name="Roles"
      onToggle={() => showSidePanel(isOpen ? undefined : 'roles')}
      rail={<RolesRail commander={commander} filled={filled} total={holders.length} />}
      tab={`Roles ${filled} of ${holders.length}`}
    >
      <ul>
        {holders.map((holder) => (
          <RoleRow holder={holder} key={holder.role} typer={typer} />
        ))}
      </ul>
      {isUnderWay ? <RoleWarnings /> : null}
      <div className={styles.foot}>
        <Button keys="Alt P" onPress={() => openDialog({ name: 'roster' })} size="small" variant="ghost">
          {present === 1 ? '1 person here' : `${present} people here`}
        </Button>
      </div>
    </FoldingPanel>
  );
};

const isOpenOrRestored = (status: string): boolean => status === 'open' || status === 'restored';

const RoleRow = ({ holder, typer }: { readonly holder: RoleHolder; readonly typer: string }) => {
  const { name, rest } = holderWords(holder, typer);
  return (
    <li>
      <button
        className={classNames(styles.role, holder.how !== 'held' && styles.openRole)}
        onClick={() => openDialog({ name: 'role', role: holder.role })}
        type="button"
      >
        <span className={styles.roleName}>{holder.name}</span>
        <span className={styles.who}>
          {name === undefined ? null : rest.startsWith(', you') ? <b>{name}</b> : name}
          {rest}
        </span>
        {holder.how === 'held' && holder.since ? <Since since={holder.since} /> : null}
      </button>
    </li>
  );
};

const Since = ({ since }: { readonly since: Instant }) => {
  const now = useNow();
  return <Mono className={styles.since}>{formatDuration(Math.max(0, elapsedMs(since, now)))}</Mono>;
};

const ReliefTime = ({ since, hours, zone }: { since: Instant; hours: number; zone: string }) => {
  const at = addMs(since, hoursToMs(hours));
  return (
    <span>
      relief by <Mono dateTime={at}>{formatClock(at, zone)}</Mono>
    </span>
  );
};

/** What is unwise about who does what; warned, never refused. */
const RoleWarnings = () => {
  const state = useIncident((open) => open.state);
  const playbook = useIncident((open) => open.playbook);
  const now = useNow();
  const severity = currentSeverity(state.lifecycle)?.severity;
  const warnings = roleWarnings(state.roles, severity, playbook, now, busyPeople(state.timeline));
  if (warnings.length === 0) return null;
  return (
    <ul className={styles.warnings}>
      {warnings.map(({ code, person, role, message }) => (
        <li key={`${code}:${person ?? ''}:${role ?? ''}`}>
          <StateShape kind="invalid" />
          <span>{message}</span>
        </li>
      ))}
    </ul>
  );
};

const RolesRail = (props: { commander: RoleHolder | undefined; filled: number; total: number }) => (
  <>
    <span className={styles.initials}>{props.commander?.person ? initialsOf(props.commander.person) : 'nobody'}</span>
    <span className="dim2">command</span>
    {props.commander?.since ? <Since since={props.commander.since} /> : null}
    <span className={styles.railCount}>
      <b>
        {props.filled} of {props.total}
      </b>
      <span className="dim2">roles</span>
    </span>
  </>
);

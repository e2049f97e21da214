import { IconBooks, IconMoon, IconNotebook, IconPhone, IconSearch, IconSun } from '@tabler/icons-react';
import type { IncidentState } from '../../../shared/incident/incident-state.ts';
import { projectMetricRecord } from '../../../shared/lifecycle/metric-record.ts';
import { publicStatus } from '../../../shared/lifecycle/public-status.ts';
import { currentSeverity } from '../../../shared/lifecycle/severity.ts';
import { initialsOf } from '../../../shared/roles/initials.ts';
import { useApp } from '../../state/app-store.ts';
import { useTyper } from '../../state/asking.ts';
import { useIncident } from '../../state/incident-store.ts';
import { toggleTheme, useIsDark } from '../../state/theme.ts';
import { openDialog, showScreen } from '../../state/view-store.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { CommandButton } from './command-button.tsx';
import styles from './console-header.module.css';
import { HeaderClock } from './header-clock.tsx';
import { findSeverityWords } from './severity-words.ts';

/** Which incident this is, what outsiders read of it, who types, and the time. */
export const ConsoleHeader = () => {
  const state = useIncident((open) => open.state);
  const isDark = useIsDark();
  return (
    <header className={styles.header}>
      <IconButton
        icon={<IconBooks stroke={1.75} />}
        keys="Ctrl L"
        label="Library"
        onPress={() => showScreen('library')}
      />
      <SeverityBadge />
      <h1 className={styles.title} title={state.lifecycle.title}>
        <button className={styles.plain} onClick={() => openDialog({ name: 'details' })} type="button">
          {state.lifecycle.title}
        </button>
      </h1>
      {state.lifecycle.key === undefined ? null : <span className={`mono ${styles.id}`}>{state.lifecycle.key}</span>}
      <span className={styles.status}>
        <span className="dim2 t12">Public status</span> <b>{statusWord(state)}</b>
      </span>
      <span className="grow" />
      <Places />
      <Typing />
      <span className={styles.roomy}>
        <CommandButton />
        <Button
          icon={<IconSearch stroke={1.75} />}
          keys="Ctrl K"
          onPress={() => openDialog({ name: 'palette' })}
          size="small"
          variant="ghost"
        >
          Commands
        </Button>
      </span>
      <IconButton
        icon={isDark ? <IconSun stroke={1.75} /> : <IconMoon stroke={1.75} />}
        label={isDark ? 'Switch to light' : 'Switch to dark'}
        onPress={toggleTheme}
      />
      <HeaderClock />
    </header>
  );
};

/** Who do I call is the first question; it is one press away, with its word wherever there is room. */
const Places = () => (
  <span className={styles.places}>
    <Button
      icon={<IconPhone stroke={1.75} />}
      label="Contacts"
      onPress={() => showScreen('contacts')}
      size="small"
      title="Contacts (Ctrl Shift P)"
      variant="ghost"
    >
      <span className={styles.word}>Contacts</span>
    </Button>
    <Button
      icon={<IconNotebook stroke={1.75} />}
      label="Review"
      onPress={() => showScreen('review')}
      size="small"
      title="Review (Alt R)"
      variant="ghost"
    >
      <span className={classNames(styles.word, styles.second)}>Review</span>
    </Button>
  </span>
);

/** In whose name everything is recorded: the name, and where that has no room, its initials. */
const Typing = () => {
  const typer = useTyper();
  const person = useApp(({ info }) => info?.identity.person ?? '');
  return (
    <span className={styles.typing}>
      <Button
        keys="Ctrl U"
        label={`Typing as ${typer}. Switch person`}
        onPress={() => openDialog({ name: 'identity' })}
        size="small"
        title={`Typing as ${typer} (Ctrl U)`}
        variant="ghost"
      >
        <span className={styles.word}>
          <span className={classNames('dim2', styles.spare)}>Typing </span>
          {typer}
        </span>
        <b className={styles.initials}>{initialsOf(person)}</b>
      </Button>
    </span>
  );
};

const statusWord = (state: IncidentState): string => publicStatus(projectMetricRecord(state.id, state.lifecycle));

/** EXERCISE stands in the place of the severity: nobody may take a drill for the real thing. */
const SeverityBadge = () => {
  const lifecycle = useIncident((open) => open.state.lifecycle);
  const severities = useIncident((open) => open.playbook.severities);
  const step = currentSeverity(lifecycle);
  const words = findSeverityWords(severities, step);
  return (
    <button
      className={styles.plain}
      onClick={() => openDialog({ name: 'severity' })}
      title={lifecycle.drill ? `Drill, ${words.full}. Change severity` : `${words.full}. Change severity`}
      type="button"
    >
      <Badge
        label={lifecycle.drill ? `Exercise, ${words.full}` : words.full}
        tone={words.isHigh || lifecycle.drill ? 'strong' : 'quiet'}
      >
        {lifecycle.drill ? 'EXERCISE' : words.short}
      </Badge>
    </button>
  );
};

import { IconArrowLeft, IconBooks, IconMoon, IconSun } from '@tabler/icons-react';
import { formatClock, zoneName } from '../../../shared/kernel/zone.ts';
import { currentSeverity } from '../../../shared/lifecycle/severity.ts';
import { setPreferences, useApp, useZone } from '../../state/app-store.ts';
import { useNow } from '../../state/clock.ts';
import { useIncident } from '../../state/incident-store.ts';
import { openDialog, showScreen } from '../../state/view-store.ts';
import { useZoneChoices } from '../../state/zone-choice.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Mono } from '../../ui/mono.tsx';
import { ZoneMenu } from '../../ui/zone-menu.tsx';
import styles from './review-header.module.css';
import { SavedWords } from './saved-words.tsx';
import { StatusSteps } from './status-steps.tsx';

/** Which review this is, how far it is, whether all of it is on the disk, and the way out of the house. */
export const ReviewHeader = () => {
  const title = useIncident((open) => open.state.lifecycle.title);
  const key = useIncident((open) => open.state.lifecycle.key);
  return (
    <header className={styles.header}>
      <IconButton
        icon={<IconBooks stroke={1.75} />}
        keys="Ctrl L"
        label="Library"
        onPress={() => showScreen('library')}
      />
      <IconButton
        icon={<IconArrowLeft stroke={1.75} />}
        label="Back to the console"
        onPress={() => showScreen('console')}
      />
      <SeverityBadge />
      <h1 className={styles.title} title={title}>
        {title}
      </h1>
      {key === undefined ? null : <span className={`mono ${styles.id}`}>{key}</span>}
      <StatusSteps />
      <span className="grow" />
      <SavedWords />
      <Button keys="Ctrl Shift E" onPress={() => openDialog({ name: 'export' })} size="large" variant="primary">
        Export review
      </Button>
      <ThemeButton />
      <HeaderClock />
    </header>
  );
};

/** EXERCISE stands in the place of the severity: nobody may take a drill for the real thing. */
const SeverityBadge = () => {
  const lifecycle = useIncident((open) => open.state.lifecycle);
  const severities = useIncident((open) => open.playbook.severities);
  const id = currentSeverity(lifecycle)?.severity;
  const rank = severities.find((severity) => severity.id === id)?.rank ?? Number.POSITIVE_INFINITY;
  const words = id ?? 'No severity';
  return (
    <Badge
      label={lifecycle.drill ? `Exercise, severity ${words}` : `Severity ${words}`}
      tone={rank <= 2 || lifecycle.drill ? 'strong' : 'quiet'}
    >
      {lifecycle.drill ? 'EXERCISE' : words}
    </Badge>
  );
};

const ThemeButton = () => {
  const theme = useApp((app) => app.info?.preferences.theme);
  const isDark = theme === 'dark' || (theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  return (
    <IconButton
      icon={isDark ? <IconSun stroke={1.75} /> : <IconMoon stroke={1.75} />}
      label="Switch between light and dark"
      onPress={() => void setPreferences({ theme: isDark ? 'light' : 'dark' })}
    />
  );
};

const HeaderClock = () => {
  const now = useNow();
  const zone = useZone();
  return (
    <span className={styles.clock}>
      <Mono dateTime={now}>{formatClock(now, zone, true)}</Mono>{' '}
      <ZoneMenu entries={useZoneChoices()} name={zoneName(now, zone)} zone={zone} />
    </span>
  );
};

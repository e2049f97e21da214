import { IconMoon, IconPhone, IconSearch, IconSun } from '@tabler/icons-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { shownIncidents, useApp } from '../../state/app-store.ts';
import { useIncidentStore } from '../../state/incident-store.ts';
import { toggleTheme, useIsDark } from '../../state/theme.ts';
import { openDialog, showScreen } from '../../state/view-store.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { KeyCap } from '../../ui/key-cap.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { ActionList } from './action-list.tsx';
import { IncidentTable } from './incident-table.tsx';
import { LeftDeclaration } from './left-declaration.tsx';
import { LibraryBanner } from './library-banner.tsx';
import { LibraryClock } from './library-clock.tsx';
import { LibraryMenu } from './library-menu.tsx';
import styles from './library-screen.module.css';
import { setIncidentFilter, useIncidentFilter } from './library-view.ts';
import { countText, listIncidents, noRowsText } from './list-incidents.ts';

/** The list of incidents, and one keystroke to a new one. */
export const LibraryScreen = () => {
  const incidents = useApp(shownIncidents);
  const failure = useApp((app) => app.failure);
  const library = useApp((app) => app.info?.library);
  const openFailure = useIncidentStore((store) => store.failure);
  const [search, setSearch] = useState('');
  const filter = useIncidentFilter();
  const noRows = useApp((app) => noRowsText(app, search.trim() !== '' || filter !== 'all'));
  const field = useRef<HTMLInputElement>(null);
  const shown = useMemo(() => listIncidents(incidents ?? [], filter, search), [incidents, filter, search]);
  const count = useApp((app) => countText(app, shown.length));

  useEffect(() => {
    const focusSearch = (event: KeyboardEvent) => {
      const isTyping = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
      if (event.key !== '/' || event.ctrlKey || event.altKey || event.metaKey || isTyping) return;
      event.preventDefault();
      field.current?.focus();
    };
    document.addEventListener('keydown', focusSearch);
    return () => document.removeEventListener('keydown', focusSearch);
  }, []);

  return (
    <div className={styles.screen}>
      <header className={styles.head}>
        <h1>Library</h1>
        <div className={styles.search}>
          <TextField
            icon={<IconSearch aria-hidden="true" size="1rem" stroke={1.75} />}
            inputRef={field}
            isLabelHidden
            label="Search incidents"
            onChange={setSearch}
            placeholder="Search titles, ids, services"
            trailing={<KeyCap keys="/" />}
            type="search"
            value={search}
          />
        </div>
        <span className={styles.count} role="status">
          {count}
        </span>
        <span className="grow" />
        <LibraryMenu />
        <Button icon={<IconPhone stroke={1.75} />} keys="Ctrl Shift P" onPress={() => showScreen('contacts')}>
          Contacts
        </Button>
        <Button
          keys="Ctrl N"
          onPress={() => openDialog({ name: 'declare' })}
          size="large"
          unavailable={library?.readOnly ?? undefined}
          variant="primary"
        >
          Declare incident
        </Button>
        <ThemeButton />
        <LibraryClock />
      </header>
      <LibraryBanner incidents={incidents} />
      <LeftDeclaration />
      {library?.readOnly ? <Notice tone="read-only">{library.readOnly}</Notice> : null}
      {/* That no list can be made of a library that is gone goes without saying. */}
      {failure && !library?.readOnly ? <Notice tone="error">{failure.sentence}</Notice> : null}
      {openFailure ? <Notice tone="error">{openFailure.sentence}</Notice> : null}
      {library?.notices.map((notice) => (
        <Notice key={notice} tone="warn">
          {notice}
        </Notice>
      ))}
      <main className={styles.columns}>
        <IncidentTable filter={filter} incidents={shown} noRows={noRows} onFilter={setIncidentFilter} />
        <ActionList incidents={incidents} />
      </main>
    </div>
  );
};

const ThemeButton = () => {
  const isDark = useIsDark();
  return (
    <IconButton
      icon={isDark ? <IconSun stroke={1.75} /> : <IconMoon stroke={1.75} />}
      label="Switch between light and dark"
      onPress={toggleTheme}
    />
  );
};

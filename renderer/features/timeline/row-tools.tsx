import { IconDots, IconStar, IconStarFilled } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { TimelineRow } from '../../../shared/incident/timeline-row.ts';
import { useApp, useZone } from '../../state/app-store.ts';
import { currentInstant } from '../../state/clock.ts';
import { useIncident } from '../../state/incident-store.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { MenuButton } from '../../ui/menu-button.tsx';
import { rowMenu, star } from './row-menu.ts';
import styles from './timeline.module.css';

interface RowToolsProps {
  readonly row: TimelineRow;
  readonly isConflict: boolean;
  /** The menu was asked for by key; otherwise the pointer is here. */
  readonly opensMenu: boolean;
}

/** Star and menu of one row. Only the row that is pointed at or was asked has them: 10,000 menus would be slow. */
export const RowTools = ({ row, isConflict, opensMenu }: RowToolsProps) => {
  const readOnly = useIncident((open) => open.readOnly);
  const state = useIncident((open) => open.state);
  const device = useApp((app) => app.info?.identity.device ?? '');
  const zone = useZone();
  const holder = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (opensMenu) holder.current?.querySelector<HTMLButtonElement>('[data-menu] button')?.click();
  }, [opensMenu]);

  // A closed menu leaves the focus on its button, where arrow keys would open it again instead of moving on.
  const moveOn = (event: KeyboardEvent<HTMLElement>) => {
    const row = event.currentTarget.closest<HTMLElement>('[data-index]');
    if (row === null || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    event.stopPropagation();
    row.focus({ preventScroll: true });
    row.dispatchEvent(new globalThis.KeyboardEvent('keydown', { key: event.key, bubbles: true, cancelable: true }));
  };

  const starLabel = row.key ? 'Take the star away' : 'Star';
  return (
    <div aria-label="For this entry" className={styles.tools} onKeyDownCapture={moveOn} ref={holder} role="toolbar">
      <IconButton
        icon={row.key ? <IconStarFilled aria-hidden="true" size="1rem" /> : <IconStar aria-hidden="true" size="1rem" />}
        isPressed={row.key}
        label={starLabel}
        onPress={() => void star(row)}
        unavailable={readOnly ?? (row.withdrawn ? 'It was taken back.' : undefined)}
      />
      <span data-menu="">
        <MenuButton
          entries={rowMenu({ row, isConflict, readOnly, zone, state, asker: { now: currentInstant(), device } })}
          label={`Entry of ${row.who}: what to do`}
          size="small"
          variant="ghost"
        >
          <IconDots aria-hidden="true" size="1rem" />
        </MenuButton>
      </span>
    </div>
  );
};

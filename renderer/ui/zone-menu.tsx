import { MenuButton, type MenuEntry } from './menu-button.tsx';

interface ZoneMenuProps {
  /** Short, as it stands behind a time: "UTC", "CET". */
  readonly name: string;
  /** IANA name. */
  readonly zone: string;
  readonly entries: readonly MenuEntry[];
}

/** The zone behind a clock; a press chooses another one. The time itself stays outside: it would rename the button every second. */
export const ZoneMenu = ({ name, zone, entries }: ZoneMenuProps) => (
  <MenuButton
    entries={entries}
    label={`${name}: times are shown in ${zone}. Choose the zone`}
    size="small"
    variant="ghost"
  >
    <span className="mono">{name}</span>
  </MenuButton>
);

/**
 * Names that stand for several clocks (CST, IST), or for the wrong one half of the year (CET in June). A closed list: any
 * other capitals behind a time are the first word of what happened (`10:31 CPU at 90 %`).
 */
const severalClocks =
  'ACDT|ACST|ADT|AEDT|AEST|AKDT|AKST|AST|AWST|BRT|BST|CAT|CDT|CEST|CET|CST|CT|EAT|EDT|EEST|EET|EST|ET|HKT|HST|IDT|IST|JST|KST|MDT|MESZ|MEZ|MSK|MST|MT|NDT|NST|NZDT|NZST|PDT|PHT|PKT|PST|PT|SAST|SGT|SST|WAT|WEST|WET|WIB';
const utc = '(?:[Uu][Tt][Cc]|[Gg][Mm][Tt])';
const beyondUtc = String.raw`${utc}(?:[+\-−]\d{1,2}(?::?\d{2})?| [+\-−]\d{2}:?\d{2})(?!:?\d)`;
const bareOffset = String.raw`[+\-−]\d{2}:?\d{2}(?!\d)`;

/** Source of a pattern: how a time, or a heading over times, says which clock it was read from. No groups in it. */
export const zoneWords = String.raw`(?:${beyondUtc}|Z(?!\w)|${utc}(?![\w+]|-\d)|${bareOffset}|(?:${severalClocks})(?!-?\w))`;

/** From which clock times without a zone of their own were read. */
export interface Clock {
  /** An IANA zone, or an offset like `+02:00`; undefined while nobody said. */
  readonly zone: string | undefined;
  /** What the person who imports said: counts where the file has only a name that stands for several clocks. */
  readonly given: string | undefined;
}

export const givenClock = (given: string | undefined): Clock => ({ zone: given, given });

/** The clock that `words`, as found by `zoneWords`, state; where there are none, that of the surroundings. */
export const statedClock = (words: string | undefined, surroundings: Clock): Clock => {
  if (words === undefined) return surroundings;
  const { given } = surroundings;
  if (/^(?:Z|UTC|GMT)$/i.test(words)) return { zone: 'UTC', given };
  const [, sign, hours = '', minutes = '00'] = /([+\-−])(\d{1,2}?):?(\d{2})?$/.exec(words) ?? [];
  if (sign === undefined) return { zone: given, given };
  return { zone: `${sign === '+' ? '+' : '-'}${hours.padStart(2, '0')}:${minutes}`, given };
};

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { repository } from './paths.ts';

const families = [
  { name: 'Inter Variable', folder: 'inter', weight: '100 900' },
  { name: 'JetBrains Mono Variable', folder: 'jetbrains-mono', weight: '100 800' },
];

/**
 * Writes shared/review/font-coverage.ts: which characters the bundled fonts really have. The true answer lies in the
 * fonts' cmap tables, cut by the CSS unicode-range that decides which file a browser asks for a character.
 * @returns 0
 */
export function writeFontCoverage(): number {
  const faces = families.flatMap(({ name, folder, weight }) =>
    readFaces(folder).map(({ file, unicodeRange, points }) => ({
      family: name,
      folder,
      file,
      weight,
      unicodeRange,
      points,
    })),
  );
  const all = toRanges([...new Set(faces.flatMap(({ points }) => points))].sort((a, b) => a - b));
  const covered = all.map(([from, to]) =>
    from === to ? from.toString(16) : `${from.toString(16)}-${to.toString(16)}`,
  );

  const lines = wrap(covered.join(' '), 100).map((line) => `  '${line}'`);
  writeFileSync(
    join(repository, 'shared/review/font-coverage.ts'),
    `// Written by build/font-coverage.ts from the bundled font files; "npm run fonts" renews it when they change.

/** A font file of the package that holds it, and the characters for which a page asks it. */
export interface FontFace {
  readonly family: string;
  readonly folder: string;
  readonly file: string;
  readonly weight: string;
  readonly unicodeRange: string;
}

export const bundledFonts: readonly FontFace[] = [
${faces
  .map(
    ({ points: _points, ...face }) =>
      `  {\n${Object.entries(face)
        .map(([key, value]) => `    ${key}:${value.length > 100 ? '\n      ' : ' '}'${value}',`)
        .join('\n')}\n  },`,
  )
  .join('\n')}
];

/** Code points that at least one of them can draw, as hexadecimal ranges. */
export const bundledCoverage =
${lines.join(' +\n')};
`,
  );
  console.log(
    `${faces.length} font files, ${all.reduce((sum, [from, to]) => sum + to - from + 1, 0)} characters in ${all.length} ranges`,
  );
  return 0;
}

const readFaces = (folder: string) => {
  const home = join(repository, 'node_modules/@fontsource-variable', folder);
  const ranges: Record<string, string> = JSON.parse(readFileSync(join(home, 'unicode.json'), 'utf8'));
  return Object.entries(ranges).map(([subset, unicodeRange]) => {
    const file = `${folder}-${subset}-wght-normal.woff2`;
    const asked = unicodeRange.split(',').map(parseRange);
    const points = readCmap(readFileSync(join(home, 'files', file)));
    return {
      file,
      unicodeRange,
      points: points.filter((point) => asked.some(([from, to]) => point >= from && point <= to)),
    };
  });
};

const parseRange = (text: string): [number, number] => {
  const [from = '', to = from] = text.trim().replace(/^U\+/i, '').split('-');
  return [Number.parseInt(from, 16), Number.parseInt(to, 16)];
};

/** Code points of a WOFF2 file: its directory is plain, its tables are one Brotli stream, and cmap is never transformed. */
const readCmap = (file: Buffer) => {
  let at = 48;
  const readBase128 = () => {
    let value = 0;
    for (;;) {
      const byte = file.readUInt8(at++);
      value = value * 128 + (byte & 0x7f);
      if ((byte & 0x80) === 0) return value;
    }
  };
  let offset = 0;
  let cmapOffset = -1;
  for (let index = 0; index < file.readUInt16BE(12); index += 1) {
    const flags = file.readUInt8(at++);
    const tag = flags & 0x3f;
    if (tag === 0x3f) at += 4;
    let length = readBase128();
    const version = flags >> 6;
    // glyf (10) and loca (11) are transformed unless version 3 says no; every other table unless version 0 does.
    const isTransformed = tag === 10 || tag === 11 ? version !== 3 : version !== 0;
    if (isTransformed) length = readBase128();
    if (tag === 0) cmapOffset = offset;
    offset += length;
  }
  const tables = brotliDecompressSync(file.subarray(at, at + file.readUInt32BE(20)));
  return readCmapTable(tables.subarray(cmapOffset));
};

const readCmapTable = (cmap: Buffer) => {
  const points: Set<number> = new Set();
  for (let index = 0; index < cmap.readUInt16BE(2); index += 1) {
    const table = cmap.subarray(cmap.readUInt32BE(4 + index * 8 + 4));
    const format = table.readUInt16BE(0);
    if (format === 4) readFormat4(table, points);
    else if (format === 12) readFormat12(table, points);
  }
  return [...points].sort((a, b) => a - b);
};

const readFormat4 = (table: Buffer, points: Set<number>) => {
  const segments = table.readUInt16BE(6) / 2;
  const [ends, starts] = [14, 16 + segments * 2];
  const [deltas, offsets] = [starts + segments * 2, starts + segments * 4];
  for (let segment = 0; segment < segments; segment += 1) {
    const [start, end] = [table.readUInt16BE(starts + segment * 2), table.readUInt16BE(ends + segment * 2)];
    const delta = table.readUInt16BE(deltas + segment * 2);
    const offset = table.readUInt16BE(offsets + segment * 2);
    for (let point = start; point <= end && point !== 0xffff; point += 1) {
      const slot = offsets + segment * 2 + offset + (point - start) * 2;
      const glyph = offset === 0 ? (point + delta) & 0xffff : table.readUInt16BE(slot);
      if (glyph !== 0) points.add(point);
    }
  }
};

const readFormat12 = (table: Buffer, points: Set<number>) => {
  for (let group = 0; group < table.readUInt32BE(12); group += 1) {
    const at = 16 + group * 12;
    for (let point = table.readUInt32BE(at); point <= table.readUInt32BE(at + 4); point += 1) points.add(point);
  }
};

/** @param points sorted */
const toRanges = (points: number[]) => {
  const ranges: [number, number][] = [];
  for (const point of points) {
    const last = ranges.at(-1);
    if (last && point <= last[1] + 1) last[1] = Math.max(last[1], point);
    else ranges.push([point, point]);
  }
  return ranges;
};

/** At most `width` characters a line, broken at spaces. */
const wrap = (text: string, width: number) => text.match(new RegExp(`.{1,${width}}(?:\\s|$)`, 'g')) ?? [];

/**
 * The text in bytes of UTF-8, or of UTF-16 in either order, with or without a byte order mark. Lines that are no UTF-8
 * are read as Western (Windows-1252): logs of many years mix the two. Undefined for what is no text.
 */
export const decodeText = (bytes: Uint8Array): string | undefined => {
  const text = new TextDecoder(encodingOf(bytes)).decode(bytes);
  if (text.includes('\0')) return undefined;
  return text.includes('\uFFFD') && encodingOf(bytes) === 'utf-8' ? decodeLines(bytes) : text;
};

const encodingOf = (bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' => {
  const [a, b, c, d] = bytes;
  if ((a === 0xff && b === 0xfe) || (a !== 0 && b === 0 && c !== 0 && d === 0)) return 'utf-16le';
  if ((a === 0xfe && b === 0xff) || (a === 0 && b !== 0 && c === 0 && d !== 0)) return 'utf-16be';
  return 'utf-8';
};

const decodeLines = (bytes: Uint8Array): string => {
  const strict = new TextDecoder('utf-8', { fatal: true });
  const western = new TextDecoder('windows-1252');
  const lines: string[] = [];
  for (let start = 0; start <= bytes.length; ) {
    const found = bytes.indexOf(10, start);
    const end = found < 0 ? bytes.length : found;
    const line = bytes.subarray(start, end);
    try {
      lines.push(strict.decode(line));
    } catch {
      lines.push(western.decode(line));
    }
    start = end + 1;
  }
  return lines.join('\n');
};

/** Longest beginning of what was left out that is repeated. */
const excerptLength = 200;

/**
 * Without carriage returns, control signs, chat colours and secrets: whatever format it came from, a text of the record
 * holds none of these.
 */
export const toPlainText = (text: string): string =>
  withoutTokens(
    text
      .replaceAll(/\r\n?/g, '\n')
      // mIRC: colour with its numbers, then bold, italic and their kin.
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these signs are what is looked for.
      .replaceAll(/\u0003(?:\d{1,2}(?:,\d{1,2})?)?/g, '')
      .replaceAll(/[^\P{Cc}\n\t]/gu, ''),
  ).trim();

/**
 * Slack exports sign their file addresses with a token of the workspace (`?t=xoxe-...`): who has it can fetch every file.
 * A token elsewhere in the text is taken out as well.
 */
export const withoutTokens = (text: string): string =>
  text
    .replaceAll(/\?t=xox[a-z]-[\w%.-]+&/gi, '?')
    .replaceAll(/[?&]t=xox[a-z]-[\w%.-]+/gi, '')
    .replaceAll(/\bxox[a-z]-[\w%.-]{8,}/gi, '[token left out]');

export const excerptOf = (text: string): string => {
  const plain = toPlainText(text);
  return plain.length <= excerptLength ? plain : `${plain.slice(0, excerptLength - 1)}…`;
};

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

/** `&amp;` and its kin, decimal and hexadecimal ones too; once, so that `&amp;lt;` stays `&lt;`. */
export const decodeEntities = (text: string): string =>
  text.replaceAll(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,6}));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return entities[String(name).toLowerCase()] ?? whole;
    const code = decimal === undefined ? Number.parseInt(String(hex), 16) : Number(decimal);
    return code <= 0x10_ff_ff ? String.fromCodePoint(code) : whole;
  });

/** The words of HTML, a line a paragraph. A `<` that opens no tag stays. */
export const htmlToText = (html: string): string =>
  decodeEntities(
    html
      .replaceAll(/<\s*br\s*\/?>/gi, '\n')
      .replaceAll(/<\/(?:p|div|li|ul|ol|h\d|tr)\s*>/gi, '\n')
      .replaceAll(/<li(?:\s[^<>]*)?>/gi, '- ')
      .replaceAll(/<\/?[a-z][^<>]*>/gi, ''),
  )
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();

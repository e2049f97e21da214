/** Text for the inside of an element or a quoted attribute, in HTML and in XML; characters XML forbids are left out. */
export const escapeXml = (text: string): string =>
  toXmlCharacters(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');

/** Without the characters that XML forbids; half a character becomes the sign for an unreadable one. Not escaped. */
export const toXmlCharacters = (text: string): string =>
  text.replaceAll(/(?![\n\t])[\p{Cc}\ufffe\uffff]/gu, '').replaceAll(/\p{Cs}/gu, '\ufffd');

/** Text for the inside of an element or a quoted attribute, in HTML and in XML; characters XML forbids are left out. */
export const escapeXml = (text: string): string =>
  text
    .replaceAll(/(?![\n\t])[\p{Cc}\ufffe\uffff]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');

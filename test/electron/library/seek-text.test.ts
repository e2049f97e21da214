import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { holdsOneOf, seekTexts } from '../../../electron/library/seek-text.ts';

const secret = 'Zoë "Ray" paid <40 & more>\nfrom C:\\new_card';
const utf8 = (text: string) => Buffer.from(text);
const utf16 = Buffer.from(secret, 'utf16le');
const ascii = (text: string) =>
  text.replace(/[^ -~]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);

describe('looking for a text in the bytes of a file', () => {
  it.each([
    ['as it is', utf8(`before ${secret} behind`)],
    ['in JSON', utf8(JSON.stringify({ text: secret }))],
    ['in JSON of ASCII alone', utf8(ascii(JSON.stringify({ text: secret })))],
    ['in JSON inside JSON', utf8(JSON.stringify({ draft: JSON.stringify({ text: secret }) }))],
    ['in HTML', utf8('<td>Zo&#xeb; &quot;Ray&quot; paid &lt;40 &amp; more&gt;<br>from C:\\new<wbr>_card</td>')],
    ['in a Markdown table', utf8('| Zoë "Ray" paid \\<40 & more> from C:\\new\\_card |')],
    ['in CSV', utf8(`1,"${secret.replaceAll('"', '""')}",x`)],
    ['wrapped otherwise', utf8('Zoë "Ray" paid\r\n  <40 & more> from\r\nC:\\new_card')],
    ['with accents of their own', utf8(secret.normalize('NFD'))],
    ['in UTF-16', utf16],
    ['in UTF-16 with its mark', Buffer.concat([Buffer.from([0xff, 0xfe]), utf16])],
    ['in UTF-16, the other way round', Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(utf16).swap16()])],
    ['in a binary file', Buffer.concat([Buffer.from([0, 1, 2]), utf8(secret), Buffer.from([0])])],
  ])('[RX5] %s', (_, bytes) => {
    expect(seekTexts(bytes, ['something else', secret])).toBe('found');
  });

  it('[RX5] a file that does not hold it is cleared, one that nobody can look into is not', () => {
    expect(seekTexts(utf8('Zoë paid 40 from a new card'), [secret])).toBe('not-found');
    expect(seekTexts(deflateSync(secret), [secret])).toBe('unreadable');
  });

  it('[RX5] a short text counts where it stands by itself, not inside a digest', () => {
    expect(holdsOneOf('sum 9f1234ab', ['1234'])).toBe(false);
    expect(holdsOneOf('pin 1234.', ['1234'])).toBe(true);
    expect(holdsOneOf('{"a":"x\\n1234"}', ['1234'])).toBe(true);
    expect(holdsOneOf('call *Jane* **Doe** back', ['Jane Doe'])).toBe(true);
    expect(holdsOneOf('call Jane Doering back', ['Jane Doe'])).toBe(false);
    expect(holdsOneOf('a **** b', ['****'])).toBe(true);
  });
});

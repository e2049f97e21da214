import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeText } from '../../electron/decode-text.ts';

test('[FI22] UTF-8 and UTF-16 in both orders, with and without a byte order mark', () => {
  const text = 'time,text žluťoučký';
  const little = Buffer.from(text, 'utf16le');
  const big = Buffer.from(little).swap16();
  for (const bytes of [Buffer.from(text), Buffer.from(`\uFEFF${text}`), little, big])
    expect(decodeText(bytes)).toBe(text);
  expect(decodeText(Buffer.concat([Buffer.from([0xff, 0xfe]), little]))).toBe(text);
  expect(decodeText(Buffer.concat([Buffer.from([0xfe, 0xff]), big]))).toBe(text);
});

test('[FI22] lines of another encoding in a log of UTF-8 are read as Windows-1252', () => {
  const bytes = Buffer.concat([Buffer.from('café žluť\n'), Buffer.from('caf\u00e9\n', 'latin1'), Buffer.from('end')]);
  expect(decodeText(bytes)).toBe('café žluť\ncafé\nend');
});

test('[FI22] what holds zero bytes is no text; any bytes are answered', () => {
  expect(decodeText(Buffer.from('GIF89a\0\0\u0001'))).toBeUndefined();
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect(decodeText(bytes)).not.toBeNull();
    }),
  );
});

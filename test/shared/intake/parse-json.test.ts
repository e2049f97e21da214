import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseJson } from '../../../shared/intake/parse-json.ts';

test('[FI8] whole numbers that a number cannot hold become texts, everything else is as JSON says', () => {
  const text =
    '{"ns":1502709956288000110,"list":[-1234567890123456789],"s":"1502709956288000110 \\" 9","f":0.1234567890123456789,"e":1234567890123456e3,"ms":1502709956288}';
  expect(parseJson(text)).toEqual({
    ok: true,
    value: {
      ns: '1502709956288000110',
      list: ['-1234567890123456789'],
      s: '1502709956288000110 " 9',
      f: 0.12345678901234568,
      e: 1.234567890123456e18,
      ms: 1502709956288,
    },
  });
});

test('[FI10] any JSON without such numbers is read as by JSON.parse, also beside one', () => {
  fc.assert(
    fc.property(fc.json(), (json) => {
      fc.pre(!/\d{16}/.test(json));
      expect(parseJson(`[12345678901234567,${json}]`)).toEqual({
        ok: true,
        value: ['12345678901234567', JSON.parse(json)],
      });
    }),
  );
});

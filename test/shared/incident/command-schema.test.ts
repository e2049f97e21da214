import { expect, test } from 'vitest';
import { parseCommand } from '../../../shared/incident/command-schema.ts';

test('[TL3] a pasted text that is too long is refused with its length, the room there is and a way out that exists', () => {
  const pasted = { type: 'RecordEntry', kind: 'note', text: 'x'.repeat(144_000) };
  expect(parseCommand(pasted)).toEqual({
    ok: false,
    error: {
      code: 'text.too-long',
      message:
        'This text has 144000 characters, this field holds 65536. Shorten it, or keep it in a file and record where it is.',
      field: 'text',
    },
  });
  expect(parseCommand({ ...pasted, text: 'x', evidence: [1] })).toMatchObject({
    ok: false,
    error: { code: 'command.malformed' },
  });
});

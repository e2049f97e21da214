import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { parseCommand } from '../../../shared/incident/command-schema.ts';
import { lifecycleCommandSchemas } from '../../../shared/lifecycle/lifecycle-command-schema.ts';
import { reviewCommandSchemas } from '../../../shared/review/review-command-schema.ts';
import { rolesCommandSchemas } from '../../../shared/roles/roles-command-schema.ts';
import { timelineCommandSchemas } from '../../../shared/timeline/timeline-command-schema.ts';
import { updatesCommandSchemas } from '../../../shared/updates/updates-command-schema.ts';

const page = readFileSync(new URL('../../../docs/commands.md', import.meta.url), 'utf8');
/** `| Name | fields | notes |` as name -> fields with their question marks. */
const documented = new Map(
  [...page.matchAll(/^\| ([A-Z][A-Za-z]+) \| ([^|]+) \|/gm)].map(([, name = '', fields = '']) => [
    name,
    [...fields.matchAll(/`([^`]+)`/g)].map((match) => match[1]),
  ]),
);

const schemas = [
  ...lifecycleCommandSchemas,
  ...timelineCommandSchemas,
  ...rolesCommandSchemas,
  ...updatesCommandSchemas,
  ...reviewCommandSchemas,
];
const onEveryCommand = ['type', 'at', 'typed'];

test.each(schemas.map((schema) => [schema.shape.type.value, schema.shape] as const))(
  '[CL25] %s is documented with all its fields',
  (name, shape) => {
    const fields = Object.entries(shape)
      .filter(([field]) => !onEveryCommand.includes(field))
      .map(([field, type]) => (type instanceof z.ZodExactOptional ? `${field}?` : field));
    expect(documented.get(name)).toEqual(fields);
  },
);

test('[CL25] no command is documented that does not exist', () => {
  const unknown = [...documented.keys()].filter((type) => {
    const parsed = parseCommand({ type });
    return !parsed.ok && parsed.error.field === 'type';
  });
  expect(unknown.filter((name) => name !== 'Command' && name !== 'Option' && name !== 'Key')).toEqual([]);
});

import { afterEach, beforeEach, expect, test } from 'vitest';
import { createWorkplace, type Workplace } from '../../support/command-line-world.ts';

let place: Workplace;
beforeEach(() => {
  place = createWorkplace();
});
afterEach(() => place.remove());

test('[CL5] a title is enough; the id is all that is printed', async () => {
  const { exitCode, stdout } = await place.run('new', 'Checkout', 'is', 'down');
  expect(exitCode).toBe(0);
  expect(stdout).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}\n$/);
  expect(await place.json('show', stdout.trim())).toMatchObject({ title: 'Checkout is down', drill: false, key: null });
});

test('[CL5] everything that is known is recorded with the declaration', async () => {
  const options = ['--severity', 'sev2', '--service', 'checkout, pay', '--source', 'alert', '--key', 'INC-214'];
  await place.run('new', 'Checkout', ...options, '--failure', '2026-03-02T10:00:00+01:00', '--drill', '--as', 'Ann');
  expect(await place.json('show', 'INC-214')).toMatchObject({
    severity: 'SEV2',
    services: ['checkout', 'pay'],
    detection: { source: 'alert' },
    drill: true,
    milestones: { failure: { at: '2026-03-02T09:00:00.000Z' }, detected: { at: '2026-03-02T09:04:00.000Z' } },
  });
});

test('[CL5] with --json the declaration comes as one document', async () => {
  const declared = await place.json('new', 'Checkout', '--key', 'INC-1');
  expect(declared).toEqual({
    id: expect.stringMatching(/^[0-9A-Z]{26}$/),
    key: 'INC-1',
    title: 'Checkout',
    declaredAt: '2026-03-02T09:04:00.000Z',
    command: declared.id,
    repeated: false,
  });
});

test.each([
  [['x', '--severity', 'SEV9'], '"SEV9" is no severity of this playbook. Choose one of SEV1,'],
  [['x', '--failure', '2026-03-02T09:05:00Z'], 'is still to come'],
  [['x', '--key', 'inc-1'], 'The key inc-1 belongs to another incident already: first.'],
] as const)('[CL1, CL5] %j is refused in a sentence and records nothing', async (argv, sentence) => {
  await place.run('new', 'first', '--key', 'INC-1');
  const { exitCode, stdout, stderr } = await place.run('new', ...argv);
  expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
  expect(stderr).toContain(sentence);
  expect(await place.json('list')).toHaveLength(1);
});

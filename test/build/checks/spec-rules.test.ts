import { expect, test } from 'vitest';
import { compareRules } from '../../../build/checks/spec-rules.ts';

const spec = '# Rules\n- **PH3** a new interval\n- **PH4** another\n';
// Put together here, so that this file does not count as a test of those rules.
const title = (ids: string) => `test('${'['}${ids}] it holds', () => {});`;

test('finds nothing when rules and titles match, also two in one title', () => {
  expect(compareRules(spec, [title('PH3, PH4')])).toEqual([]);
  expect(compareRules(spec, [title('PH3] ['.concat('PH4'))])).toEqual([]);
});

test('names the rule without a test, the test without a rule, and the rule that stands twice', () => {
  expect(compareRules(spec, [title('PH3')])).toEqual(['PH4 has no test']);
  expect(compareRules(spec, [title('PH3'), title('PH4'), title('PH9')])).toEqual([
    'PH9 is tested but not in docs/SPEC.md',
  ]);
  expect(compareRules(`${spec}- **PH3** again\n`, [title('PH3, PH4')])).toEqual(['PH3 stands twice in docs/SPEC.md']);
});

import { readFileSync } from 'node:fs';
import { type Instant, parseInstant } from '../shared/kernel/instant.ts';

/**
 * Reads where the test clock stands: one RFC 3339 instant in a file. Throws on anything else: a test that means to set
 * the clock and does not must not run on the wrong one.
 */
export function readTestClock(file: string): Instant {
  const instant = parseInstant(readFileSync(file, 'utf8').trim());
  if (!instant.ok) throw new Error(`HOLDFAST_TEST_CLOCK names ${file}, which holds no instant: ${instant.error}`);
  return instant.value;
}

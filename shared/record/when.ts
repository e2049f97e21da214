import type { Instant } from '../kernel/instant.ts';
import type { TypedTime } from './event.ts';

/** Fields that every command about the world may carry. Left out, `at` is the moment of recording. */
export interface When {
  readonly at?: Instant;
  readonly typed?: TypedTime;
}

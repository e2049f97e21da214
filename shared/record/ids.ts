import type { Brand } from '../kernel/brand.ts';

/** ULID of an incident. */
export type IncidentId = Brand<string, 'IncidentId'>;
/** ULID of an event; other events refer to it for ever. */
export type EventId = Brand<string, 'EventId'>;
/** One run of one process: a fresh random id, and the name of its journal file. */
export type WriterId = Brand<string, 'WriterId'>;
/** Made by whoever asks, so that a retry is recognised and never recorded twice. */
export type CommandId = Brand<string, 'CommandId'>;

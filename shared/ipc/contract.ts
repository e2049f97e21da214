import type { Instant } from '../kernel/instant.ts';
import type { Result } from '../kernel/result.ts';

/** Why a request got no value: a code for programs and a sentence for the person. */
export interface RequestFailure {
  readonly code: string;
  readonly sentence: string;
}

export interface AppInfo {
  readonly version: string;
  readonly electron: string;
  /** Set when times come from the file that HOLDFAST_TEST_CLOCK names; never in a packaged app. The clock stands still there. */
  readonly testClock: Instant | null;
  /** IANA zone of this device. */
  readonly zone: string;
  readonly identity: Identity;
  readonly preferences: ViewPreferences;
  readonly library: LibraryStatus;
}

/** Who types on this device. Both may be empty. */
export interface Identity {
  readonly person: string;
  readonly device: string;
  /** False until somebody has said it once. */
  readonly asked: boolean;
}

export interface ViewPreferences {
  readonly theme: 'light' | 'dark' | 'system';
  /** 'local', 'UTC' or an IANA name; null follows the playbook. */
  readonly zone: string | null;
  readonly textScale: number;
}

export interface LibraryStatus {
  readonly folder: string;
  /** A sentence when nothing can be written, with what to do. */
  readonly readOnly: string | null;
  /** Messages that a person has to know: a playbook set aside, a damaged file. */
  readonly notices: readonly string[];
}

/** What a window may ask of the main process. */
export interface RequestTypes {
  readonly 'app:info': { readonly payload: null; readonly value: AppInfo };
  readonly 'identity:set': {
    readonly payload: { readonly person: string; readonly device: string };
    readonly value: Identity;
  };
  readonly 'preferences:set': { readonly payload: ViewPreferences; readonly value: ViewPreferences };
  readonly 'library:probe': { readonly payload: null; readonly value: LibraryStatus };
}

/** What the main process tells windows unasked. */
export interface PushTypes {
  readonly 'clock:changed': Instant;
}

export type RequestChannel = keyof RequestTypes;
export type RequestPayload<C extends RequestChannel> = RequestTypes[C]['payload'];
export type RequestReply<C extends RequestChannel> = Result<RequestTypes[C]['value'], RequestFailure>;
export type PushChannel = keyof PushTypes;
export type PushPayload<C extends PushChannel> = PushTypes[C];

// Typed as complete records: a channel that is in the types and not in the list could never be asked.
const requests: Readonly<Record<RequestChannel, true>> = {
  'app:info': true,
  'identity:set': true,
  'preferences:set': true,
  'library:probe': true,
};
const pushes: Readonly<Record<PushChannel, true>> = { 'clock:changed': true };

/** What the preload lets through. */
export const requestChannels = Object.keys(requests) as readonly RequestChannel[];
export const pushChannels = Object.keys(pushes) as readonly PushChannel[];

/** What a window finds as `window.bridge`. */
export interface Bridge {
  /** Never rejects for an expected reason; a refusal is in the reply. Throws on a channel outside the contract. */
  request<C extends RequestChannel>(channel: C, payload: RequestPayload<C>): Promise<RequestReply<C>>;
  /** Returns the function that ends the subscription. */
  subscribe<C extends PushChannel>(channel: C, listener: (payload: PushPayload<C>) => void): () => void;
}

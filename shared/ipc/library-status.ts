/** How the library stands, for every window. */
export interface LibraryStatus {
  readonly folder: string;
  /** A sentence when nothing can be written, with what to do. */
  readonly readOnly: string | null;
  /** Messages that a person has to know: a playbook set aside, a damaged file. */
  readonly notices: readonly string[];
  /** Null while this library has no mirror. */
  readonly mirror: MirrorStatus | null;
}

/** The second place of a library. */
export interface MirrorStatus {
  readonly folder: string;
  readonly kind: 'in-step' | 'behind' | 'unreachable';
  /** Records that are not in the mirror yet; null while nobody knows. */
  readonly behind: number | null;
  /** Why it is not in step, when something is wrong; a sentence. */
  readonly why: string | null;
}

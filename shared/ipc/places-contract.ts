import type { RestoredCounts, RestoredPlaybook } from '../incident/restored-words.ts';
import type { IncidentId } from '../record/ids.ts';
import type { LibraryStatus } from './library-status.ts';

/** A file that stayed outside, and why. */
export interface LeftFile {
  readonly name: string;
  readonly why: string;
}

export interface BundleReport {
  readonly path: string;
  readonly incidents: number;
  /** Files that could not be read. */
  readonly left: readonly LeftFile[];
}

/** What came when a bundle or another library was merged. */
export interface RestoreReport {
  readonly incidents: readonly RestoredIncident[];
  readonly playbook: RestoredPlaybook;
  readonly damaged: readonly LeftFile[];
}

export interface RestoredIncident extends RestoredCounts {
  readonly id: IncidentId;
  readonly key?: string;
  readonly title: string;
  readonly left: readonly LeftFile[];
}

/** What a window may ask about bundles, restoring and the mirror. */
export interface PlaceRequestTypes {
  /** Asks where to. `null` bundles the whole library; the value is null when the person gave up. */
  readonly 'bundle:save': {
    readonly payload: { readonly incident: IncidentId | null };
    readonly value: BundleReport | null;
  };
  /** Asks for a bundle or for a library's folder; its name, or null. Main keeps the path. */
  readonly 'restore:choose': { readonly payload: { readonly from: 'file' | 'folder' }; readonly value: string | null };
  /** Takes in what was chosen last; a damaged bundle only with `whatIsWhole`, else the code `bundle.damaged`. */
  readonly 'restore:run': { readonly payload: { readonly whatIsWhole: boolean }; readonly value: RestoreReport };
  /** Asks for a folder and follows it from then on; null when the person gave up. */
  readonly 'mirror:choose': { readonly payload: null; readonly value: LibraryStatus | null };
  readonly 'mirror:stop': { readonly payload: null; readonly value: LibraryStatus };
}

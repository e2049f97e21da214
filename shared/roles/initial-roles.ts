import type { RolesDraft } from './roles-state.ts';

export const initialRoles = (): RolesDraft => ({ tenures: [], roster: [], offers: new Map(), marks: new Map() });

import { deciders, panel } from './ofCommittee.ts';
import { handlers } from './ofHandlers.ts';
import { editors, owners } from './ofHolder.ts';
import { keepers } from './ofKeepers.ts';

/** Every command of a label's life, by whoever gives it. */
export const labelCommands = { editors, owners, keepers, deciders, panel, handlers };

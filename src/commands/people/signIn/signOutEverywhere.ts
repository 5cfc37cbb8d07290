import type { Asker, Deps } from '../../ports/ports.ts';
import { noteOnPerson } from '../accounts/noteOnPerson.ts';

/** Where all sessions of a person can be ended. */
interface Ending {
  readonly sessions: { endAll(personId: string): Promise<void> };
}

/** Ends every session of the asker, this one with them. */
export async function signOutEverywhere(deps: Deps & Ending, asker: Asker): Promise<void> {
  await deps.sessions.endAll(asker.id);
  await noteOnPerson(deps, asker.id, { facts: ['person.signedOutEverywhere'] }, asker.request);
}

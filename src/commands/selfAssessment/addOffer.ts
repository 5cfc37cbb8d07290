import type { Offer } from '../items.ts';
import type { Asker, Deps } from '../ports.ts';
import { requirePrintable } from '../requirePrintable.ts';
import { traceOf } from '../traceOf.ts';
import { workingCopy } from './workingCopy.ts';

/** Adds a good or service to the working copy of an application; twice with the same `once` adds one. Gives its id. */
export async function addOffer(
  deps: Deps,
  asker: Asker,
  input: Omit<Offer, 'id'> & { readonly applicationId: string; readonly once?: string | undefined },
): Promise<string> {
  const { applicationId, name, type, sheet } = input;
  const { application } = await workingCopy(deps, asker, applicationId);
  requirePrintable('name', name);
  const id = input.once ?? deps.ids.next();
  const edit = { part: 'offer', offer: { id, name, type, sheet } } as const;
  const by = traceOf(deps, asker, application.context.organisationId);
  await deps.store.editSelfAssessment(applicationId, edit, by);
  return id;
}

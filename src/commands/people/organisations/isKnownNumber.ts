import { readIdentifier } from '../../../register/identifier.ts';
import type { Deps } from '../../ports/ports.ts';

/** Whether another organisation is registered under a number as it was typed; which one stays unsaid. */
export async function isKnownNumber(
  deps: Pick<Deps, 'store'>,
  input: { readonly organisationId: string; readonly identifier: string },
): Promise<boolean> {
  const identifier = readIdentifier(input.identifier);
  return identifier !== null && deps.store.isIdentifierOfOther(identifier.text, input.organisationId);
}

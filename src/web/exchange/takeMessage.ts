import type { Asker } from '../../commands/ports/ports.ts';
import type { WebContext } from '../http/state.ts';

/** Counts a message of a person, over all their organisations, and of the one that they write for. */
export async function takeMessage(
  { limits }: Pick<WebContext['deps'], 'limits'>,
  { id }: Asker,
  { organisationId }: { readonly organisationId: string },
): Promise<void> {
  await limits.take('messagesOfPerson', id);
  await limits.take('messagesOfOrganisation', organisationId);
}

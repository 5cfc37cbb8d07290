import type { Application, SelfAssessment } from '../../items/items.ts';

/** What the event that freezes an extension says of its offers; nothing of any other file. */
export function offersSent(
  { context }: Pick<Application, 'context'>,
  { offersNamed }: Pick<SelfAssessment, 'offersNamed'>,
): { readonly offers?: readonly string[] } {
  return context.kind === 'extension' ? { offers: offersNamed.map(({ id }) => id) } : {};
}

import { boxes, tickedIn } from '../../forms/boxes.ts';
import type { WebContext } from '../../http/state.ts';

const prefix = 'document.';
/** Most boxes that a form sends. */
const max = 20;

/**
 * A box for each file that the form names. Which of them its writer brought is for the command to say: one that went with the same
 * form before is not offered any more.
 */
export function documentBoxes({ request }: Pick<WebContext, 'request'>) {
  return boxes(prefix, namedIn(request.body));
}

/** The ids of those that were ticked. */
export function tickedDocuments(input: object): string[] {
  return tickedIn(input, prefix, namedIn(input));
}

/** What was brought is ticked from the start: it was chosen for this message. */
export function documentValues(prepared: readonly { readonly id: string }[]): Record<string, string> {
  return Object.fromEntries(prepared.map(({ id }) => [`${prefix}${id}`, 'yes']));
}

function namedIn(input: unknown): string[] {
  return Object.keys(Object(input))
    .filter((name) => /^document\.[0-9A-Z]{9,26}$/.test(name))
    .slice(0, max)
    .map((name) => name.slice(prefix.length));
}

import type { Frame } from '../../../templates/frame.ts';

/** Pages on which staff judge a file or a label. */
const judging = /^\/(files|review|committee|sessions)\//;
/** What is chosen (a label), typed or run, what people wrote, and what leads to where the criterion stands or says that it was saved there. */
const unread =
  /<(option|textarea|script|style|svg|a|label)\b.*?<\/\1>|<p class="(?:asked|savebar__said)".*?<\/p>/gs;
const id = /\b[A-Z]{3}-\d{2}\b(?!-)/g;
const linked = /href="\/\w+\/criteria\/[\d.]+\/([A-Z]{3}-\d{2})"/g;

/** The criteria that a page of staff names without leading to what they ask. */
export function criterionFaults(page: string, { here }: Pick<Frame, 'here'>): string[] {
  if (!judging.test(here)) return [];
  const main = page.slice(page.indexOf('<main'), page.indexOf('</main>'));
  const text = main.replace(unread, ' ').replace(/<[^>]*>/g, ' ');
  const links = new Set([...main.matchAll(linked)].map(([, one]) => one));
  const bare = new Set(text.match(id)?.filter((one) => !links.has(one)));
  return [...bare].map((one) => `${here} names ${one} without a link to what it asks`);
}

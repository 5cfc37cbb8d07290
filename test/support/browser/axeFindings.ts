import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import type { Language } from '../../../src/criteria/scheme.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const standards = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];

/** Words change little of what axe looks at: the language that binds and the one with the longest words stand for all. */
export const axeLanguages: readonly Language[] = ['fr', 'de'];

const contrast = 'color-contrast';
/** What was found to contrast, as `drawn` tells it: each once in this process, because to look at it costs as much as all other rules together. */
const contrasting = new Set<string>();

/**
 * What gives a text its colours: its element and all around it with their classes and states, the scheme and the width of the window.
 * The page keeps it of each element.
 */
const drawn = `(() => {
  const scheme = ['(prefers-color-scheme: dark)', '(forced-colors: active)', 'print'].map((one) => matchMedia(one).matches);
  const window = [innerWidth, ...scheme].join(' ');
  const states = ['class', 'style', 'type', 'open', 'hidden', 'disabled', 'data-state', 'aria-current', 'aria-invalid', 'aria-pressed', 'aria-disabled'];
  const chains = new Map([[null, window]]);
  for (const one of document.querySelectorAll('*')) {
    const said = states.map((name) => one.getAttribute(name)).concat(one.checked === true, one === document.activeElement);
    chains.set(one, chains.get(one.parentElement) + '>' + one.tagName + said.join());
  }
  globalThis.drawn = chains;
  return [...new Set(chains.values())];
})()`;

/** The outermost elements that are drawn in ways, and all within them, whose numbers these are in what `drawn` gave. */
const outermost = (ways: readonly number[]) => `(() => {
  const all = [...new Set(drawn.values())];
  const some = new Set(${JSON.stringify(ways)}.map((way) => all[way]));
  const isSome = (one) => some.has(drawn.get(one));
  return [...drawn.keys()].filter((one) => one && isSome(one) && !(one.parentElement && isSome(one.parentElement)));
})()`;

/** What axe finds against the standards on a page as it stands, each with the element; within a part, also what it only advises. */
export async function axeFindings(page: Page, part?: string): Promise<string[]> {
  // A click that leads to another page does not wait for its stylesheet.
  await page.waitForLoadState();
  const colours = await page.evaluate<string[]>(drawn);
  // Told of violations alone: to describe everything that passes takes longer than to look at it.
  const told = { resultTypes: ['violations'] };
  await page.evaluate(axe);
  const look = (where: string, options: object) =>
    page.evaluate<string[]>(
      `axe.run(${where}, ${JSON.stringify({ ...told, ...options })}).then(({ violations }) =>
        violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ' ' + html.slice(0, 120))))`,
    );
  if (part !== undefined) return look(JSON.stringify(part), {});
  const found = await look('document', { runOnly: standards, rules: { [contrast]: { enabled: false } } });
  const unknown = colours.flatMap((one, i) => (contrasting.has(one) ? [] : i));
  if (unknown.length > 0)
    found.push(...(await look(`{ include: ${outermost(unknown)} }`, { runOnly: [contrast] })));
  // Only of a whole page on which all is well is everything known to contrast.
  if (found.length === 0) for (const one of colours) contrasting.add(one);
  return found;
}

/** How wide the content of a page is: more than its window when it must be scrolled sideways. */
export async function widthOf(page: Page): Promise<unknown> {
  await page.waitForLoadState();
  return page.evaluate('document.documentElement.scrollWidth');
}

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const standards = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];

/** What axe finds against the standards on a page as it stands, each with the element; within a part, also what it only advises. */
export async function axeFindings(page: Page, part?: string): Promise<string[]> {
  // Told of violations alone: to describe everything that passes takes longer than to look at it.
  const options = { resultTypes: ['violations'], ...(part === undefined && { runOnly: standards }) };
  const where = part === undefined ? 'document' : JSON.stringify(part);
  await page.evaluate(axe);
  return page.evaluate(
    `axe.run(${where}, ${JSON.stringify(options)}).then(({ violations }) =>
      violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ' ' + html.slice(0, 120))))`,
  );
}

/** How wide the content of a page is: more than its window when it must be scrolled sideways. */
export async function widthOf(page: Page): Promise<unknown> {
  return page.evaluate('document.documentElement.scrollWidth');
}

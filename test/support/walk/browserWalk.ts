import { expect } from 'chai';
import type { Page } from 'playwright-core';
import type { Person } from '../../../src/commands/items/items.ts';
import { axeFindings, widthOf } from '../browser/axeFindings.ts';
import { submitForm } from '../browser/submitForm.ts';
import type { Site } from '../servers/site.ts';
import type { TestWeb } from '../web.ts';
import type { Walk } from './walk.ts';

/** Looks at a public page: far more than fit in the time for which a browser may keep it (`freshFor`). */
const maxLooks = 1000;

/** People who each have a real browser and stay signed in; every page that they see fits a telephone and a desk, and has no axe findings. */
export function browserWalk({
  origin,
  newContext,
  signIn,
}: Pick<Site<TestWeb>, 'origin' | 'newContext' | 'signIn'>): Walk {
  const pages = new Map<string, Promise<Page>>();
  /** What pages said that were looked at. */
  const looked = new Set<string>();
  const enter = async (person: Person | null) => {
    const page = await (await newContext({ locale: 'fr-CH' })).newPage();
    if (person) await signIn(page, person);
    return page;
  };
  const open = async (person: Person | null, path: string) => {
    const key = person?.id ?? '';
    const entered = pages.get(key) ?? enter(person);
    pages.set(key, entered);
    const page = await entered;
    await page.goto(`${origin}/fr${path}`);
    return page;
  };
  /** What a page says, once it was looked at. */
  const look = async (page: Page) => {
    const said = ((await page.locator('main').textContent()) ?? '').replaceAll(/\s+/g, ' ');
    if (looked.has(said)) return said;
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await widthOf(page), `${page.url()} at ${width}`).to.equal(width);
    }
    expect(await axeFindings(page), page.url()).to.deep.equal([]);
    looked.add(said);
    return said;
  };
  return {
    reads: async (person, path) => look(await open(person, path)),
    sees: async (path, word) => {
      const page = await open(null, path);
      const isThere = () => page.locator('main').getByText(word).first().isVisible();
      for (let tries = 0; tries < maxLooks && !(await isThere()); tries += 1) await open(null, path);
      expect(await look(page), path).to.include(word);
    },
    does: async (person, path, end, values = {}) => {
      const page = await open(person, path);
      await look(page);
      await submitForm(page, end, values);
      const refused = page.locator('.govuk-error-summary');
      expect(await refused.allInnerTexts(), `${path} ${end}`).to.deep.equal([]);
      return look(page);
    },
  };
}

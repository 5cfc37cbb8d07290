import { expect } from 'chai';
import type { Page } from 'playwright-core';
import type { Person } from '../../../src/commands/items/items.ts';
import type { Site } from '../servers/site.ts';
import type { TestWeb } from '../web.ts';
import { submitForm } from './submitForm.ts';

/** Browsers of some people, one each, who stay signed in. */
export interface Desks {
  /** A page as somebody sees it. */
  at(person: Person, path: string): Promise<Page>;
  /** A page as the public sees it, in a browser that has seen none before. */
  publicly(path: string): Promise<Page>;
}

/** Opens them at a site, each with the first page that its person asks for. */
export function desksOf(site: Site<TestWeb>): Desks {
  const pages = new Map<string, Promise<Page>>();
  const enter = async (person: Person) => {
    const page = await (await site.newContext({ locale: 'fr-CH' })).newPage();
    await site.signIn(page, person);
    return page;
  };
  return {
    at: async (person, path) => {
      const entered = pages.get(person.id) ?? enter(person);
      pages.set(person.id, entered);
      const page = await entered;
      await page.goto(`${site.origin}/fr${path}`);
      return page;
    },
    publicly: async (path) => {
      const page = await (await site.newContext()).newPage();
      await page.goto(`${site.origin}/fr${path}`);
      return page;
    },
  };
}

/** Sends the form of a page that ends so, which nothing refuses. */
export async function sends(
  page: Page,
  end: string,
  values: Readonly<Record<string, string>> = {},
): Promise<void> {
  await submitForm(page, end, values);
  expect(await page.locator('.govuk-error-summary').allInnerTexts(), end).to.deep.equal([]);
}

/** What the main part of a page says. */
export async function mainOf(page: Page): Promise<string> {
  return (await page.locator('main').textContent()) ?? '';
}

import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { axeFindings, widthOf } from './axeFindings.ts';

/** A page as it stands has nothing that axe finds, and fits a desk and a phone. */
export async function looksRight(page: Page, what: string): Promise<void> {
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 900 });
    expect(await widthOf(page), `${what} at ${width}`).to.equal(width);
  }
  expect(await axeFindings(page), what).to.deep.equal([]);
}

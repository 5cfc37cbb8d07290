import type { Page } from 'playwright-core';

/** How a person fills a form; each finds a field by its name. */
export interface Hand {
  readonly page: Page;
  write(name: string, text: string): Promise<void>;
  /** Takes one of several: a radio or an entry of a list. */
  choose(name: string, value: string): Promise<void>;
  tick(name: string): Promise<void>;
  /** Presses a button or follows a link, and waits for the page that comes. */
  press(selector: string): Promise<void>;
  /** Opens what is folded away on this page. */
  unfold(selector: string): Promise<void>;
}

const named = (name: string) => `[name="${name}"]`;

/** A pointer or a finger. */
export function pointing(page: Page): Hand {
  return {
    page,
    write: (name, text) => page.fill(named(name), text),
    choose: async (name, value) => {
      if (await isList(page, name)) await page.selectOption(named(name), value);
      else await touch(page, `${named(name)}[value="${value}"]`);
    },
    tick: (name) => touch(page, named(name)),
    press: async (selector) => {
      await Promise.all([page.waitForEvent('load'), page.locator(selector).first().click()]);
    },
    unfold: (selector) => page.click(selector),
  };
}

/** Keys alone: whatever cannot be reached with Tab cannot be filled. */
export function typing(page: Page): Hand {
  const reach = async (selector: string) => {
    for (let presses = 0; presses < 400; presses += 1) {
      if (await page.evaluate(`document.activeElement?.matches(${JSON.stringify(selector)})`)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`no way to ${selector} with the Tab key on ${page.url()}`);
  };
  return {
    page,
    write: async (name, text) => {
      await reach(named(name));
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.insertText(text);
    },
    choose: async (name, value) => {
      await reach(named(name));
      if (await isList(page, name)) return chooseInList(page, name, value);
      await page.keyboard.press('Space');
      for (let turns = 0; turns < 8; turns += 1) {
        if (await page.isChecked(`${named(name)}[value="${value}"]`)) return;
        await page.keyboard.press('ArrowDown');
      }
      throw new Error(`no key takes ${name} to ${value}`);
    },
    tick: async (name) => {
      await reach(named(name));
      if (!(await page.isChecked(named(name)))) await page.keyboard.press('Space');
    },
    press: async (selector) => {
      await reach(selector);
      await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
    },
    unfold: async (selector) => {
      await reach(selector);
      await page.keyboard.press('Enter');
    },
  };
}

/** The mark of a radio or a box is drawn by its label: people touch that. */
async function touch(page: Page, selector: string): Promise<void> {
  const { id, checked } = await page.locator(selector).evaluate(({ id, checked }) => ({ id, checked }));
  if (!checked) await page.click(`label[for="${id}"]`);
}

function isList(page: Page, name: string): Promise<boolean> {
  return page
    .locator(named(name))
    .first()
    .evaluate((field) => field.tagName === 'SELECT');
}

async function chooseInList(page: Page, name: string, value: string): Promise<void> {
  const list = page.locator(named(name));
  await page.keyboard.press('Home');
  for (let turns = 0; turns < 20; turns += 1) {
    if ((await list.inputValue()) === value) return;
    await page.keyboard.press('ArrowDown');
  }
  throw new Error(`no key takes ${name} to ${value}`);
}

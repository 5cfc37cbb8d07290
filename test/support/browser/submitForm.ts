import type { Locator, Page } from 'playwright-core';

/**
 * Fills in the form of the present page that is sent to an address with this end, as a person would, and sends it: unfolds what
 * hides it, writes, takes and ticks, presses its first button, waits for the page that comes. A tick is `yes`, a
 * file the name of one.
 */
export async function submitForm(
  page: Page,
  end: string,
  values: Readonly<Record<string, string>> = {},
): Promise<void> {
  const form = page.locator(`form[action$="${end}"]`).first();
  for (const [name, value] of Object.entries(values)) await put(form, name, value);
  const sender = form.locator('button[type=submit]:not([aria-hidden])').first();
  await unfold(sender);
  await Promise.all([page.waitForEvent('load'), sender.click()]);
}

async function unfold(field: Locator): Promise<void> {
  const folded = field.locator('xpath=ancestor::details[not(@open)]');
  for (let left = await folded.count(); left > 0; left -= 1)
    await folded.first().locator('summary').first().click();
}

async function put(form: Locator, name: string, value: string): Promise<void> {
  const field = form.locator(`[name="${name}"]`).first();
  await unfold(field);
  const kind = await field.evaluate(
    (element) => element.getAttribute('type') ?? element.tagName.toLowerCase(),
  );
  if (kind === 'file') {
    const buffer = Buffer.from(`${value}, spécimen`);
    await field.setInputFiles({ name: value, mimeType: 'text/plain', buffer });
  } else if (kind === 'select') await field.selectOption(value);
  else if (kind === 'radio' || kind === 'checkbox') {
    const box = kind === 'radio' ? form.locator(`[name="${name}"][value="${value}"]`) : field;
    if (!(await box.isChecked())) await form.locator(`label[for="${await box.getAttribute('id')}"]`).click();
  } else await field.fill(value);
}

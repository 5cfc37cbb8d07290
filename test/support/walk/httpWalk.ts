import { expect } from 'chai';
import { parse } from 'node-html-parser';
import { formOf, type WebWithCast } from '../webWithCast.ts';
import type { Walk } from './walk.ts';

/** People who ask for pages and send forms by HTTP alone: it needs no browser. */
export function httpWalk(web: WebWithCast): Walk {
  const visitor = web.browser();
  const browserOf = (person: Parameters<Walk['reads']>[0]) => (person ? web.browserOf(person) : visitor);
  const open = async (...[person, path]: Parameters<Walk['reads']>) => {
    const { status, text } = await (await browserOf(person)).get(`/fr${path}`);
    expect(status, path).to.equal(200);
    return text;
  };
  return {
    reads: async (person, path) => mainOf(await open(person, path)),
    sees: async (path, word) => {
      expect(mainOf(await open(null, path)), path).to.include(word);
    },
    does: async (person, path, end, { file, ...values } = {}) => {
      const page = await open(person, path);
      const action = addressOf(page, end);
      const browser = await browserOf(person);
      const fields = { ...formOf(page, action), ...values };
      const { csrf, file: _, ...rest } = fields;
      const answer =
        file === undefined
          ? await browser.send(action, 'form', new URLSearchParams(fields).toString())
          : await browser.parts(
              action,
              (form) => form.field(rest).attach('file', Buffer.from(`${file}, spécimen`), { filename: file }),
              csrf,
            );
      expect([answer.status, faultsIn(answer.text)], `${path} ${end}`).to.deep.equal([303, []]);
      const { text } = await browser.get(String(answer.headers.location));
      return mainOf(text);
    },
  };
}

function addressOf(page: string, end: string): string {
  const all = parse(page).querySelectorAll('form');
  const action = all.map((form) => form.getAttribute('action') ?? '').find((one) => one.endsWith(end));
  if (action === undefined) throw new Error(`no form is sent to …${end}`);
  return action;
}

function faultsIn(page: string): string[] {
  const summary = parse(page).querySelectorAll('.govuk-error-summary li');
  return summary.map(({ text }) => text.trim());
}

function mainOf(page: string): string {
  return (parse(page).querySelector('main')?.text ?? '').replaceAll(/\s+/g, ' ');
}

import { setTimeout as pause } from 'node:timers/promises';
import { type HTMLElement, parse } from 'node-html-parser';

/** A page as a person has it before them. */
export interface Page {
  readonly path: string;
  readonly html: HTMLElement;
}

export type Values = Readonly<Record<string, string | readonly string[]>>;

/** Longest (s) that a visitor waits where a page says that it is asked too often. */
const maxPatience = 60;

/** A person with a browser: opens pages, fills in forms and sends them, keeps cookies. Knows nothing that a page does not say. */
export class Visitor {
  readonly #origin: string;
  readonly #cookies = new Map<string, string>();

  constructor(origin: string) {
    this.#origin = origin;
  }

  /** The page at a path, after redirects; throws with what the page says when it is refused. */
  async open(path: string): Promise<Page> {
    return this.#ask(path, { method: 'GET' });
  }

  /** Sends the form whose address ends with `action`, with its own content and `values` over it; gives the page it leads to. */
  async send(page: Page, action: string, values: Values = {}): Promise<Page> {
    const form = page.html
      .querySelectorAll('form')
      .find((candidate) => addressOf(candidate, page).endsWith(action) && isPost(candidate));
    if (!form) throw new Error(`${page.path} has no form for ${action}`);
    const filled: Record<string, string | readonly string[]> = { ...contentOf(form), ...values };
    const body = new URLSearchParams(
      Object.entries(filled).flatMap(([name, value]) =>
        [value].flat().map((one): [string, string] => [name, String(one)]),
      ),
    );
    return this.#ask(addressOf(form, page), { method: 'POST', body });
  }

  /** The bytes at an address, for files. */
  async download(path: string): Promise<Buffer> {
    const answer = await fetch(new URL(path, this.#origin));
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
    return Buffer.from(await answer.arrayBuffer());
  }

  async #ask(path: string, request: { method: string; body?: URLSearchParams }): Promise<Page> {
    for (;;) {
      const answer = await this.#once(path, request);
      const seconds = Number(answer.headers.get('retry-after') ?? 1);
      if (answer.status !== 429 || seconds > maxPatience) return this.#page(path, request.method, answer);
      // Somebody who reads waits as long as the page says.
      console.log(`  the service asks for ${seconds} s of patience (${path})`);
      await pause(seconds * 1000);
    }
  }

  async #once(path: string, request: { method: string; body?: URLSearchParams }): Promise<Response> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(new URL(path, this.#origin), {
      ...request,
      redirect: 'manual',
      headers: { cookie, accept: 'text/html', origin: this.#origin },
    });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      this.#cookies.set(name, value);
    }
    return answer;
  }

  async #page(path: string, method: string, answer: Response): Promise<Page> {
    const next = answer.headers.get('location');
    if (next) return this.#ask(new URL(next, new URL(path, this.#origin)).pathname, { method: 'GET' });
    const html = parse(await answer.text());
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${messageOf(html)}`);
    return { path, html };
  }
}

function isPost(form: HTMLElement): boolean {
  return form.getAttribute('method')?.toLowerCase() === 'post';
}

function addressOf(form: HTMLElement, page: Page): string {
  return form.getAttribute('action') || page.path;
}

/** What a form would send untouched. */
function contentOf(form: HTMLElement): Record<string, string> {
  const content: Record<string, string> = {};
  for (const field of form.querySelectorAll('input, textarea, select')) {
    const name = field.getAttribute('name');
    const type = field.getAttribute('type');
    if (!name || type === 'submit' || type === 'file') continue;
    if ((type === 'radio' || type === 'checkbox') && !field.hasAttribute('checked')) continue;
    content[name] = typedIn(field);
  }
  return content;
}

function typedIn(field: HTMLElement): string {
  if (field.rawTagName === 'textarea') return field.textContent;
  if (field.rawTagName === 'select')
    return field.querySelector('option[selected]')?.getAttribute('value') ?? '';
  return field.getAttribute('value') ?? '';
}

function messageOf(html: HTMLElement): string {
  const message = html.querySelector('.govuk-error-summary') ?? html.querySelector('main') ?? html;
  return message.textContent.replace(/\s+/g, ' ').trim().slice(0, 400);
}

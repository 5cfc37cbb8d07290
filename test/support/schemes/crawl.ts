import { wordsOf } from '../../issuing/readPdf.ts';
import { unescapeHtml } from '../unescapeHtml.ts';

/** Asks a service for pages as one browser does, with its cookies, by whatever name of an origin they come. */
export interface Asking {
  ask(url: string, fields?: Readonly<Record<string, string>>): Promise<Response>;
}

/** Each page is asked for by another visitor: how many one may ask for is another test's. */
let visitors = 0;

/** A browser without cookies; behind a proxy that hands visitors on, where the service was told so. */
export function asking(isBehindProxy = false): Asking {
  const cookies = new Map<string, string>();
  return {
    async ask(url, fields) {
      const { origin, pathname } = new URL(url);
      visitors += 1;
      const from = `10.0.${(visitors >> 8) & 255}.${visitors & 255}`;
      const answer = await fetch(url, {
        redirect: 'manual',
        headers: {
          cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
          accept: 'text/html,*/*;q=0.8',
          origin,
          // Pages of development are not for whom a proxy hands on.
          ...(isBehindProxy && !pathname.includes('/dev/') && { 'x-forwarded-for': from }),
        },
        ...(fields && { method: 'POST', body: new URLSearchParams(fields) }),
      });
      for (const line of answer.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
        cookies.set(name, value);
      }
      return answer;
    },
  };
}

/** The addresses of people of the demonstration: one of each kind, since nobody may become as many people as there are at once. */
export async function peopleOf(home: string): Promise<readonly string[]> {
  const page = await (await fetch(`${home}/dev/people`)).text();
  const everybody = [...page.matchAll(/name="person" value="([^"]+)"/g)].map(([, one = '']) => one);
  return [...new Map(everybody.map((one) => [one.replace(/-?\d+@/, '@'), one])).values()];
}

/** Makes a browser somebody of the demonstration; throws where that is nobody. */
export async function become({ ask }: Asking, home: string, person: string): Promise<void> {
  const people = `${home}/dev/people`;
  const [, csrf = ''] = /name="csrf" value="([^"]*)"/.exec(await (await ask(people)).text()) ?? [];
  const { status } = await ask(people, { csrf, person });
  if (status !== 303) throw new Error(`${person} at ${people}: ${status}`);
}

/** What a crawl saw. */
export interface Seen {
  readonly addresses: number;
  /** What of another label stands there, each with where. */
  readonly foreign: readonly string[];
  /** What answers with a fault of the service, or that one asks too much. */
  readonly failing: readonly string[];
}

/** Two addresses have one form when they differ by what they are about, or by what a search asks for. */
const formOf = (path: string) =>
  path
    .replace(/\?.*/, '?')
    .replace(/[A-Z]{3}-\d+-\d+-\w/g, 'NUMBER')
    .replace(/[AFRC]-(?:\d{4}-\d{6}|\d\d-\d{5}-\w)/g, 'FILE')
    .replace(/[0-9A-HJKMNP-TV-Z]{26}/g, 'ID')
    .replace(/[0-9a-f]{24,}/g, 'DIGEST')
    .replace(/\/[A-Z]{3}(?:-\d\d)?(?=\/|$)/g, '/CRITERION');

/** Follows links from some addresses, a few of each form, and looks for words in headers, pages, data, drawings and documents. */
export async function crawl(
  { ask }: Asking,
  origin: string,
  beginnings: readonly string[],
  words: RegExp,
  { ofAForm, inAll }: { readonly ofAForm: number; readonly inAll: number },
): Promise<Seen> {
  const known = new Set(beginnings);
  const forms = new Map<string, number>();
  const foreign = new Set<string>();
  const failing: string[] = [];
  for (const path of known) {
    const answer = await ask(origin + path);
    if (answer.status >= 500 || answer.status === 429) failing.push(`${answer.status} ${path}`);
    const type = answer.headers.get('content-type') ?? '';
    const text = await textOf(answer, type);
    const headers = [...answer.headers].filter(([name]) => name !== 'etag').join('\n');
    for (const [word] of `${headers}\n${text}`.matchAll(words)) foreign.add(`${formOf(path)}: ${word}`);
    for (const link of [answer.headers.get('location') ?? path, ...linksIn(type, text)]) {
      const { origin: to, pathname, search } = new URL(link, origin + path);
      const next = pathname + search;
      const form = formOf(next);
      const followed = forms.get(form) ?? 0;
      if (to !== origin || known.has(next) || followed >= ofAForm || known.size >= inAll) continue;
      if (/sign-out|\/dev\/(?:mailbox\/|reset)/.test(next)) continue;
      forms.set(form, followed + 1);
      known.add(next);
    }
  }
  return { addresses: known.size, foreign: [...foreign], failing };
}

/** What an answer says, whatever it is; pictures and archives say nothing that can be read here. */
async function textOf(answer: Response, type: string): Promise<string> {
  const bytes = Buffer.from(await answer.arrayBuffer());
  if (type.startsWith('application/pdf')) return wordsOf(bytes);
  if (!/text|json|svg|xml|javascript|calendar/.test(type) || /sheet/.test(type)) return '';
  return type.startsWith('text/html') ? unescapeHtml(bytes.toString()) : bytes.toString();
}

function linksIn(type: string, text: string): readonly string[] {
  if (!type.startsWith('text/html')) return [];
  return [...text.matchAll(/(?:href|src)="((?:\/|\?)[^"#]*)/g)].map(([, link = '']) => link);
}

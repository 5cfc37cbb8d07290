// Tier: all. Budget: 133 s.
import { expect } from 'chai';
import { parse } from 'node-html-parser';
import { languages } from '../../../src/criteria/scheme.ts';
import { stylesheet, type stylesheets } from '../../../src/web/http/assets/stylesheet.ts';
import { issueLabel } from '../../support/issueLabel.ts';
import { specimenEntry } from '../../support/samples/specimenEntry.ts';
import type { Browser } from '../../support/web.ts';
import { type WebWithCast, webWithCast } from '../../support/webWithCast.ts';

/** A page and where a link to it stands. */
interface Way {
  readonly path: string;
  readonly from: string;
}

/** Pages of development answer the names of this machine alone (mailbox.test.ts, clock.test.ts); this visitor comes by the public one. */
const development = /^\/..\/dev\//;

/** Searches and pages of lists lead to ever new addresses: of each form so many are followed. */
const maxOfAForm = 12;

/** Two addresses have one form when they differ in what they ask for; with more than two filters, also in which they are. */
const formOf = (path: string) =>
  path
    .replace(/=[^&]*/g, '=')
    .replace(/(\?[^&]+&[^&]+&).+/, '$1…')
    .replace(/MIE-\d+-\d+-\w/, 'N');

/** Classes that only the style sheet of private pages knows, which public pages do not load. */
const forPrivatePages = (() => {
  const classesIn = (name: (typeof stylesheets)[number]) =>
    new Set(
      [
        ...stylesheet(name, 'development')
          .toString()
          .matchAll(/\.([a-z][\w-]*)/g),
      ].map(([, one = '']) => one),
    );
  const everywhere = classesIn('style.css');
  return new Set([...classesIn('private.css')].filter((one) => !everywhere.has(one)));
})();

describe('a crawler that follows every link', () => {
  let web: WebWithCast;
  let visitor: Browser;
  before(async () => {
    web = await webWithCast('crawl');
    await issueLabel(web, web.cast, 'crawl');
    await web.publish({ ...specimenEntry, state: 'suspended' });
    visitor = await web.browser();
    await web.connection.db?.command({ profile: 2 });
  });
  after(async () => {
    await web.connection.db?.command({ profile: 0 });
    await web.stop();
  });

  it('finds no dead link from the home page of every language, and every style where a page needs it', async () => {
    const seen = new Set<string>();
    const forms = new Map<string, number>();
    const dead: string[] = [];
    const bare: string[] = [];
    const worn = new Set<string>();
    const ways: Way[] = languages.map((language) => ({ path: `/${language}`, from: 'the start' }));
    const known = new Set(ways.map(({ path }) => path));
    for (let way = ways.shift(); way; way = ways.shift()) {
      const { path, from } = way;
      const form = formOf(path);
      const followed = forms.get(form) ?? 0;
      if (followed === maxOfAForm || development.test(path)) continue;
      seen.add(path);
      forms.set(form, followed + 1);
      const answer = await visitor.get(path).set('Accept', 'text/html,*/*;q=0.8');
      if (![200, 302, 303].includes(answer.status)) dead.push(`${answer.status} ${path} (from ${from})`);
      if (/ class=" *"/.test(answer.text ?? '')) bare.push(path);
      if (!answer.text?.includes('/private.css'))
        for (const one of classesOf(answer.text ?? '')) worn.add(one);
      const found =
        answer.status === 200 ? linksOf(answer.type, answer.text ?? '') : [answer.headers.location];
      // Each address once: most of the links of a page are those of every page.
      for (const next of found.flatMap((link) => inside(link, path)))
        if (!known.has(next.path)) {
          known.add(next.path);
          ways.push(next);
        }
    }
    expect(dead).to.deep.equal([]);
    expect(bare, 'pages with an empty class').to.deep.equal([]);
    expect([...worn].filter((one) => forPrivatePages.has(one))).to.deep.equal([]);
    expect(seen.size).to.be.greaterThan(100);
    for (const language of languages) expect([...seen]).to.include(`/${language}/verify`);
    expect([...seen].some((path) => path.endsWith('/certificate.pdf'))).to.equal(true);
  });

  it('scans no whole collection', async () => {
    expect((await visitor.get('/fr/verify?q=shop.boulangerie-specimen.example')).text).to.include('<table');
    const read = web.connection.db?.collection('system.profile');
    expect(await read?.countDocuments({ 'command.find': 'entries' })).to.be.greaterThan(20);
    const whole = await read
      ?.find({ planSummary: /COLLSCAN/, ns: /\.(entries|search|files|labels)/ })
      .toArray();
    expect(whole?.map(({ ns, command }) => ({ ns, filter: command.filter }))).to.deep.equal([]);
  });

  /** What of a link lies within the service; a place on a page is that page. */
  function inside(link: string | undefined, from: string): Way[] {
    const { origin } = new URL(web.deps.publicUrl);
    const address = new URL(link ?? '', `${origin}${from}`);
    return address.origin === origin ? [{ path: `${address.pathname}${address.search}`, from }] : [];
  }
});

/** Every address that a page leads to or shows. */
function linksOf(type: string, html: string): string[] {
  if (type !== 'text/html') return [];
  const page = parse(html);
  const of = (selector: string, attribute: string) =>
    page.querySelectorAll(selector).flatMap((element) => element.getAttribute(attribute) ?? []);
  return [
    ...of('a[href]', 'href'),
    ...of('link[href]', 'href'),
    ...of('img[src]', 'src'),
    ...of('form[method=get]', 'action'),
  ];
}

/** The classes of a page's elements. */
function classesOf(html: string): string[] {
  return [...html.matchAll(/ class="([^"]*)"/g)].flatMap(([, classes = '']) => classes.split(/\s+/));
}

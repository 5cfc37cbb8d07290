import { openScheme } from '../../commands/common/schemeOf.ts';
import { languages } from '../../criteria/scheme.ts';
import { LabelError } from '../../errors.ts';
import { sendStream } from '../http/sendStream.ts';
import type { Web, WebRouter } from '../http/state.ts';
import type { WebDeps } from '../http/webDeps.ts';
import { groups } from './openapi/operation.ts';

/** Labels of one part: in four languages less than half of what a sitemap may hold (50,000 addresses, 50 MB; sitemaps.org). */
const labelsOfPart = 5000;
/** Labels that are read at once. */
const page = 500;

const namespaces =
  'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml"';
const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';

const pages = [
  '',
  '/register',
  '/register/places',
  '/verify',
  '/verify/several',
  '/verify/keys',
  '/is-it-for-us',
  '/try',
  '/how',
  '/how/rules',
  '/how-long',
  '/log',
  '/site-checks',
  '/apply',
  '/contact',
  '/guarantees',
  '/report',
  '/glossary',
  '/api',
  ...groups.map((group) => `/api/${group}`),
  '/api/columns',
  '/accessibility',
  '/privacy',
];

/** Every public page, for those who index the web: an index of parts, the labels in parts by their number. */
export function sitemapRoutes(router: WebRouter, { deps }: Web): void {
  const { store, publicUrl } = deps;
  router.get('/robots.txt', (ctx) => {
    // Specimens are not to be found by someone who looks for a label.
    const rule = deps.specimen ? 'Disallow: /' : 'Disallow:';
    ctx.body = `User-agent: *\n${rule}\n\nSitemap: ${publicUrl}/sitemap.xml\n`;
    ctx.type = 'text/plain; charset=utf-8';
  });
  router.get('/sitemap.xml', async (ctx) => {
    const parts = Math.ceil((await store.countEntries()) / labelsOfPart);
    const names = ['pages', ...Array.from({ length: parts }, (_, i) => `labels-${i + 1}`)];
    const lines = names.map((name) => `<sitemap><loc>${publicUrl}/sitemaps/${name}.xml</loc></sitemap>\n`);
    ctx.body = `${declaration}<sitemapindex ${namespaces}>\n${lines.join('')}</sitemapindex>\n`;
    ctx.type = 'application/xml; charset=utf-8';
  });
  router.get('/sitemaps/pages.xml', (ctx) => {
    const urls = publicPaths(deps).map((path) => urlsOf(publicUrl, path));
    ctx.body = `${declaration}<urlset ${namespaces}>\n${urls.join('')}</urlset>\n`;
    ctx.type = 'application/xml; charset=utf-8';
  });
  router.get('/sitemaps/:part', async (ctx) => {
    const [, n = ''] = /^labels-([1-9]\d{0,4})\.xml$/.exec(ctx.params.part ?? '') ?? [];
    const first = (Number(n) - 1) * labelsOfPart;
    if (n === '' || first >= (await store.countEntries())) throw new LabelError('notFound');
    ctx.set('Cache-Control', 'public, max-age=3600');
    ctx.type = 'application/xml; charset=utf-8';
    await sendStream(ctx, partFrom(deps, first));
  });
}

/** Paths behind the language of all pages that everyone may read and that speak of no label, those of the open criteria with them. */
function publicPaths(deps: WebDeps): string[] {
  const { scheme } = openScheme(deps);
  const criteria = `/criteria/${scheme.version}`;
  return [
    ...pages,
    criteria,
    `${criteria}/all`,
    ...scheme.themes.map(({ id }) => `${criteria}/themes/${id}`),
    ...scheme.criteria.map(({ id }) => `${criteria}/${id}`),
  ];
}

async function* partFrom({ store, publicUrl }: WebDeps, first: number): AsyncGenerator<string> {
  let head = `${declaration}<urlset ${namespaces}>\n`;
  for (let skip = first; skip < first + labelsOfPart; skip += page) {
    const labels = await store.entryStamps(skip, page);
    const urls = labels.map(({ number, changedAt }) =>
      urlsOf(publicUrl, `/labels/${number}`, changedAt.slice(0, 10)),
    );
    yield head + urls.join('');
    head = '';
    if (labels.length < page) break;
  }
  yield '</urlset>\n';
}

/** A page in each language, each naming the others. */
function urlsOf(publicUrl: string, path: string, changedOn?: string): string {
  const at = (language: string) => `${publicUrl}/${language}${path}`;
  const others = languages
    .map((language) => `<xhtml:link rel="alternate" hreflang="${language}" href="${at(language)}"/>`)
    .join('');
  const changed = changedOn === undefined ? '' : `<lastmod>${changedOn}</lastmod>`;
  return languages.map((language) => `<url><loc>${at(language)}</loc>${changed}${others}</url>\n`).join('');
}

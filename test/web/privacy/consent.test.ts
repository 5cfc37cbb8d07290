// Tier: all. Budget: 17 s.
import { readdirSync, readFileSync } from 'node:fs';
import { expect } from 'chai';
import { parse } from 'node-html-parser';
import { staffRoles } from '../../../src/commands/items/items.ts';
import type { Browser } from '../../support/web.ts';
import {
  type OpenDraft,
  type WebWithApplicants,
  webWithApplicants,
} from '../../support/webWithApplicants.ts';

const folder = new URL('../../../templates/', import.meta.url);

/** Boxes that show what is stored since someone said it, or how a level is found while nobody says otherwise: no consent. */
const stored = ['acceptsLeman', ...staffRoles];
/** What is computed, or taken in, where nobody says otherwise: the type of a trial's offer, and an import that replaces nothing. */
const harmless = ['type service', 'mode fill'];
/** What a reviewer knows, and the seat they were admitted for. */
const competence = /^(theme|sector|form|language)-|^seat$/;
/** Columns that a list shows. */
const columns = /^col-/;
/** What a subscriber is told of: all that the register publishes, unless somebody says less. */
const told = /^types\./;
const isNoConsent = ({ name, value }: { name: string; value: string }) =>
  stored.includes(name) ||
  competence.test(name) ||
  columns.test(name) ||
  told.test(name) ||
  value === 'figures' ||
  harmless.includes(`${name} ${value}`);

describe('consent', () => {
  let web: WebWithApplicants;
  let draft: OpenDraft;
  let staff: Browser;
  before(async () => {
    web = await webWithApplicants('consent');
    draft = await web.emptyDraft();
    const roles = ['reviewer', 'officer', 'committee', 'chair', 'administrator'] as const;
    staff = await web.browser(await web.person('staff', ...roles));
  });
  after(() => web.stop());

  /** Every page that is reached by following links of our own from some pages. */
  const walk = async (browser: Browser, from: readonly string[]): Promise<ReadonlyMap<string, string>> => {
    const pages = new Map<string, string>();
    const waiting = [...from];
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
      if (pages.has(path)) continue;
      const answer = await browser.get(path);
      const isPage = answer.status === 200 && /text\/html/.test(answer.headers['content-type'] ?? '');
      pages.set(path, isPage ? answer.text : '');
      if (!isPage) continue;
      const links = parse(answer.text)
        .querySelectorAll('a[href^="/fr"]')
        .map((link) => link.getAttribute('href') ?? '');
      waiting.push(
        ...links.map((href) => href.split('#')[0] ?? '').filter((href) => !href.includes('before=')),
      );
    }
    return pages;
  };

  it('is never preselected: no box and no button is chosen on a first visit', async () => {
    const pages = new Map([
      ...(await walk(await web.browser(), ['/fr', '/fr/sign-in', '/fr/privacy'])),
      ...(await walk(draft.browser, [
        '/fr/my',
        '/fr/account',
        '/fr/organisations/new',
        draft.at,
        `${draft.at}/submit`,
      ])),
      ...(await walk(staff, [
        '/fr/lists/files',
        '/fr/review',
        '/fr/committee',
        '/fr/appeals',
        '/fr/ties',
        '/fr/people',
        '/fr/journal',
      ])),
    ]);
    const boxes = [...pages].flatMap(([path, html]) =>
      parse(html)
        .querySelectorAll('input')
        .filter((input) => ['checkbox', 'radio'].includes(input.getAttribute('type') ?? ''))
        .map((input) => ({
          path,
          name: input.getAttribute('name') ?? '',
          value: input.getAttribute('value') ?? '',
          checked: input.hasAttribute('checked'),
        })),
    );
    expect(pages.size).to.be.greaterThan(40);
    expect(boxes.length).to.be.greaterThan(50);
    expect(boxes.filter((box) => box.checked && !isNoConsent(box))).to.deep.equal([]);
  });

  it('covers the session only: one cookie, on private pages, unreadable for others', async () => {
    const visitor = await web.browser();
    for (const path of ['/fr', '/fr/privacy', '/fr/register', '/fr/criteria']) {
      expect((await visitor.get(path)).headers['set-cookie'], path).to.equal(undefined);
    }
    const cookies = (await visitor.get('/fr/sign-in')).headers['set-cookie'] as unknown as string[];
    const names = cookies.map((cookie) => cookie.split('=')[0]);
    expect(names.sort()).to.deep.equal(['session', 'session.sig']);
    for (const cookie of cookies)
      expect(cookie)
        .to.match(/httponly/i)
        .and.to.match(/samesite=lax/i);
  });

  it('is not needed otherwise: no page loads anything from another site', () => {
    const templates = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.ts'),
    );
    const foreign = templates.flatMap((name) => {
      const text = readFileSync(new URL(name, folder), 'utf8');
      const asked = text.match(
        /<(?:script|img|iframe|link|source|video|audio)\b[^>]*\b(?:src|href)="(?:https?:)?\/\/[^"]*"/g,
      );
      return (asked ?? []).map((tag) => `${name}: ${tag}`);
    });
    expect(templates.length).to.be.greaterThan(50);
    expect(foreign).to.deep.equal([]);
  });
});

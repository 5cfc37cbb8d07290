// Tier: all. Budget: 50 s.
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { freePort } from '../support/guides/freePort.ts';
import { asking, become, crawl } from '../support/schemes/crawl.ts';
import { ofGeneva, ofTyrol } from '../support/schemes/ofOneLabel.ts';
import { settingsFile, startTwoLabels, type TwoLabels } from '../support/schemes/twoLabels.ts';
import { builtCli } from '../support/servers/builtCli.ts';

describe('several labels in one process', () => {
  const folder = mkdtempSync(join(tmpdir(), 'labels-'));
  let at: TwoLabels;

  before(async () => {
    const [first, second] = [await freePort(), await freePort()];
    // Somebody else has the port of the second when it starts first.
    const inTheWay = createServer().listen(second, '127.0.0.1');
    await once(inTheWay, 'listening');
    const free = (said: string) => {
      if (said.includes('tyrol.env: its service ended')) inTheWay.close();
    };
    const common = { FIRST_SPECIMENS: 4, LOG_LEVEL: 'silent' };
    at = await startTwoLabels(folder, common, free, [first, second]);
  });

  after(async () => {
    expect(await at.stop(), at.said()).to.deep.equal([0, null]);
    rmSync(folder, { recursive: true });
  });

  it('go on while one of them does not start, which says why and is started again', () => {
    const told = at.said().slice(at.said().indexOf('tyrol.env: '));
    expect(told)
      .to.match(/^tyrol\.env: Nothing can listen at/)
      .and.include('the others go on. It starts again in 1 s.');
    expect(at.said()).to.not.include('geneva.env: its service ended');
  });

  const numberAt = async (origin: string) => {
    const { labels } = (await (await fetch(`${origin}/api/v1/labels`)).json()) as {
      labels: { number: string }[];
    };
    return labels[0]?.number ?? '';
  };

  it('show nothing of each other, on pages, in style sheets, drawings, documents and data', async () => {
    const files = (number: string, languages: readonly string[]) => [
      ...languages.flatMap((one) =>
        ['', '/how/rules', '/try', '/privacy', '/none', `/labels/${number}`].map((path) => `/${one}${path}`),
      ),
      ...['openapi.json', 'register.csv', 'register.jsonld', 'none'].map((name) => `/api/v1/${name}`),
      ...[`/badges/${number}.svg`, '/badges/none.svg', `/credentials/${number}`, '/embed.js', '/robots.txt'],
      ...['/sitemap.xml', '/.well-known/did.json', '/catalogue.jsonld'],
      ...['/.well-known/openid-credential-issuer', '/wallet/types/label'],
      `/${languages[0]}/register/changes.atom`,
    ];
    const limits = { ofAForm: 2, inAll: 80 };
    for (const [origin, languages, words] of [
      [at.tyrol, ['de', 'it'], ofGeneva],
      [at.geneva, ['fr', 'en'], ofTyrol],
    ] as const) {
      const beginnings = files(await numberAt(origin), languages);
      const { foreign, failing } = await crawl(asking(), origin, beginnings, words, limits);
      expect({ foreign, failing }).to.deep.equal({ foreign: [], failing: [] });
    }
  });

  it('do not know each other’s numbers and languages', async () => {
    const number = await numberAt(at.geneva);
    expect(number).to.match(/^MIE-/);
    expect((await fetch(`${at.tyrol}/api/v1/labels/${number}`)).status).to.equal(404);
    const verified = await fetch(`${at.tyrol}/de/verify?q=${number}`);
    expect(verified.status).to.equal(422);
    const page = await verified.text();
    expect(page).to.include('Sie beginnt mit MIE, unsere beginnen mit ZUS.').and.not.include('Made in ESS');
    expect((await fetch(`${at.tyrol}/fr`, { redirect: 'manual' })).status).to.not.equal(200);
    expect(await (await fetch(`${at.tyrol}/de/contact`)).text()).to.include('sekretariat@zusieme.example');
  });

  it('keep a session each in one browser, which is nothing to the other', async () => {
    const browser = asking();
    const desks = { geneva: `${at.geneva}/fr/lists/files`, tyrol: `${at.tyrol}/de/lists/files` };
    await become(browser, `${at.geneva}/fr`, 'officer@specimen.example');
    expect((await browser.ask(desks.tyrol)).status, 'a visitor there').to.equal(302);
    await become(browser, `${at.tyrol}/de`, 'officer@specimen.example');
    for (const desk of Object.values(desks)) expect((await browser.ask(desk)).status, desk).to.equal(200);
  });

  for (const [person, home] of [
    ['owner', 'my'],
    ['reviewer-1', 'review'],
    ['officer', 'day'],
    ['chair', 'committee'],
    ['administrator', 'people'],
  ] as const)
    it(`show nothing of each other to ${person}`, async () => {
      const browser = asking();
      await become(browser, `${at.tyrol}/de`, `${person}@specimen.example`);
      const beginnings = ['de', 'it'].map((language) => `/${language}/${home}`);
      const { foreign, failing, addresses } = await crawl(browser, at.tyrol, beginnings, ofGeneva, {
        ...{ ofAForm: 1, inAll: 24 },
      });
      expect({ foreign, failing }).to.deep.equal({ foreign: [], failing: [] });
      expect(addresses).to.be.greaterThan(10);
    });

  it('are refused when two of them would share what is each one’s own', () => {
    const shared = { DATA_DIR: join(folder, 'same'), METRICS_PORT: 3998, SESSION_SECRET: 'x'.repeat(40) };
    const files = ['a', 'b'].map((name) => settingsFile(folder, name, { PORT: 3999, ...shared }));
    const { status, stderr } = spawnSync(process.execPath, [builtCli, 'serve', ...files], {
      encoding: 'utf8',
    });
    expect(status).to.equal(1);
    for (const name of ['SCHEME', ...Object.keys({ PORT: 0, ...shared })])
      expect(stderr).to.include(`${name} is the same`);
  });
});

import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'chai';
import { testFolder } from '../support/run/folders.ts';
import { asking, become, crawl, peopleOf, type Seen } from '../support/schemes/crawl.ts';
import { ofGeneva, ofTyrol } from '../support/schemes/ofOneLabel.ts';
import { startTwoLabels } from '../support/schemes/twoLabels.ts';
import { runProgram } from './support/program.ts';
import { report } from './support/report.ts';

const limits = { ofAForm: 2, inAll: 250 };
const filesOf = (language: string) => [
  ...['openapi.json', 'register.csv', 'register.jsonl', 'register.jsonld', 'labels', 'none'].map(
    (name) => `/api/v1/${name}`,
  ),
  ...['/embed.js', '/badges/none.svg', '/sitemap.xml', '/robots.txt', '/.well-known/did.json', '/none'],
  ...['/catalogue.jsonld', '/healthz', `/${language}/register/changes.atom`, `/${language}/dev/mailbox`],
];

describe('Second label', () => {
  it('shows nothing of the first to any kind of people, nor the first of it, with all their files at every step', async () => {
    const folder = await testFolder();
    const played = await runProgram({ SCHEME: 'specimen-south-tyrol', DATA_DIR: folder }, 'demo', '--once');
    expect(played.status, played.text).to.equal(0);
    expect(played.text.match(ofGeneva), played.text).to.equal(null);

    const both = await startTwoLabels(folder, {
      ...{ FIRST_SPECIMENS: 24, LOG_LEVEL: 'info' },
      ...{ TRUSTED_PROXY_HOPS: 1, LOOKUPS_PER_MINUTE: 100_000 },
    });
    const labels = [
      { label: 'second', origin: both.tyrol, languages: ['de', 'it'], words: ofGeneva },
      { label: 'first', origin: both.geneva, languages: ['fr', 'de', 'it', 'en'], words: ofTyrol },
    ];
    const figures = [];
    const foreign: string[] = [];
    const failing: string[] = [];
    for (const { label, origin, languages, words } of labels) {
      await allPlayed(`${origin}/${languages[0]}`);
      const people = await peopleOf(`${origin}/${languages[0]}`);
      let addresses = 0;
      const add = (who: string, seen: Seen) => {
        addresses += seen.addresses;
        foreign.push(...seen.foreign.map((one) => `${label}, ${who}: ${one}`));
        failing.push(...seen.failing.map((one) => `${label}, ${who}: ${one}`));
      };
      const homes = languages.flatMap((one) => [`/${one}`, `/${one}/my`]);
      const letters = await lettersAt(`${origin}/${languages[0]}`);
      const visited = [...homes, ...filesOf(languages[0] ?? ''), ...letters];
      add('a visitor', await crawl(asking(true), origin, visited, words, { ...limits, inAll: 2000 }));
      for (const person of people) {
        const browser = asking(true);
        await become(browser, `${origin}/${languages[0]}`, person);
        add(person, await crawl(browser, origin, homes, words, limits));
      }
      figures.push(
        { what: `people of the ${label} label, a visitor besides`, measured: String(people.length) },
        { what: `their letters`, measured: String(letters.length) },
        { what: `addresses asked for by all of them`, measured: String(addresses) },
      );
    }
    expect(await both.stop(), both.said()).to.deep.equal([0, null]);
    await report({
      title: 'Second label',
      about:
        'The whole chain of the second label is played by the demonstration; then both labels run in one process, and a visitor and one person of each kind, in every language, follow links: two of each form of address, through pages, headers, data, drawings, documents and letters.',
      command: "npm run drill -- --grep 'Second label'",
      figures: [
        ...figures,
        { what: 'names, regions, money, colours of the other', goal: '0', measured: String(foreign.length) },
        { what: 'faults of the service', goal: '0', measured: String(failing.length) },
      ],
    });
    expect({ foreign, failing }).to.deep.equal({ foreign: [], failing: [] });
  });
});

/** Waits until the files of the demonstration are at their steps, as its bar says. */
async function allPlayed(home: string): Promise<void> {
  for (;;) {
    const page = await (await fetch(`${home}/dev/people`)).text();
    if (!page.includes('demobar__grows')) return;
    await pause(1000);
  }
}

/** Addresses of every letter that the mailbox of development holds. */
async function lettersAt(home: string): Promise<readonly string[]> {
  const page = await (await fetch(`${home}/dev/mailbox`)).text();
  return [...page.matchAll(/href="(\/[a-z]{2}\/dev\/mailbox\/[^"]+)"/g)].map(([, one = '']) => one);
}

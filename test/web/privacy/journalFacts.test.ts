import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { parse } from 'node-html-parser';
import { systemActor } from '../../../src/commands/common/actor.ts';
import type { DomainEvent } from '../../../src/workflow/domainEvents.ts';
import { chain, genesis } from '../../../src/workflow/record.ts';
import { type Browser, shown, type TestWeb, testWeb } from '../../support/web.ts';

const root = new URL('../../../', import.meta.url);
const source = readFileSync(new URL('src/workflow/domainEvents.ts', root), 'utf8');
const facts = [...source.matchAll(/^ {2}(\w+):([^;]*);/gm)].flatMap(([, about, names = '']) =>
  [...names.matchAll(/\w+/g)].map(([name]) => `${about}.${name}` as DomainEvent),
);

describe('every fact of the journal', () => {
  let web: TestWeb;
  let browser: Browser;
  before(async () => {
    web = await testWeb('journal-facts');
    browser = await web.browser(await web.person('administrator', 'administrator'));
    const lines = facts.map((fact, i) => {
      const { id, ...line } = chain({
        ...{ id: `fact-${String(i).padStart(4, '0')}`, stream: `specimens/${i}`, seq: 1, previous: genesis },
        ...{ at: '2026-11-03T08:00:00.000Z', actor: systemActor, event: null, facts: [fact], data: {} },
      });
      return { _id: id, ...line };
    });
    await web.connection.collection<{ _id: string }>('records').insertMany(lines);
  });
  after(() => web.stop());

  it('can be asked for, and has words, in each language', async () => {
    expect(facts.length).to.be.greaterThan(180);
    for (const words of Object.values(shown.i18n)) {
      const { text } = await browser.get(`/${words.language}/journal?until=2020-01-01`);
      const options = parse(text)
        .querySelectorAll('select[name=fact] option')
        .map((option) => option.getAttribute('value'));
      expect(options.slice(1), words.language).to.have.members(facts);
      for (const fact of facts) expect(words.tOf(`journal.facts.${fact}`)).to.match(/\p{L}{3}/u);
    }
  });

  it('is found by its kind', async () => {
    for (const [i, fact] of facts.entries()) {
      const found = await web.deps.store.journal({ fact, from: '2026-11-03', until: '2026-11-03' }, 10);
      expect(
        found.map(({ stream }) => stream),
        fact,
      ).to.deep.equal([`specimens/${i}`]);
    }
  });
});

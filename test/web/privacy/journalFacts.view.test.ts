import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { journalFacts } from '../../../src/web/privacy/journalFacts.view.ts';
import { locales } from '../../support/locales.ts';

const root = new URL('../../../', import.meta.url);

describe('the facts of the journal', () => {
  it('all have names, and filters list facts only', () => {
    const text = readFileSync(new URL('src/workflow/domainEvents.ts', root), 'utf8');
    const facts = [...text.matchAll(/^ {2}(\w+):([^;]*);/gm)].flatMap(([, about, names = '']) =>
      [...names.matchAll(/\w+/g)].map(([name]) => `${about}.${name}`),
    );
    const { messages } = locales.fr;
    expect(facts.length).to.be.greaterThan(140);
    expect(facts.filter((fact) => !(`journal.facts.${fact}` in messages))).to.deep.equal([]);
    expect(journalFacts.filter((fact) => !facts.includes(fact))).to.deep.equal([]);
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { parse as parseMessage } from '@formatjs/icu-messageformat-parser';
import { expect } from 'chai';
import { languages } from '../../../src/criteria/scheme.ts';
import { handlers } from '../../../src/workers/handlers.ts';
import { schedules } from '../../../src/workers/schedules.ts';
import { guardsOf, machines } from '../../../src/workflow/machines.ts';
import { locales } from '../../support/locales.ts';

const root = new URL('../../../', import.meta.url);
const french = locales.fr.messages;

/** Names of a message's placeholders, also inside its branches. */
function placeholders(message: string): string[] {
  const names = new Set<string>();
  JSON.stringify(parseMessage(message), (key, value) => {
    if (
      key !== 'options' &&
      typeof value === 'object' &&
      value !== null &&
      'value' in value &&
      value.type > 0
    ) {
      if (typeof value.value === 'string') names.add(value.value);
    }
    return value;
  });
  return [...names].sort();
}

/** Texts of our code and templates, by path. */
function sources(folder: string, ending: RegExp): [string, string][] {
  const names = readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' });
  return names
    .filter((name) => ending.test(name))
    .map((name) => [name, readFileSync(new URL(`${folder}/${name}`, root), 'utf8')]);
}

describe('the four languages', () => {
  for (const language of languages) {
    it(`${language} has every French message, with the same placeholders`, () => {
      const { messages } = locales[language];
      const lacking = Object.keys(french).filter((key) => !(key in messages));
      const foreign = Object.keys(messages).filter((key) => !(key in french));
      expect({ lacking, foreign }).to.deep.equal({ lacking: [], foreign: [] });
      for (const [key, message] of Object.entries(messages)) {
        expect(placeholders(message), key).to.deep.equal(placeholders(french[key] ?? ''));
        expect(message, `${key}: a straight apostrophe is an escape sign in a message`).to.not.include("'");
      }
    });
  }

  it('include reviewed French, which is binding: no page of it says that it waits for review', () => {
    expect(locales.fr.reviewed).to.equal(true);
  });

  it('use one word each for the badge', () => {
    const others = {
      fr: /\bbadges?\b/i,
      de: /plakette|abzeichen/i,
      it: /bollin[oi]|\bbadge\b/i,
      en: /macaron/i,
    };
    const words = { fr: /macaron/i, de: /signet/i, it: /distintiv[oi]/i, en: /badge/i };
    for (const language of languages) {
      const texts = [
        ...Object.entries(locales[language].messages),
        ...sources('templates', new RegExp(`(^|[./])${language}\\.yaml$`)),
      ];
      // The standard is a name, and so is an element.
      const said = texts.map(
        ([name, text]) => [name, text.replace(/Open Badges|made-in-ess-badge/g, '')] as const,
      );
      const otherwise = said.filter(([, text]) =>
        others[language].test(text.replace(/^\s*(#.*|[\w-]+:)/gm, '')),
      );
      expect(
        otherwise.map(([name]) => name),
        language,
      ).to.deep.equal([]);
      expect(said.filter(([, text]) => words[language].test(text)).length, language).to.be.greaterThan(20);
    }
  });

  it('use marchio, in Italian, only for other trade marks and the law', () => {
    const named = Object.entries(locales.it.messages).filter(([, text]) => /\bmarchi/i.test(text));
    expect(named.map(([key]) => key).filter((key) => !key.startsWith('sources.'))).to.deep.equal([]);
  });

  it('bring their own quotation marks: no page writes any', () => {
    const written = [...sources('src/web', /\.ts$/), ...sources('templates/pages', /\.ts$/)];
    expect(written.filter(([, text]) => /[«»“”„]/.test(text)).map(([name]) => name)).to.deep.equal([]);
  });

  it('have a message for every reason', () => {
    const names = Object.keys(machines) as (keyof typeof machines)[];
    const codes = names.flatMap((name) =>
      Object.values(guardsOf(name)).flatMap(({ checks }) => checks.map(({ code }) => code)),
    );
    const wanted = [...codes, 'wrongState'].map((reason) => `reasons.${reason}`);
    expect([...new Set(wanted)].filter((key) => !(key in french))).to.deep.equal([]);
  });

  it('have a name for everything that is done in the background, and for nothing else', () => {
    const done = {
      'health.turns.': schedules.map(({ name }) => name),
      // What sends a letter has one name for all.
      'health.handlers.': Object.keys(handlers).filter((name) => !name.startsWith('mail:')),
    };
    for (const [prefix, names] of Object.entries(done)) {
      const named = Object.keys(french).filter((key) => key.startsWith(prefix));
      expect(named).to.have.members(names.map((name) => `${prefix}${name}`));
    }
  });

  it('have a name for every state, and for every event and branch of the drawn workflows', () => {
    const wanted = Object.entries(machines).flatMap(([name, { config }]) => [
      ...Object.keys(config.states ?? {}).map((state) => `states.${name}.${state}`),
      ...Object.values(config.states ?? {}).flatMap(({ on = {} }) =>
        Object.keys(on).map((event) => `events.${name}.${event}`),
      ),
    ]);
    expect(wanted.length).to.be.greaterThan(60);
    expect(wanted.filter((key) => !(key in french))).to.deep.equal([]);
  });
});

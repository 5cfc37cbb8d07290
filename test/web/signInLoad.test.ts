import { hashSync, verifySync } from '@node-rs/argon2';
import { expect } from 'chai';
import type { CodeHasher } from '../../src/commands/accessPorts.ts';
import { createCodeHasher } from '../../src/identity/createCodeHasher.ts';
import { codeFor } from '../support/signInLetter.ts';
import { specimenEntry } from '../support/specimenEntry.ts';
import { type Browser, type TestWeb, testWeb, tokenIn } from '../support/web.ts';

/** What the service's own digests cost (createCodeHasher.test.ts). */
const cost = { memoryCost: 19_456, timeCost: 2 };
/** The same digests made where every request is answered: what must not be. */
const inTheWay: CodeHasher = {
  hash: async (code) => hashSync(code, cost),
  matches: async (hash, code) => verifySync(hash, code),
};
const atOnce = 20;

/** A browser with its letter, before the code is typed. */
interface Asked {
  readonly browser: Browser;
  readonly csrf: string;
  readonly code: string;
}

describe('many who sign in at once', () => {
  /** How often a label is looked up, again and again, while twenty codes are checked at once: counted, because time depends on the machine. */
  const lookUpsBeside = async (codes: CodeHasher) => {
    const web = await testWeb('sign-in-load', {}, undefined, { codes });
    try {
      await web.publish(specimenEntry);
      const asked = await Promise.all(Array.from({ length: atOnce }, (_, n) => asking(web, n)));
      const visitor = await web.browser();
      // What is done for the first time takes longer, and is not what is measured.
      await enter(await asking(web, atOnce));
      const lookUp = async () => (await visitor.get(`/api/v1/labels/${specimenEntry.number}`)).status;
      await lookUp();
      let checked = 0;
      const all = Promise.all(
        asked.map(async (one) => {
          const { status } = await enter(one);
          checked += 1;
          return status;
        }),
      );
      const answers: number[] = [];
      while (checked < atOnce) answers.push(await lookUp());
      expect(new Set(await all), 'everyone is let in').to.deep.equal(new Set([303]));
      expect(new Set(answers)).to.deep.equal(new Set([200]));
      return answers.length;
    } finally {
      await web.stop();
    }
  };

  const asking = async (web: TestWeb, n: number): Promise<Asked> => {
    const email = `load-${n}@specimen.example`;
    const browser = await web.browser();
    await browser.post('/fr/sign-in', { email });
    const csrf = encodeURIComponent(tokenIn((await browser.get('/fr/sign-in/code')).text));
    return { browser, csrf, code: codeFor(web.letters, email) };
  };
  const enter = ({ browser, csrf, code }: Asked) =>
    browser.send('/fr/sign-in/code', 'form', `csrf=${csrf}&code=${code}`);

  it('do not hold up who looks up a label', async () => {
    const blocked = await lookUpsBeside(inTheWay);
    const free = await lookUpsBeside(createCodeHasher());
    expect(free).to.be.greaterThan(1.25 * blocked);
  });
});

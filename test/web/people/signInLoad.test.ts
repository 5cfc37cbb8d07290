import { expect } from 'chai';
import type { CodeHasher } from '../../../src/commands/ports/accessPorts.ts';
import { createCodeHasher } from '../../../src/identity/createCodeHasher.ts';
import { specimenEntry } from '../../support/samples/specimenEntry.ts';
import { codeFor } from '../../support/servers/signInLetter.ts';
import { type TestWeb, testWeb, tokenIn } from '../../support/web.ts';

const atOnce = 20;

/** Digests that all wait until they are let go; `waiting` comes true once so many do. */
function heldBack(hasher: CodeHasher) {
  let release = () => {};
  let arrived = () => {};
  const gate = new Promise<void>((resolve) => {
    release = resolve;
  });
  const waiting = new Promise<void>((resolve) => {
    arrived = resolve;
  });
  let count = 0;
  const matches: CodeHasher['matches'] = async (hash, code) => {
    count += 1;
    if (count === atOnce) arrived();
    await gate;
    return hasher.matches(hash, code);
  };
  return { codes: { ...hasher, matches }, waiting, release: () => release() };
}

/** Asks for a code as a browser does; gives how it is sent. */
async function asking(web: TestWeb, n: number) {
  const email = `load-${n}@specimen.example`;
  const browser = await web.browser();
  await browser.post('/fr/sign-in', { email });
  const csrf = encodeURIComponent(tokenIn((await browser.get('/fr/sign-in/code')).text));
  const code = codeFor(web.letters, email);
  return async () => (await browser.send('/fr/sign-in/code', 'form', `csrf=${csrf}&code=${code}`)).status;
}

/** That a digest leaves the event loop free is the hasher's own test. */
describe('many concurrent sign-ins', () => {
  it('do not delay label look-ups or requests for codes', async () => {
    const { codes, waiting, release } = heldBack(createCodeHasher());
    const web = await testWeb('sign-in-load', {}, undefined, { codes });
    try {
      await web.publish(specimenEntry);
      const enter = await Promise.all(Array.from({ length: atOnce }, (_, n) => asking(web, n)));
      let entered = 0;
      const all = Promise.all(enter.map((one) => one().finally(() => (entered += 1))));
      await waiting;
      const visitor = await web.browser();
      const label = `labels/${specimenEntry.number}`;
      for (const path of [`/api/v1/${label}`, `/fr/${label}`, '/fr/register', '/fr/sign-in'])
        expect((await visitor.get(path)).status, path).to.equal(200);
      await asking(web, atOnce);
      expect(entered, 'all of them wait still').to.equal(0);
      release();
      expect(new Set(await all), 'everyone is let in').to.deep.equal(new Set([303]));
    } finally {
      release();
      await web.stop();
    }
  });
});

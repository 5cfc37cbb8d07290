// Tier: all. Budget: 14 s.
import { expect } from 'chai';
import type supertest from 'supertest';
import yauzl from 'yauzl';
import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import type { Person } from '../../../src/commands/items/items.ts';
import { wordsOf } from '../../issuing/readPdf.ts';
import { advanceToLabel, deliver } from '../../support/applicationSteps.ts';
import { routeAccess } from '../../support/routeAccess.ts';
import { type Browser, tokenIn } from '../../support/web.ts';
import { type WebWithCast, webWithCast } from '../../support/webWithCast.ts';

for (const namesShown of [false, true]) {
  describe(`the names of reviewers, ${namesShown ? 'where the procedure shows them' : 'shielded'}`, () => {
    let web: WebWithCast;
    let id: string;
    let owner: Person;
    let reviewers: readonly Person[];
    let browser: Browser;
    before(async () => {
      web = await webWithCast(`names-${namesShown}`);
      // The web was given its procedure when it started: the same object says another thing now.
      Object.assign(web.deps.procedure, { namesShown });
      const scene = await web.fileInEvaluation();
      ({ id, reviewers } = scene);
      for (const [i, reviewer] of scene.reviewers.entries())
        await deliver(web.deps, reviewer, scene.reviewIds[i] ?? '');
      const { organisationId } = requireVisible(await web.deps.store.application(id)).context;
      owner = requireVisible((await web.deps.store.peopleOf(organisationId))[0]);
      browser = await web.browserOf(owner);
    });
    after(() => web.stop());

    const naming = (text: string) =>
      reviewers
        .flatMap(({ name, email, id: number }) => [name, email, number])
        .filter((one) => text.includes(one));

    /** Every door of the owner that shows something, with all that is behind it. */
    const everything = async () => {
      const offerId = requireVisible((await web.deps.store.snapshot(id, 1))?.content.offers[0]).id;
      const { organisationId } = requireVisible(await web.deps.store.application(id)).context;
      const doors = Object.keys(routeAccess).filter((name) =>
        /^GET \/(?:my|account|applications\/:id|organisations\/:id)/.test(name),
      );
      const addresses = doors.map((name) =>
        `/fr${name.slice('GET '.length)}`
          .replace('/organisations/:id', `/organisations/${organisationId}`)
          .replace(':id', id)
          .replace(':n', '1')
          .replace(':theme', 'FIN')
          .replace(':offerId', offerId),
      );
      const all = new Map<string, string>();
      for (const address of addresses) all.set(address, await contentOf(browser.get(address)));
      const csrf = tokenIn((await browser.get('/fr/account')).text);
      for (const address of [`/fr/organisations/${organisationId}/export`, '/fr/account/export']) {
        all.set(address, await contentOf(browser.send(address, 'form', `csrf=${encodeURIComponent(csrf)}`)));
      }
      return all;
    };
    const where = async () =>
      [...(await everything())].flatMap(([address, text]) => (naming(text).length > 0 ? [address] : []));

    it('are on no page of the applicant before the decision', async () => {
      expect(await where()).to.deep.equal([]);
    });

    it(`are ${namesShown ? 'on the decision only' : 'nowhere'} after it, and in no letter`, async () => {
      await advanceToLabel(web.deps, web.cast, id, owner);
      await web.work();
      const progress = `/fr/applications/${id}`;
      expect(await where()).to.deep.equal(namesShown ? [progress] : []);
      const { text } = await browser.get(progress);
      const said = `Évaluation par ${reviewers.map(({ name }) => name).join(' et ')}.`;
      if (namesShown) expect(text).to.include(said);
      else expect(text).to.not.include('Évaluation par');
      const letters = web.letters.filter(({ to }) => to === owner.email);
      expect(letters.length).to.be.above(2);
      expect(letters.flatMap((letter) => naming(JSON.stringify(letter)))).to.deep.equal([]);
    });
  });
}

/** What an answer says, unpacked. */
async function contentOf(request: supertest.Test): Promise<string> {
  const { body } = await request.buffer(true).parse((response, done) => {
    const parts: Buffer[] = [];
    response.on('data', (part: Buffer) => parts.push(part));
    response.on('end', () => done(null, Buffer.concat(parts)));
  });
  return read(body as Buffer);
}

async function read(bytes: Buffer): Promise<string> {
  if (bytes.subarray(0, 4).toString() === '%PDF') return wordsOf(bytes);
  if (bytes.subarray(0, 2).toString() !== 'PK') return bytes.toString();
  const zip = await yauzl.fromBufferPromise(bytes, { lazyEntries: true, autoClose: false });
  const texts: string[] = [];
  for await (const entry of zip.eachEntry()) {
    const chunks: Buffer[] = [];
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
    texts.push(await read(Buffer.concat(chunks)));
  }
  zip.close();
  return texts.join('\n');
}

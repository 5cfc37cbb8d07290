// Tier: all. Budget: 44 s.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import { parse } from 'node-html-parser';
import { exitCodes, verifyOn } from '../../../src/cli/verify.ts';
import type { PaperContents, PaperDrawers } from '../../../src/commands/items/sealedPaper.ts';
import { trustBundle } from '../../../src/commands/verify/trustBundle.ts';
import { trustRoots } from '../../../src/commands/verify/trustRoots.ts';
import { languages } from '../../../src/criteria/scheme.ts';
import { createI18n } from '../../../src/i18n/i18n.ts';
import { drawInThread } from '../../../src/issuing/drawInThread.ts';
import { demoAuthority } from '../../../src/issuing/seal/demoAuthority.ts';
import { openSealer } from '../../../src/issuing/seal/openSealer.ts';
import { sealPdf } from '../../../src/issuing/seal/sealPdf.ts';
import { type PaperKind, paperKinds } from '../../../src/register/papers/issuedPaper.ts';
import type { Verdict } from '../../../src/register/verification.ts';
import { appended, note, writtenAgain } from '../../issuing/readBack/forgeries/documents.ts';
import { testFolder } from '../../support/run/folders.ts';
import { allPapers } from '../../support/samples/allPapers.ts';
import { specimenEntry } from '../../support/samples/specimenEntry.ts';
import { type Browser, type TestWeb, testWeb } from '../../support/web.ts';

/** A paper as it is handed out, drawn with the place of a seal, and drawn without one. */
interface Made {
  readonly handedOut: Buffer;
  toSeal(): Promise<Buffer>;
  bare(): Promise<Buffer>;
}

interface Case {
  make(made: Made, web: TestWeb): Buffer | Promise<Buffer>;
  /** Of its verdict, and every check with what is wrong with it. */
  readonly verdict: Verdict | readonly Verdict[];
  readonly flaws?: Readonly<Record<string, string>>;
}

const broken = {
  ...{ fileKnown: 'fileUnknown', seal: 'sealBroken', wholeFile: 'unknown', sealIssuer: 'unknown' },
};
const added = { fileKnown: 'fileUnknown', wholeFile: 'notWholeFile' };
const sealedAt = new Date('2026-11-24T09:00:07.000Z');

/** What may become of a paper. */
const cases: Readonly<Record<string, Case>> = {
  'as it was handed out': { make: ({ handedOut }) => handedOut, verdict: 'paper' },
  'written again by a program that keeps its parts': {
    make: ({ handedOut }) => writtenAgain(handedOut),
    verdict: 'fails',
    flaws: broken,
  },
  // Some name a label, and that can be looked up.
  'drawn anew by a program that keeps what is seen': {
    make: async ({ bare }) => Buffer.concat([await bare(), Buffer.from('\n')]),
    verdict: ['noProof', 'claimOnly'],
  },
  'with a note laid over it': {
    make: ({ handedOut }) => appended(handedOut, note),
    verdict: 'fails',
    flaws: added,
  },
  'with bytes behind it': {
    make: ({ handedOut }) => Buffer.concat([handedOut, Buffer.from('% Faux SA\n')]),
    verdict: 'fails',
    flaws: added,
  },
  'under our seal, but never handed out': {
    make: async ({ toSeal }, web) => web.deps.issuing.seal(await toSeal()),
    verdict: 'sealOnly',
    flaws: { fileKnown: 'fileUnlisted' },
  },
  'under the seal of another authority': {
    make: async ({ toSeal }) =>
      sealPdf(
        await toSeal(),
        await openSealer(await demoAuthority(new Date('2026-11-01T00:00:00.000Z')), sealedAt),
      ),
    verdict: 'fails',
    flaws: { fileKnown: 'fileUnknown', sealIssuer: 'otherAuthority' },
  },
};

const isSealed = new Set(['as it was handed out', 'under our seal, but never handed out']);
const at = <T>(all: readonly T[], n: number): T => all[n % all.length] as T;
const i18n = createI18n();

describe('checking a paper', () => {
  let web: TestWeb;
  let visitor: Browser;
  let folder: string;
  const drawing = drawInThread();
  const papers = new Map<PaperKind, Made>();
  const languageOf = (kind: PaperKind) => at(languages, paperKinds.indexOf(kind));
  before(async () => {
    folder = await testFolder();
    web = await testWeb('papers', { publicUrl: 'https://label.example' });
    visitor = await web.browser();
    await web.publish(specimenEntry);
    // The certificate of the seal is published with the first paper.
    await web.deps.papers.proof(allPapers('it').proof);
    await saveBundle('before');
    for (const kind of paperKinds) papers.set(kind, await made(kind, allPapers(languageOf(kind))));
    await saveBundle('bundle');
    await writeFile(join(folder, 'root.json'), JSON.stringify((await trustRoots(web.deps))[0]));
  });
  after(() => web.stop());

  async function made<Kind extends PaperKind>(kind: Kind, contents: PaperContents): Promise<Made> {
    const paper = contents[kind];
    const hand = web.deps.papers[kind] as (paper: PaperContents[Kind]) => Promise<Buffer>;
    const draw = drawing[kind] as PaperDrawers[Kind];
    const { sealsFrom } = await web.deps.issuing.keys();
    // Of no paper that is handed out, and within the certificate of the seal.
    const at = new Date(Date.parse(sealsFrom) + 7000).toISOString();
    const place = { at, timestamped: false, checkedAt: 'label.example/verify' };
    return { handedOut: await hand(paper), toSeal: () => draw(paper, place), bare: () => draw(paper) };
  }

  async function saveBundle(name: string): Promise<void> {
    const lines: Buffer[] = [];
    for await (const line of trustBundle(web.deps)) lines.push(line);
    await writeFile(join(folder, name), Buffer.concat(lines));
  }

  const page = async (bytes: Buffer, language: string) => {
    const answer = await visitor.parts(
      `/${language}/verify`,
      (form) => form.attach('file', bytes, 'papier.pdf'),
      'none',
    );
    return { text: answer.text, main: parse(answer.text).querySelector('main')?.text ?? '' };
  };
  const command = async (bytes: Buffer, language: string, bundle = 'bundle') => {
    const file = join(folder, 'file');
    await writeFile(file, bytes);
    const [root, memory] = [join(folder, 'root.json'), join(folder, `memory-${bundle}`)];
    const options = { bundle: join(folder, bundle), root, memory, language, json: true };
    const told = await verifyOn(web.deps.clock.now(), file, options);
    return { verdict: told.verdict as Verdict, data: JSON.parse(told.lines.join('\n')) };
  };

  for (const [n, [name, { make, verdict, flaws = {} }]] of Object.entries(cases).entries()) {
    // What our seal does not vouch for is drawn to look for codes, which takes a second: of those, each case takes other kinds.
    const kinds = isSealed.has(name) ? paperKinds : [0, 1].map((i) => at(paperKinds, 2 * n + i));
    it(`by page and command: ${name} (${kinds.join(', ')})`, async () => {
      for (const [i, kind] of kinds.entries()) {
        const language = languageOf(kind);
        const bytes = await make(papers.get(kind) as Made, web);
        const told = await command(bytes, language);
        expect([verdict].flat(), kind).to.include(told.verdict);
        const wrong = told.data.checks.filter(({ result }: { result: string }) =>
          /fails|unknown/.test(result),
        );
        const found = wrong.map((check: { name: string; result: string; flaw?: string }) => [
          check.name,
          check.flaw ?? check.result,
        ]);
        expect(Object.fromEntries(found), kind).to.deep.equal(flaws);
        expect(exitCodes[told.verdict]).to.equal(verdict === 'paper' ? 4 : 1);
        expect(told.data.paper?.kind).to.equal(verdict === 'paper' ? kind : undefined);

        if (i > 0 && !isSealed.has(name)) continue;
        const { text, main } = await page(bytes, language);
        expect(main).to.include(
          i18n[language].t(`verification.verdicts.${told.verdict}.title`, { host: '' }),
        );
        expect(text.includes('verdict--valid')).to.equal(verdict === 'paper');
        if (verdict === 'sealOnly') expect(text).to.include('verdict--paused');
        expect(main).to.not.match(/undefined|verification\./);
      }
    });
  }

  it('by a command whose data are older than it: the seal holds, and what it is cannot be told', async () => {
    for (const kind of paperKinds) {
      const { verdict, data } = await command((papers.get(kind) as Made).handedOut, 'fr', 'before');
      expect([verdict, data.paper], kind).to.deep.equal(['sealOnly', undefined]);
      expect(data.sealed?.at, kind).to.match(/^202[67]-/);
    }
  });
});

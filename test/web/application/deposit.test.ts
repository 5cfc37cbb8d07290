import { expect } from 'chai';
import { holdCertificate } from '../../../src/commands/application/evidence/holdCertificate.ts';
import { submitApplication } from '../../../src/commands/application/selfAssessment/submitApplication.ts';
import { readPdf } from '../../issuing/readPdf.ts';
import { declarations } from '../../support/applicationSteps.ts';
import {
  type OpenDraft,
  type WebWithApplicants,
  webWithApplicants,
} from '../../support/webWithApplicants.ts';

interface Told {
  readonly certificates: readonly { readonly name: string; readonly number: string }[];
  readonly organisation: {
    readonly overall: { readonly shown: number; readonly exact: number };
    readonly themes: readonly { readonly theme: string; readonly shown: number; readonly floor: number }[];
    readonly missing: readonly string[];
    readonly gaps: readonly unknown[];
  };
}

describe('a submitted application and its working copy', () => {
  let web: WebWithApplicants;
  let draft: OpenDraft;
  before(async () => {
    web = await webWithApplicants('deposit-pages');
    draft = await web.completeDraft();
  });
  after(() => web.stop());

  const page = async (below = '') => (await draft.browser.get(draft.at + below)).text;
  const plain = (text: string) => text.replaceAll(/[\s\u00a0\u202f]+/g, ' ');
  const bytes = async (below: string) => {
    const answer = await draft.browser.get(draft.at + below).responseType('blob');
    expect(answer.type).to.equal('application/pdf');
    return answer.body as Buffer;
  };

  it('have the same numbers on their page, for programs and on paper', async () => {
    await holdCertificate(web.deps, draft.owner, {
      ...{ applicationId: draft.id, certificate: 'zewo', number: '42', until: '2031-05-01' },
      ...{ link: 'zewo.ch', document: '', evidence: 'Zewo' },
    });
    const told = JSON.parse(await page('/result.json')) as Told;
    expect(told.certificates.map(({ name, number }) => [name, number])).to.deep.equal([['Zewo', '42']]);
    const { overall, themes, missing } = told.organisation;
    expect(missing).to.deep.equal([]);
    expect(overall.exact)
      .to.be.at.least(overall.shown)
      .and.below(overall.shown + 0.1);
    const written = (points: number) => points.toString().replace('.', ',');
    const tasks = plain(await page('/tasks'));
    expect(tasks).to.include(`score__value">${written(overall.shown)}<`);
    for (const { shown } of themes)
      expect(tasks).to.match(new RegExp(`radar__score"[^>]*>${written(shown)}<`));
    const pdf = readPdf(await bytes('/file.pdf'));
    const paper = plain(pdf.pages.flatMap((_, at) => pdf.textOf(at)).join(' '));
    expect(paper).to.include('Zewo, n° 42, valable jusqu’au 1');
    expect(paper).to.include(`(il en faut 50) ${written(overall.shown)}`);
    for (const { shown, floor } of themes) expect(paper).to.include(`(minimum ${floor}) ${written(shown)}`);
  });

  it('offer proof, file and working copy after submission, and accept further changes', async () => {
    const { id, owner } = draft;
    expect((await draft.browser.get(`${draft.at}/differences`)).status, 'nothing sent').to.equal(404);
    await submitApplication(web.deps, owner, { applicationId: id, ...declarations });
    const progress = await page();
    for (const below of ['/proof/1.pdf', '/file/1.pdf', '/tasks', '/differences', '/file.pdf']) {
      expect(progress).to.include(`href="${draft.at}${below}"`);
      expect((await draft.browser.get(draft.at + below)).status, below).to.equal(200);
    }
    expect(await page('/differences')).to.include('Rien ne diffère.');
    const theme = await page('/themes/FIN');
    expect(theme).to.include('Votre demande est envoyée.').and.include('name="go"');
    await draft.browser.post(`${draft.at}/themes/FIN`, { 'FIN-01.comment': 'Après l’envoi' });
    expect(await page('/differences'))
      .to.include('FIN-01 But écrit')
      .and.include('Après l’envoi');
    expect(await page('/submit'))
      .to.include('Vous avez envoyé cette demande le')
      .and.not.include('name="rulesAccepted"');
    const again = await draft.browser.post(`${draft.at}/submit`, { rulesAccepted: 'yes' });
    expect(again.status).to.equal(422);
  });

  it('return not found for an unknown submission', async () => {
    for (const below of ['/proof/2.pdf', '/proof/0.pdf', '/proof/x.pdf', '/file/9.pdf', '/differences/1']) {
      expect((await draft.browser.get(draft.at + below)).status, below).to.equal(404);
    }
  });

  it('show declarations, and the place of each reason', async () => {
    const other = await web.emptyDraft();
    const exclusions = Object.fromEntries(
      Object.keys(declarations.exclusions).map((id) => [`exclusion.${id}`, id === 'EXC-2' ? 'yes' : 'no']),
    );
    const refused = await other.browser.post(`${other.at}/submit`, {
      showScores: 'yes',
      name: 'Spécimen',
      ...exclusions,
    });
    expect(refused.status).to.equal(409);
    expect(plain(refused.text))
      .to.include('href="#exclusion.EXC-2"')
      .and.include('href="#rulesAccepted"')
      .and.include('Conséquence :')
      .and.include('Chiffres à donner');
  });
});

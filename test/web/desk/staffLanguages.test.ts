// Tier: all. Budget: 7 s.
import { expect } from 'chai';
import type { Person } from '../../../src/commands/items/items.ts';
import { languages } from '../../../src/criteria/scheme.ts';
import { assignModerator } from '../../support/applicationSteps.ts';
import { type WebWithCast, webWithCast } from '../../support/webWithCast.ts';

describe('the pages of reviewers, officers and the committee', () => {
  let web: WebWithCast;
  before(async () => {
    web = await webWithCast('staff-languages');
  });
  after(() => web.stop());

  it('open in every language, switch the language of the same page, and have a token in each form', async () => {
    const { cast } = web;
    const invitation = await web.invitedFile();
    const evaluation = await web.fileInEvaluation();
    const [scorer] = evaluation.reviewers;
    const diverging = await web.evaluatedFile({
      'GOU-01': { level: 0, comment: 'Une seule personne décide.' },
    });
    await assignModerator(web.deps, cast, diverging);
    const evaluated = await web.evaluatedFile();
    const deliberation = await web.fileInDeliberation();
    const pages: [Person, string][] = [
      [cast.reviewers[0], '/review'],
      [cast.reviewers[0], `/review/${invitation.reviewId}`],
      [scorer, '/review'],
      [scorer, `/review/${evaluation.reviewIds[0]}`],
      [scorer, `/review/${evaluation.reviewIds[0]}/LUC-01?saved=FIN-01`],
      [scorer, `/review/${evaluation.reviewIds[0]}/GOU-03`],
      [cast.moderator, '/review'],
      [cast.moderator, `/review/moderate/${diverging}`],
      [cast.officer, '/lists/files'],
      [cast.officer, `/files/${invitation.id}`],
      [cast.rapporteur, `/files/${evaluated}`],
      [cast.committee[0], '/committee'],
      [cast.committee[0], `/committee/${deliberation}`],
    ];
    for (const [person, path] of pages) {
      const browser = await web.browserOf(person);
      for (const language of languages) {
        const { status, text } = await browser.get(`/${language}${path}`);
        expect(status, `${language} ${path}`).to.equal(200);
        expect(text).to.include(`<html lang="${language}">`);
        const other = language === 'fr' ? 'de' : 'fr';
        expect(text, 'the switch keeps the page').to.include(`href="/${other}${path}"`);
        const forms = text.split('<form').slice(1);
        for (const form of forms.filter((part) => /^[^>]*method="post"/.test(part))) {
          expect(form, path).to.match(/name="csrf" value="[\w-]{48}"/);
        }
      }
    }
    expect(web.logged).to.deep.equal([]);
  });

  it('are linked from the start page after sign-in, each role with its own link', async () => {
    const doors = ['/fr/review', '/fr/lists/files', '/fr/committee'];
    const { owner, reviewers, officer, committee } = web.cast;
    for (const [person, own] of [
      [owner, []],
      [reviewers[0], ['/fr/review']],
      [officer, ['/fr/lists/files']],
      [committee[0], ['/fr/committee']],
    ] as const) {
      const { text } = await (await web.browserOf(person)).get('/fr/my');
      expect(doors.filter((door) => text.includes(`href="${door}"`))).to.deep.equal(own);
    }
  });
});

import { expect } from 'chai';
import { submitApplication } from '../../../src/commands/application/selfAssessment/submitApplication.ts';
import { filePlaces } from '../../../src/commands/file/filePlaces.ts';
import { frozenFile } from '../../../src/commands/file/frozenFile.ts';
import { createI18n } from '../../../src/i18n/i18n.ts';
import { staffPlace } from '../../../src/web/views/place.view.ts';
import { readingOf } from '../../../src/web/views/reading.view.ts';
import { placeClaim } from '../../../templates/pages/review/place.ts';
import { declarations } from '../../support/applicationSteps.ts';
import { pageFrame } from '../../support/samples/pageFrame.ts';
import { type WebWithApplicants, webWithApplicants } from '../../support/webWithApplicants.ts';

describe('certificates of an application, over HTTP', () => {
  let web: WebWithApplicants;
  before(async () => {
    web = await webWithApplicants('web-certificates');
  });
  after(async () => {
    expect(web.logged, 'nothing here is an error of ours').to.deep.equal([]);
    await web.stop();
  });

  it('are said once with a file, come back filled in where they are refused, and reach the reviewer', async () => {
    const draft = await web.completeDraft();
    const { browser } = draft;
    const form = `${draft.at}/certificates/esus`;
    expect((await browser.get(`${draft.at}/tasks`)).text).to.include(`${draft.at}/certificates"`);
    expect((await browser.get(`${draft.at}/certificates`)).text).to.include(form);
    expect((await browser.get(form)).text).to.include('Prouve le niveau 2');
    const refused = await browser.parts(form, (sent) =>
      sent.field('number', '74-2026').field('until', '2020-01-01').field('link', 'https://x.example/a"b'),
    );
    expect(refused.status).to.equal(422);
    expect(refused.text).to.include('value="74-2026"').and.include('il ne prouve rien');
    const sent = await browser.parts(form, (parts) =>
      parts
        .field('number', '74-2026')
        .field('until', '2030-01-01')
        .field('link', 'https://x.example/a"b')
        .attach('file', Buffer.from('Agrément'), { filename: 'esus.txt' }),
    );
    expect([sent.status, sent.headers.location]).to.deep.equal([303, `${form}?saved=1`]);
    expect((await browser.get(form)).text).to.include('Votre réponse reste');
    await submitApplication(web.deps, draft.owner, { applicationId: draft.id, ...declarations });
    const file = await frozenFile(web.deps, draft.id);
    const words = createI18n().fr;
    const place = filePlaces(file).find(({ criterion }) => criterion.id === 'FIN-01');
    if (!place) throw new Error('FIN-01 is asked');
    const shown = staffPlace(place, readingOf(file.published, file.snapshot.content.offers, words));
    const html = String(placeClaim(pageFrame(words), shown));
    expect(html).to.include('Agrément ESUS').and.include('74-2026').and.include('Reste à vérifier');
    expect(html).to.include('href="https://x.example/a%22b"').and.include('esus.txt');
  });
});

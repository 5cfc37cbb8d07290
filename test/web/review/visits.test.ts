import { expect } from 'chai';
import { parse } from 'node-html-parser';
import type { Person } from '../../../src/commands/items/items.ts';
import {
  advanceToEvaluation,
  currentApplication,
  deliverWithoutCall,
  filledDraft,
} from '../../support/applicationSteps.ts';
import { sendForm, type WebWithCast, webWithCast } from '../../support/webWithCast.ts';

describe('visits on the pages of a file', () => {
  let web: WebWithCast;
  let id: string;
  let owner: Person;
  let reviewId: string;
  before(async () => {
    web = await webWithCast('visits-web');
    ({ id, owner } = await filledDraft(web.deps, web.cast.owner));
    const [first = '', second = ''] = await advanceToEvaluation(web.deps, web.cast, id, owner);
    reviewId = first;
    await deliverWithoutCall(web.deps, web.cast.reviewers[0], first);
    await deliverWithoutCall(web.deps, web.cast.reviewers[1], second);
    await web.connection
      .collection<{ _id: string }>('applications')
      .updateOne({ _id: id }, { $set: { 'lot.ticket': 0.0421 } });
  });
  after(() => web.stop());
  afterEach(() => expect(web.logged, 'nothing here is an error of ours').to.deep.equal([]));

  const file = () => `/fr/files/${id}`;
  const desk = () => `/fr/review/${reviewId}`;
  const text = (html: string) => parse(html).textContent.replace(/\s+/g, ' ');
  const call = { kind: 'call', people: 'Spécimen owner', notes: 'Les statuts sont en ordre.' };

  it('state each trigger with its numbers, and block the recommendation', async () => {
    const { text: html } = await (await web.browserOf(web.cast.rapporteur)).get(file());
    expect(text(html)).to.include('tiré au sort (ticket 0,0421, tiré au-dessous de 0,1)');
    expect(text(html)).to.include((await currentApplication(web.deps, id)).lot?.seed);
    expect(html).not.to.include(`${file()}/recommend`);
    expect(text((await (await web.browserOf(web.cast.reviewers[0])).get(desk())).text)).to.include(
      'tiré au sort',
    );
  });

  it('refuse a future day and incomplete input, and keep it', async () => {
    const officer = await web.browserOf(web.cast.officer);
    const early = await sendForm(officer, file(), `${file()}/visits`, { ...call, on: '2099-01-01' });
    expect(early.status).to.equal(422);
    expect(text(early.text)).to.include('Ce jour est encore à venir');
    expect(early.text).to.include('Les statuts sont en ordre.');
    const half = await sendForm(officer, file(), `${file()}/visits`, { ...call, people: ' ' });
    expect(half.status).to.equal(422);
    expect(parse(half.text).querySelector('.govuk-error-summary')?.textContent).to.include('Avec qui');
    const { kind: _, ...without } = call;
    const how = await sendForm(officer, file(), `${file()}/visits`, without);
    expect(parse(how.text).querySelector('.govuk-error-summary')?.textContent).to.include('Comment');
    expect((await currentApplication(web.deps, id)).visits ?? []).to.deep.equal([]);
  });

  it('are recorded by a reviewer of the file only, and unblock the recommendation', async () => {
    const other = await web.browserOf(web.cast.moderator);
    expect((await other.post(`${desk()}/visits`, { revision: '1', ...call }, '/fr/review')).status).to.equal(
      404,
    );
    const reviewer = await web.browserOf(web.cast.reviewers[0]);
    const noted = await sendForm(reviewer, desk(), `${desk()}/visits`, call);
    expect(noted.status, text(noted.text)).to.equal(303);
    const { text: html } = await (await web.browserOf(web.cast.rapporteur)).get(file());
    expect(html).to.include(`${file()}/recommend`);
    expect(text(html)).to.include('Avec Spécimen owner').and.include('Noté par Spécimen reviewer-1');
  });
});

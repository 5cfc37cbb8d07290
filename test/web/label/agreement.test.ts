import { expect } from 'chai';
import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import { agreementDigest } from '../../../src/commands/items/agreementText.ts';
import type { Person } from '../../../src/commands/items/items.ts';
import { signAgreement } from '../../../src/commands/label/signAgreement.ts';
import { exportOrganisation } from '../../../src/commands/privacy/views/exportOrganisation.ts';
import { wordsOf } from '../../issuing/readPdf.ts';
import { currentApplication, signatureOf } from '../../support/applicationSteps.ts';
import { decideInSessionAndAnnounce } from '../../support/committeeSession.ts';
import { refusalOf } from '../../support/refusal.ts';
import { updatePerson } from '../../support/updatePerson.ts';
import { formOf, sendForm, type WebWithCast, webWithCast } from '../../support/webWithCast.ts';

describe('the agreement', () => {
  let web: WebWithCast;
  before(async () => {
    web = await webWithCast('agreement');
  });
  after(() => web.stop());
  afterEach(() => expect(web.logged, 'nothing here is an error of ours').to.deep.equal([]));

  const at = async (id: string) => ({
    applicationId: id,
    revision: (await currentApplication(web.deps, id)).revision,
  });
  const granted = async () => {
    const { deps } = web;
    const id = await web.fileInDeliberation();
    await decideInSessionAndAnnounce(web.deps, web.cast, id);
    const { organisationId } = (await currentApplication(deps, id)).context;
    return { id, organisationId, owner: requireVisible((await deps.store.peopleOf(organisationId))[0]) };
  };
  const member = async (name: string, organisationId: string, role: 'editor' | 'reader'): Promise<Person> =>
    updatePerson(web.deps, await web.person(name), { memberships: [{ organisationId, role }] });
  const signature = { name: 'Ada Présidente', role: 'Présidence', agreed: 'yes' };

  it('can be signed by owners only, and is shown to others without a form', async () => {
    const { id, organisationId } = await granted();
    const page = `/fr/applications/${id}`;
    const fields = { revision: '1', textDigest: 'x', ...signature };
    const people = [
      [await member('an-editor', organisationId, 'editor'), 409],
      [await member('a-reader', organisationId, 'reader'), 404],
    ] as const;
    const before = await web.storedState();
    for (const [person, status] of people) {
      const browser = await web.browserOf(person);
      const { text } = await browser.get(page);
      expect(text).to.include('La suspension').and.not.include(`${page}/sign`);
      const answer = await browser.post(`${page}/sign`, fields, '/fr/account');
      expect(answer.status, person.name).to.equal(status);
      const refused = await refusalOf(
        signAgreement(web.deps, person, { ...(await at(id)), ...signatureOf(web.deps) }),
      );
      expect(refused, person.name).to.equal(status === 404 ? 'notFound' : 'refused byOwner');
    }
    for (const person of [web.cast.officer, web.cast.owner]) {
      const browser = await web.browserOf(person);
      expect((await browser.post(`${page}/sign`, fields, '/fr/account')).status).to.equal(404);
    }
    expect(await web.storedState()).to.equal(before);
  });

  it('keeps input, says what is missing, and is stale once its text changed', async () => {
    const { id, owner } = await granted();
    const page = `/fr/applications/${id}`;
    const browser = await web.browserOf(owner);
    const before = await web.storedState();
    for (const [change, status] of [
      [{ name: '' }, 422],
      [{ role: ' ' }, 422],
      [{ agreed: '' }, 422],
      [{ name: 'Ada 合' }, 422],
      [{ name: 'Ada www.gagnez.ch' }, 422],
      [{ textDigest: 'f'.repeat(64) }, 409],
      [{ textDigest: agreementDigest(web.deps.agreement, 'de') }, 409],
    ] as const) {
      const answer = await sendForm(browser, page, `${page}/sign`, { ...signature, ...change });
      expect(answer.status, JSON.stringify(change)).to.equal(status);
      const kept = formOf(answer.text, `${page}/sign`);
      expect(kept.name).to.equal({ ...signature, ...change }.name);
      expect(kept.textDigest, 'the text of today').to.equal(agreementDigest(web.deps.agreement, 'fr'));
    }
    expect(await web.storedState()).to.equal(before);
  });

  it('is stored as signed, printed, and readable by the organisation and officers only', async () => {
    const { id, organisationId, owner } = await granted();
    const page = `/fr/applications/${id}`;
    const [own, office] = [`${page}/agreement.pdf`, `/fr/files/${id}/agreement.pdf`];
    const browser = await web.browserOf(owner);
    const officer = await web.browserOf(web.cast.officer);
    for (const [one, path] of [
      [browser, own],
      [officer, office],
    ] as const) {
      expect((await one.get(path)).status, 'not signed yet').to.equal(404);
    }
    expect((await sendForm(browser, page, `${page}/sign`, signature)).status).to.equal(303);
    const { agreement, context } = await currentApplication(web.deps, id);
    expect(agreement).to.include({
      version: web.deps.agreement.version,
      language: 'fr',
      textDigest: agreementDigest(web.deps.agreement, 'fr'),
      name: 'Ada Présidente',
      role: 'Présidence',
      personId: owner.id,
    });
    expect((await browser.get(page)).text)
      .to.include('par Ada Présidente, Présidence.')
      .and.include(`href="${own}"`);
    expect((await officer.get(`/fr/files/${id}`)).text).to.include(office);
    const { parts } = await exportOrganisation(web.deps, owner, { organisationId });
    expect(parts).to.deep.include({ name: `${id}/agreement.pdf`, digest: agreement?.paper });
    const paper = async (one: typeof browser, path: string) =>
      (await one.get(path).responseType('blob')).body as Buffer;
    const text = wordsOf(await paper(browser, own));
    expect(text)
      .to.include('Ada Présidente')
      .and.include(context.labelNumber ?? '-')
      .and.include('8. La suspension')
      .and.include(requireVisible(agreement).digest.slice(0, 8));
    expect((await paper(officer, office)).equals(await paper(browser, own))).to.equal(true);
    const reader = await web.browserOf(await member('another-reader', organisationId, 'reader'));
    expect((await reader.get(own)).status).to.equal(200);
    expect((await (await web.browserOf(web.cast.owner)).get(own)).status, 'another organisation').to.equal(
      404,
    );
    expect((await (await web.browserOf(web.cast.reviewers[0])).get(office)).status).to.equal(403);
    const inside = await web.person('inside', 'officer');
    await updatePerson(web.deps, inside, { memberships: [{ organisationId, role: 'reader' as const }] });
    expect((await (await web.browserOf(inside)).get(office)).status, 'an officer of theirs').to.equal(404);
  });
});

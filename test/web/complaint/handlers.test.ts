// Tier: all. Budget: 13 s.
import { expect } from 'chai';
import { parse } from 'node-html-parser';
import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import { contestComplaint } from '../../../src/commands/complaint/contestComplaint.ts';
import { answerComplaint, takeComplaint } from '../../../src/commands/complaint/handleComplaint.ts';
import type { Person } from '../../../src/commands/items/items.ts';
import { dropProposal, proposeSuspension } from '../../../src/commands/label/sanctions/suspension.ts';
import { declareTie } from '../../../src/commands/review/ties/declareTie.ts';
import { complaintVersion, currentComplaint, reason, sendComplaint } from '../../support/complaintSteps.ts';
import { type IssuedLabel, issueLabel } from '../../support/issueLabel.ts';
import { labelNow } from '../../support/labelSteps.ts';
import { suspension } from '../../support/samples/suspension.ts';
import { updatePerson } from '../../support/updatePerson.ts';
import { type WebWithCast, webWithCast } from '../../support/webWithCast.ts';

const forms = {
  take: {},
  note: { note: 'À voir.' },
  ask: { question: reason },
  answer: { outcome: 'founded', reason, done: '' },
} as const;

describe('who may handle a complaint about a label', () => {
  let web: WebWithCast;
  let holder: IssuedLabel;
  /** The number of the complaint. */
  let number: string;
  before(async () => {
    web = await webWithCast('complaintHandlers');
    holder = await issueLabel(web, web.cast, 'holder');
    const about = { kind: 'criteria', number: holder.number, email: 'reports@specimen.example' } as const;
    ({ number } = await sendComplaint(web, { ...about, text: 'Personne n’y est payé.' }));
  });
  after(() => web.stop());

  const asOfficer = (person: Person, also = {}) =>
    updatePerson(web.deps, person, { roles: [...new Set([...person.roles, 'officer' as const])], ...also });
  /** What a page and its forms answer to a person. */
  const doors = async (person: Person) => {
    const browser = await web.browser(person);
    const path = `/fr/complaints/${number}`;
    const page = await browser.get(path);
    const { revision } = await currentComplaint(web, number);
    const statuses = [page.status];
    for (const [end, typed] of Object.entries(forms)) {
      const form = { ...typed, revision: String(revision) };
      statuses.push((await browser.post(`${path}/${end}`, form, '/fr/account')).status);
    }
    return { text: parse(page.text).text, statuses };
  };
  /** Sees that it is there, for they may have to say so; reads nothing of what is said inside, and does nothing. */
  const keptAway = [200, 409, 409, 409, 409];
  const unknown = [404, 404, 404, 404, 404];
  const forbidden = [403, 403, 403, 403, 403];

  const rows: readonly (readonly [string, () => Person | Promise<Person>, readonly number[]])[] = [
    ['the officer who screened and staffed its file', () => web.cast.officer, keptAway],
    ['a reviewer of its file', () => asOfficer(web.cast.reviewers[0]), keptAway],
    ['its rapporteur', () => asOfficer(web.cast.rapporteur), keptAway],
    ['one who decided', () => asOfficer(requireVisible(web.cast.committee[0])), keptAway],
    ['an officer who proposed to suspend the label', proposer, keptAway],
    ['whoever complains', () => web.person('reports', 'officer'), keptAway],
    ['an owner of the holder', () => asOfficer(holder.owner), unknown],
    ['a reader of the holder', reader, unknown],
    ['an officer with a tie to the holder', tied, unknown],
    ['a reviewer without a part', () => web.person('free-reviewer', 'reviewer'), forbidden],
    ['a member of the committee without a part', () => web.person('free-member', 'committee'), forbidden],
    ['an administrator', () => web.person('administers', 'administrator'), forbidden],
    ['an applicant', () => web.person('applies'), forbidden],
  ];

  async function proposer(): Promise<Person> {
    const keeps = await web.person('keeps', 'officer');
    await proposeSuspension(web.deps, keeps, { ...(await labelNow(web, holder.number)).at, ...suspension });
    await dropProposal(web.deps, keeps, { ...(await labelNow(web, holder.number)).at, reason });
    return keeps;
  }

  async function reader(): Promise<Person> {
    const { organisationId } = holder;
    return updatePerson(web.deps, await web.person('reads', 'officer'), {
      memberships: [{ organisationId, role: 'reader' }],
    });
  }

  async function tied(): Promise<Person> {
    const kin = await web.person('kin', 'officer');
    const tie = { kind: 'kin', share: null, since: '2026-01-01', note: '' } as const;
    const { organisationId } = holder;
    await declareTie(web.deps, kin, { ...tie, personId: kin.id, organisationId });
    return kin;
  }

  for (const [who, personOf, expected] of rows)
    it(`refuses ${who}`, async () => {
      const { statuses, text } = await doors(await personOf());
      expect(statuses).to.deep.equal(expected);
      if (expected === keptAway) {
        expect(text).to.include('Vous ne voyez pas les notes internes');
        expect(text, 'nobody else has it').to.not.include('Quelqu’un d’autre s’occupe de ce signalement');
      }
      expect((await currentComplaint(web, number)).state).to.equal('acknowledged');
    });

  it('lets an officer who only announced the decision, and shows them one button to take it', async () => {
    const announced = await web.person('announces', 'officer');
    await web.connection
      .collection('records')
      .updateMany(
        { stream: `applications/${holder.applicationId}`, facts: 'application.granted' },
        { $set: { 'actor.id': announced.id } },
      );
    const browser = await web.browser(announced);
    const page = (await browser.get(`/fr/complaints/${number}`)).text;
    expect(page.split('Je m’en occupe').length - 1).to.equal(1);
    expect(page).to.not.include('Vous ne voyez pas les notes internes');
  });

  it('sends a visitor to sign in', async () => {
    expect((await (await web.browser()).get(`/fr/complaints/${number}`)).status).to.equal(302);
  });

  it('lets an officer without any part, and no colleague beside them until they take it over', async () => {
    const free = await web.person('free', 'officer');
    const colleague = await web.person('colleague', 'officer');
    await takeComplaint(web.deps, free, await complaintVersion(web, number));
    expect((await doors(colleague)).statuses.slice(0, 2)).to.deep.equal([200, 303]);
    const { context, words } = await currentComplaint(web, number);
    expect([context.handler, words.length]).to.deep.equal([colleague.id, 0]);
  });

  it('says to each officer why they cannot once it is contested and nobody is left', async () => {
    const free = await web.person('answers', 'officer');
    const key = await sendComplaint(web, { number: holder.number, kind: 'criteria' });
    const others = (await web.deps.store.peopleWith('officer')).filter(({ id }) => id !== free.id);
    for (const { id } of others) {
      const person = requireVisible(await web.deps.store.person(id));
      await updatePerson(web.deps, person, { roles: person.roles.filter((role) => role !== 'officer') });
    }
    const screener = await asOfficer(requireVisible(await web.deps.store.person(web.cast.officer.id)));
    await takeComplaint(web.deps, free, await complaintVersion(web, key.number));
    const answer = { outcome: 'unfounded', reason, done: '' } as const;
    await answerComplaint(web.deps, free, { ...(await complaintVersion(web, key.number)), ...answer });
    await contestComplaint(web.deps, { ...key, grounds: reason, request: 'test' });
    const reads = async (person: Person) =>
      parse((await (await web.browser(person)).get(`/fr/complaints/${key.number}`)).text).text;
    for (const [person, why] of [
      [free, 'Vous avez donné la première réponse'],
      [screener, 'Vous avez examiné la recevabilité'],
    ] as const) {
      const text = await reads(person);
      expect(text).to.include(why).and.include('Plus personne au secrétariat ne peut s’en occuper');
      expect(text).to.not.include('Personne ne s’en occupe');
    }
    const administrator = await web.person('names', 'administrator');
    const page = `/fr/inquiries/${key.number}/outsider`;
    const browser = await web.browser(administrator);
    expect(parse((await browser.get(page)).text).text).to.include('Vous avez donné la première réponse');
    const { revision } = await currentComplaint(web, key.number);
    const form = { revision: String(revision), name: 'Spécimen', email: 'outside@specimen.example' };
    expect((await browser.post(page, form, '/fr/account')).status).to.equal(303);
    const outsider = requireVisible(await web.deps.store.personByEmail('outside@specimen.example'));
    const invited = await web.browser(outsider);
    const inquiry = `/fr/inquiries/${key.number}`;
    expect((await invited.get(inquiry)).status).to.equal(200);
    expect((await invited.get(`/fr/inquiries/${number}`)).status, 'another complaint').to.equal(403);
    expect((await invited.get(`/fr/complaints/${key.number}`)).status, 'the office').to.equal(403);
    const now = String((await currentComplaint(web, key.number)).revision);
    expect((await invited.post(`${inquiry}/take`, { revision: now }, inquiry)).status).to.equal(303);
    expect((await invited.get(inquiry)).text)
      .to.include('id="answer"')
      .and.not.include('/casework/');
  });
});

import { expect } from 'chai';
import { acceptApplication } from '../../../src/commands/application/screening/screenApplication.ts';
import { startApplication } from '../../../src/commands/application/selfAssessment/startApplication.ts';
import { submitApplication } from '../../../src/commands/application/selfAssessment/submitApplication.ts';
import { readinessOf } from '../../../src/commands/application/selfAssessment/submitGate.ts';
import {
  declineSponsorship,
  giveSponsorship,
  withdrawSponsorship,
} from '../../../src/commands/application/sponsorship/answerSponsorship.ts';
import { askSponsor } from '../../../src/commands/application/sponsorship/askSponsor.ts';
import {
  listSponsorships,
  viewSponsorship,
} from '../../../src/commands/application/views/viewSponsorship.ts';
import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import { openScheme } from '../../../src/commands/common/schemeOf.ts';
import { givenWords, listSponsors, sponsoredSince } from '../../../src/commands/file/sponsors.ts';
import type { Person } from '../../../src/commands/items/items.ts';
import { eraseOrganisation } from '../../../src/commands/privacy/eraseOrganisation.ts';
import { exportOrganisation } from '../../../src/commands/privacy/views/exportOrganisation.ts';
import { inviteReviewer } from '../../../src/commands/review/assignment/inviteReviewer.ts';
import { hasConflict } from '../../../src/commands/review/ties/barredFrom.ts';
import { tiesOfJoining } from '../../../src/commands/review/ties/tiesOfJoining.ts';
import { ownOrganisations } from '../../../src/policies/organisation.ts';
import {
  type Cast,
  castOf,
  currentApplication,
  declarations,
  filledDraft,
} from '../../support/applicationSteps.ts';
import { type InsertedLabel, insertLabel } from '../../support/insertLabel.ts';
import { refusalOf } from '../../support/refusal.ts';
import { type TestService, testService } from '../../support/run/service.ts';
import { specimen } from '../../support/samples/specimen.ts';
import { updatePerson } from '../../support/updatePerson.ts';

const purpose = 'Pour que nos clients nous reconnaissent.';

describe('sponsorship of an application by the holder of a label', () => {
  let service: TestService;
  let cast: Cast;
  let sponsor: InsertedLabel;
  let other: InsertedLabel;
  let id: string;
  let owner: Person;
  before(async () => {
    service = await testService('sponsorship');
    cast = await castOf(service);
    sponsor = await insertLabel(service, 'sponsor');
    other = await insertLabel(service, 'other-sponsor');
    ({ id, owner } = await filledDraft(service.deps, await service.person('applicant')));
  });
  after(() => service.stop());

  /** The service as the people of a person's organisations are shown it. */
  const as = (person: Person) => ({
    ...service.deps,
    store: service.deps.store.seenBy({ only: ownOrganisations(person) }),
  });
  const ask = (labelNumber: string, applicationId = id, person = owner) =>
    askSponsor(as(person), person, { applicationId, labelNumber, purpose });
  const draftOf = async (name: string) => {
    const draft = await filledDraft(service.deps, await service.person(name));
    return { ...draft, organisationId: requireVisible(draft.owner.memberships[0]).organisationId };
  };

  it('gives a reason for each number that cannot be asked', async () => {
    const { deps } = service;
    expect(await refusalOf(ask('MIE-26-99999-9'))).to.equal('invalid labelNumber:sponsorUnknown');
    expect(await refusalOf(ask('boulangerie'))).to.equal('invalid labelNumber:sponsorUnknown');
    const own = requireVisible(sponsor.owner);
    const second = await startApplication(deps, own, { organisationId: sponsor.organisationId });
    expect(await refusalOf(ask(sponsor.number, second, own))).to.equal('invalid labelNumber:sponsorSelf');
    const ended = await insertLabel(service, 'ended');
    const entry = requireVisible(await deps.store.entry(ended.number));
    await service.connection
      .collection<{ _id: string }>('entries')
      .updateOne({ _id: entry.number }, { $set: { state: 'expired' } });
    expect(await refusalOf(ask(ended.number))).to.equal('invalid labelNumber:sponsorNotInForce');
    const joined = await insertLabel(service, 'joined');
    await service.connection
      .collection<{ _id: string }>('organisations')
      .updateOne({ _id: joined.organisationId }, { $set: { mergedInto: other.organisationId } });
    expect(await refusalOf(ask(joined.number))).to.equal('invalid labelNumber:sponsorMerged');
  });

  it('shows the holder names and purpose only, and other organisations nothing', async () => {
    const draft = await draftOf('shown');
    const asked = await ask(sponsor.number, draft.id, draft.owner);
    expect(await refusalOf(ask(sponsor.number, draft.id, draft.owner))).to.equal(
      'invalid labelNumber:sponsorAsked',
    );
    const desk = await viewSponsorship(as(sponsor.owner), sponsor.owner, asked);
    expect(desk.sponsorship.shown).to.deep.equal({
      organisation: specimen.organisation.name,
      offers: specimen.offers.map(({ name }) => name),
      purpose,
    });
    expect(desk).to.include({ open: true, mayAnswer: true });
    const seen = as(sponsor.owner).store;
    expect(await seen.application(draft.id)).to.equal(null);
    expect(await seen.organisation(draft.organisationId)).to.equal(null);
    expect(await seen.selfAssessment(draft.id)).to.equal(null);
    for (const person of [other.owner, owner, cast.reviewers[0]]) {
      expect(await as(person).store.sponsorship(asked)).to.equal(null);
      expect(await as(person).store.sponsorshipsFor(draft.id)).to.deep.equal([]);
      expect(await as(person).store.sponsorshipsBy(sponsor.organisationId)).to.deep.equal([]);
      expect(await refusalOf(viewSponsorship(as(person), person, asked))).to.equal('notFound');
    }
    expect(await refusalOf(listSponsors(as(other.owner), other.owner, draft.id))).to.equal('notFound');
    const barred = service.deps.store.seenBy({ except: [draft.organisationId] });
    expect(await barred.sponsorship(asked), 'who is barred from the applicant').to.equal(null);
    const staff = service.deps.store.seenBy({ except: [other.organisationId] });
    expect(await staff.sponsorship(asked)).to.include({ state: 'asked' });
  });

  it('shows each of two holders its own sponsorship only', async () => {
    const draft = await draftOf('two');
    await ask(sponsor.number, draft.id, draft.owner);
    await ask(other.number, draft.id, draft.owner);
    const both = await listSponsors(as(draft.owner), draft.owner, draft.id);
    expect(both.map(({ labelNumber }) => labelNumber)).to.deep.equal([sponsor.number, other.number]);
    const one = await as(other.owner).store.sponsorshipsFor(draft.id);
    expect(one.map(({ labelNumber }) => labelNumber)).to.deep.equal([other.number]);
  });

  it('allows three at most, and another one after a refusal', async () => {
    const holders = [
      sponsor,
      other,
      await insertLabel(service, 'third'),
      await insertLabel(service, 'fourth'),
    ];
    const draft = await draftOf('three');
    const ids: string[] = [];
    for (const { number } of holders.slice(0, 3)) ids.push(await ask(number, draft.id, draft.owner));
    const fourth = requireVisible(holders[3]).number;
    expect(await refusalOf(ask(fourth, draft.id, draft.owner))).to.equal('refused sponsorsEnough');
    await declineSponsorship(as(other.owner), other.owner, { sponsorshipId: requireVisible(ids[1]) });
    expect(await refusalOf(ask(fourth, draft.id, draft.owner))).to.equal('taken');
    const at = { applicationId: draft.id, labelNumber: sponsor.number, purpose };
    const reader = await updatePerson(service.deps, await service.person('reader'), {
      memberships: [{ organisationId: draft.organisationId, role: 'reader' }],
    });
    expect(await refusalOf(askSponsor(as(reader), reader, at))).to.equal('notFound');
  });

  it('bars people of the holder from the file, also later members, and never changes the score', async () => {
    const { deps } = service;
    const draft = await draftOf('barred');
    const reviewer = await updatePerson(deps, await service.person('reviewing-member', 'reviewer'), {
      memberships: [{ organisationId: sponsor.organisationId, role: 'editor' }],
    });
    const scores = async () => {
      const copy = requireVisible(await deps.store.selfAssessment(draft.id));
      return readinessOf(openScheme(deps).scheme, copy);
    };
    const without = await scores();
    const asked = await ask(sponsor.number, draft.id, draft.owner);
    expect(await hasConflict(deps, reviewer, draft.organisationId), 'asked only').to.equal(false);
    const give = { sponsorshipId: asked, note: 'Nous achetons leur pain depuis six ans.' };
    expect(await refusalOf(giveSponsorship(as(other.owner), other.owner, give))).to.equal('notFound');
    await giveSponsorship(as(reviewer), reviewer, give);
    expect(await refusalOf(giveSponsorship(as(reviewer), reviewer, give))).to.equal(
      'refused sponsorshipAnswered',
    );
    expect(await scores()).to.deep.equal(without);
    expect(await hasConflict(deps, reviewer, draft.organisationId)).to.equal(true);
    expect(await hasConflict(deps, sponsor.owner, draft.organisationId)).to.equal(true);
    expect(await hasConflict(deps, cast.reviewers[0], draft.organisationId)).to.equal(false);
    const late = await service.person('late-member', 'reviewer');
    const ties = await tiesOfJoining(deps, late, sponsor.organisationId);
    expect(ties.filter(({ kind }) => kind === 'sponsor').map((tie) => tie.organisationId)).to.include(
      draft.organisationId,
    );
    await submitApplication(deps, draft.owner, { applicationId: draft.id, ...declarations });
    const { revision } = await currentApplication(deps, draft.id);
    await acceptApplication(deps, cast.officer, { applicationId: draft.id, revision });
    const invited = { applicationId: draft.id, personId: reviewer.id };
    expect(await refusalOf(inviteReviewer(deps, cast.officer, invited))).to.equal('refused noConflict');
    expect((await givenWords(deps, draft.id)).map(({ note }) => note)).to.deep.equal([give.note]);
    await withdrawSponsorship(as(reviewer), reviewer, { sponsorshipId: asked });
    expect(await givenWords(deps, draft.id)).to.deep.equal([]);
    expect(await deps.store.sponsorship(asked)).to.include({ state: 'withdrawn', note: '' });
    expect(await hasConflict(deps, reviewer, draft.organisationId), 'cools off').to.equal(true);
  });

  it('counts from the first day of the holder’s label, without withdrawn ones', async () => {
    const { deps } = service;
    expect(await sponsoredSince(deps, requireVisible(owner.memberships[0]).organisationId)).to.equal(null);
    const before = requireVisible(await sponsoredSince(deps, other.organisationId));
    expect(before.since).to.equal(requireVisible(await deps.store.label(other.number)).context.since);
    const draft = await draftOf('counted');
    const asked = await ask(other.number, draft.id, draft.owner);
    await giveSponsorship(as(other.owner), other.owner, { sponsorshipId: asked, note: 'Oui.' });
    expect(requireVisible(await sponsoredSince(deps, other.organisationId)).days).to.have.length(
      before.days.length + 1,
    );
    await withdrawSponsorship(as(other.owner), other.owner, { sponsorshipId: asked });
    expect(await sponsoredSince(deps, other.organisationId)).to.deep.equal(before);
  });

  it('refuses statements on a decided file or from an ended label, and lists what is pending', async () => {
    const { deps, connection } = service;
    const draft = await draftOf('late');
    const asked = await ask(other.number, draft.id, draft.owner);
    const waiting = async () =>
      (await listSponsorships(as(other.owner), other.owner)).map(({ sponsorship }) => sponsorship.id);
    expect(await waiting()).to.include(asked);
    const give = () =>
      refusalOf(giveSponsorship(as(other.owner), other.owner, { sponsorshipId: asked, note: 'Oui.' }));
    const setState = (collection: string, _id: string, state: string) =>
      connection.collection<{ _id: string }>(collection).updateOne({ _id }, { $set: { state } });
    await setState('entries', other.number, 'suspended');
    expect(await give()).to.equal('refused ownLabelNotInForce');
    await setState('entries', other.number, 'active');
    // A sealed decision reads like a deliberation, for the holder as for the applicant.
    for (const state of ['deliberation', 'decided', 'withdrawn']) {
      await setState('applications', draft.id, state);
      expect(await give(), state).to.equal('refused sponsorshipTooLate');
      expect(await waiting(), state).not.to.include(asked);
      const more = ask(sponsor.number, draft.id, draft.owner);
      expect(await refusalOf(more), state).to.equal('refused wrongState');
    }
    expect(await deps.store.sponsorship(asked)).to.include({ state: 'asked' });
    await setState('sponsorships', asked, 'given');
    const back = withdrawSponsorship(as(other.owner), other.owner, { sponsorshipId: asked });
    expect(await refusalOf(back), 'what the committee has read stays').to.equal('refused sponsorshipRead');
  });

  it('writes letters to the holder, then to the applicant', async () => {
    const draft = await draftOf('letters');
    await service.work();
    const from = service.letters.length;
    const [one, two] = [
      await ask(sponsor.number, draft.id, draft.owner),
      await ask(other.number, draft.id, draft.owner),
    ];
    await service.work();
    await giveSponsorship(as(sponsor.owner), sponsor.owner, { sponsorshipId: one, note: 'Oui.' });
    await declineSponsorship(as(other.owner), other.owner, { sponsorshipId: two });
    await service.work();
    const sent = service.letters.slice(from).map(({ kind, to }) => `${kind} ${to}`);
    expect(sent).to.include(`sponsorshipAsked ${sponsor.owner.email}`);
    expect(sent).to.include(`sponsorshipAsked ${other.owner.email}`);
    expect(sent).to.include(`sponsorshipGiven ${draft.owner.email}`);
    expect(sent).to.include(`sponsorshipDeclined ${draft.owner.email}`);
    const asking = service.letters.find(
      ({ kind, to }) => kind === 'sponsorshipAsked' && to === sponsor.owner.email,
    );
    expect(asking?.text).to.include('/sponsorships/');
  });

  it('is exported for both organisations, and its text is erased with the content of the file', async () => {
    const { deps } = service;
    const draft = await draftOf('exporting');
    const asked = await ask(sponsor.number, draft.id, draft.owner);
    await giveSponsorship(as(sponsor.owner), sponsor.owner, { sponsorshipId: asked, note: 'Exporté.' });
    const textOf = async (who: Person, organisationId: string) => {
      const { parts } = await exportOrganisation(as(who), who, { organisationId });
      return parts.flatMap((part) => ('text' in part ? [part.text] : [])).join('');
    };
    expect(await textOf(draft.owner, draft.organisationId)).to.include('Exporté.');
    const theirs = await textOf(sponsor.owner, sponsor.organisationId);
    expect(theirs).to.include('Exporté.');
    expect(theirs).not.to.include(draft.id);
    expect(await textOf(other.owner, other.organisationId)).not.to.include('Exporté.');
    const typed = specimen.organisation.name;
    await eraseOrganisation(as(draft.owner), draft.owner, { organisationId: draft.organisationId, typed });
    expect(await deps.store.sponsorship(asked)).to.deep.include({
      note: '',
      shown: { organisation: '', offers: [], purpose: '' },
    });
  });
});

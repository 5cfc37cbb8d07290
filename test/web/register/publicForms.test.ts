// Tier: all. Budget: 43 s.
import { expect } from 'chai';
import { startRenewal } from '../../../src/commands/application/renewal/startRenewal.ts';
import { submitApplication } from '../../../src/commands/application/selfAssessment/submitApplication.ts';
import { withdrawApplication } from '../../../src/commands/application/selfAssessment/withdrawApplication.ts';
import { concludeWithdrawal } from '../../../src/commands/committee/decision/concludeWithdrawal.ts';
import { expireDeadlines } from '../../../src/commands/committee/expireDeadlines.ts';
import { withdrawalItem } from '../../../src/commands/committee/session/agendaItem.ts';
import { castVote } from '../../../src/commands/committee/session/castVote.ts';
import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import type { Person } from '../../../src/commands/items/items.ts';
import { askRevision } from '../../../src/commands/label/askRevision.ts';
import { labelActor } from '../../../src/commands/label/changeLabel.ts';
import { answerHearing } from '../../../src/commands/label/sanctions/hearing.ts';
import { giveNotice } from '../../../src/commands/label/sanctions/notice.ts';
import { proposeSuspension, proposeWithdrawal } from '../../../src/commands/label/sanctions/suspension.ts';
import { renewStatusLists } from '../../../src/commands/label/statusLists.ts';
import { addDays, dayOf } from '../../../src/register/day.ts';
import { applicationVersion, panelOf, appealReason as reason } from '../../support/appealSteps.ts';
import {
  advanceToEvaluation,
  advanceToLabel,
  declarations,
  deliver,
  filledDraft,
} from '../../support/applicationSteps.ts';
import { closeAndApprove, openSessionOn } from '../../support/committeeSession.ts';
import { issueConditionalLabel } from '../../support/issueConditionalLabel.ts';
import { advanceToIssuedLabel, type IssuedLabel, issueLabel } from '../../support/issueLabel.ts';
import { lodgeOnLabel, settleOn, stayOn, toPanel } from '../../support/labelAppealSteps.ts';
import { labelNow, suspendNow } from '../../support/labelSteps.ts';
import { json, registerFiles, row } from '../../support/publicForms/data.ts';
import { badge, codeTarget, credential, everyBadge, papers } from '../../support/publicForms/issued.ts';
import { byFile, byName, byNumber, onDay, register } from '../../support/publicForms/lookUps.ts';
import { kitOf, labelPage, offerPage } from '../../support/publicForms/pages.ts';
import { faultsOf, unissued } from '../../support/publicForms/said.ts';
import { shownOf } from '../../support/publicForms/shown.ts';
import { type Holdings, inWallet } from '../../support/publicForms/wallet.ts';
import { repeatAnswers } from '../../support/renewalSteps.ts';
import { specimen } from '../../support/samples/specimen.ts';
import { suspension } from '../../support/samples/suspension.ts';
import type { Browser } from '../../support/web.ts';
import { type WebWithCast, webWithCast } from '../../support/webWithCast.ts';

const { urgent: _, ...grounds } = suspension;
const young = { ...specimen.organisation, founded: '2025-06-01' };

describe('every public form of a label', () => {
  let web: WebWithCast;
  let visitor: Browser;
  let panel: [Person, Person, Person];
  let clean: IssuedLabel;
  let conditional: IssuedLabel;
  let provisional: IssuedLabel;
  let renewal: string;
  let appeal: string;
  const holdings: Holdings = new Map();
  before(async () => {
    web = await webWithCast('publicStates', { publicUrl: 'https://label.example' });
    visitor = await web.browser();
    panel = await panelOf(web);
  });
  after(() => web.stop());

  const morningOf = async (day: string) => {
    const at = `${day}T08:00:00.000Z`;
    web.setClock(at);
    await expireDeadlines(web.deps, new Date(at));
    // Lists say until when they hold.
    await renewStatusLists(web.deps, new Date(at));
    await web.work();
  };
  const at = async ({ number }: IssuedLabel) => (await labelNow(web, number)).at;
  const people = () => ({ officer: web.cast.officer, panel });
  /** What every form of a label says today is what its machine says: so much of it is expected here by name. */
  const reads = async ({ number, owner }: IssuedLabel, status: string, until: string | null) => {
    const { label } = await labelNow(web, number);
    const shown = requireVisible(shownOf(label, dayOf(web.deps.clock.now().toISOString())));
    expect([shown.status, shown.until]).to.deep.equal([status, until]);
    const pages = (['fr', 'de', 'it', 'en'] as const).map(labelPage);
    const files = [row, json, registerFiles, badge, everyBadge, codeTarget, papers, credential];
    const lookUps = [byNumber, byName, byFile, onDay, register];
    const signIn = () => web.browser(owner);
    const own = [kitOf(signIn), inWallet(owner, signIn, holdings)];
    const all = [...pages, offerPage, ...own, ...files, ...lookUps];
    expect(await faultsOf(all, { web, visitor, label, shown })).to.deep.equal([]);
  };

  it('is absent until its certificate is there, and then says that it holds', async () => {
    const draft = await filledDraft(web.deps, await web.person('clean'));
    const reviewIds = await advanceToEvaluation(web.deps, web.cast, draft.id, draft.owner);
    for (const [i, id] of reviewIds.entries())
      await deliver(web.deps, web.cast.reviewers[i as 0 | 1], id, specimen.reviews[i]);
    const number = await advanceToLabel(web.deps, web.cast, draft.id, draft.owner);
    for (const [path, is, should] of await unissued(visitor, number)) expect(is, path).to.equal(should);
    await web.work();
    const { organisationId } = requireVisible(draft.owner.memberships[0]);
    clean = { applicationId: draft.id, organisationId, number, owner: draft.owner };
    await reads(clean, 'active', '2029-11-01');
  });

  it('says nothing of a hearing', async () => {
    await proposeSuspension(web.deps, web.cast.officer, { ...(await at(clean)), ...grounds });
    await web.work();
    await reads(clean, 'active', '2029-11-01');
  });

  it('says that a label is suspended', async () => {
    web.setClock('2026-11-10T08:00:00.000Z');
    await suspendNow(web, web.cast.officer, clean.number, '2027-01-31');
    await reads(clean, 'suspended', '2026-11-09');
  });

  it('says that it holds by a stay', async () => {
    appeal = await lodgeOnLabel(web, clean.owner, clean.number);
    await toPanel(web, people(), appeal);
    web.setClock('2026-11-20T08:00:00.000Z');
    await stayOn(web, people(), appeal, 'askStay');
    await reads(clean, 'active', '2029-11-01');
  });

  it('says that it holds again once an appeal was upheld', async () => {
    await settleOn(web, people(), appeal, 'uphold');
    await reads(clean, 'active', '2029-11-01');
  });

  it('says nothing of a notice before its day, and that the label ended after it', async () => {
    await giveNotice(web.deps, clean.owner, { ...(await at(clean)), on: '2026-12-31', reason: '' });
    await web.work();
    await reads(clean, 'active', '2029-11-01');
    await morningOf('2027-01-01');
    await reads(clean, 'terminated', '2026-12-31');
  });

  it('says by when a condition is to be met, and that its day is over', async () => {
    const due = '2027-03-31';
    conditional = await issueConditionalLabel(web, web.cast, 'conditional', [{ text: 'Publier.', due }]);
    await reads(conditional, 'conditional', '2029-12-31');
    await morningOf('2027-04-01');
    await reads(conditional, 'conditional', '2029-12-31');
  });

  it('names the offers that are left', async () => {
    const { label } = await labelNow(web, conditional.number);
    const actor = await labelActor(web.deps, web.cast.officer, label);
    const offers = label.offers.slice(0, 1).map(({ id }) => id);
    await askRevision(web.deps, actor, { ...(await at(conditional)), cause: 'scope', offers, reason });
    await web.work();
    await reads(conditional, 'conditional', '2029-12-31');
  });

  it('says that a label is suspended while its withdrawal waits for the committee, and that it is withdrawn', async () => {
    web.setClock('2027-04-10T08:00:00.000Z');
    await suspendNow(web, web.cast.officer, conditional.number, '2027-05-31');
    await morningOf('2027-06-01');
    expect((await labelNow(web, conditional.number)).label.state).to.equal('withdrawalPending');
    await reads(conditional, 'suspended', '2027-04-09');
    const { deps, cast } = web;
    const { applicationId, owner } = conditional;
    await proposeWithdrawal(deps, cast.officer, { ...(await at(conditional)), code: 'misuse', reason });
    await answerHearing(deps, owner, { ...(await at(conditional)), text: 'Spécimen.' });
    const sessionId = await openSessionOn(deps, cast, applicationId);
    const item = withdrawalItem((await labelNow(web, conditional.number)).label);
    for (const member of cast.committee)
      await castVote(deps, member, { applicationId, item, choice: 'for', reason });
    const conclusion = { ...(await at(conditional)), outcome: 'withdrawn', reason, until: null } as const;
    await concludeWithdrawal(deps, cast.committee[0], conclusion);
    await closeAndApprove(deps, cast, sessionId);
    await web.work();
    await reads(conditional, 'withdrawn', '2027-04-09');
  });

  it('says that a withdrawn label holds by a stay, until it is lifted', async () => {
    const id = await lodgeOnLabel(web, conditional.owner, conditional.number, 'withdrawal');
    await toPanel(web, people(), id);
    await stayOn(web, people(), id, 'askStay');
    await reads(conditional, 'conditional', '2029-12-31');
    web.setClock('2027-06-20T08:00:00.000Z');
    await stayOn(web, people(), id, 'askToLiftStay');
    await reads(conditional, 'withdrawn', '2027-06-19');
  });

  it('says that the first label of a young organisation is provisional, and shorter', async () => {
    const draft = await filledDraft(web.deps, await web.person('young'), young);
    const number = await advanceToIssuedLabel(web, web.cast, draft);
    const { organisationId } = requireVisible(draft.owner.memberships[0]);
    provisional = { applicationId: draft.id, organisationId, number, owner: draft.owner };
    await reads(provisional, 'provisional', '2029-06-19');
  });

  it('says that it holds while its renewal is examined, and until when at the latest', async () => {
    const { deps, cast } = web;
    const { owner, number } = provisional;
    web.setClock('2029-06-01T08:00:00.000Z');
    renewal = await startRenewal(deps, owner, { labelNumber: number });
    await repeatAnswers(deps, owner, renewal);
    const reviewIds = await advanceToEvaluation(deps, cast, renewal, owner);
    await morningOf('2029-06-20');
    await reads(provisional, 'extended', '2029-09-17');
    for (const [i, id] of reviewIds.entries()) await deliver(deps, cast.reviewers[i as 0 | 1], id);
    await morningOf('2029-09-18');
    await reads(provisional, 'extended', '2029-10-18');
  });

  it('says that it was replaced, and its successor that it holds without more ado, for the full period', async () => {
    const number = await advanceToLabel(web.deps, web.cast, renewal, provisional.owner);
    await web.work();
    await reads(provisional, 'superseded', '2029-09-17');
    await reads({ ...provisional, number }, 'active', '2032-09-17');
  });

  it('says that a label ran out, from the day after its last one on, whether the clock was there or not', async () => {
    const holder = await issueLabel(web, web.cast, 'runs-out');
    const { until } = (await labelNow(web, holder.number)).label.context;
    await morningOf(until);
    web.setClock(`${addDays(until, 1)}T00:30:00.000Z`);
    await reads(holder, 'expired', until);
    await morningOf(addDays(until, 1));
    await reads(holder, 'expired', until);
  });

  it('says that a label ran out with its extension', async () => {
    const { deps, cast } = web;
    const holder = await issueLabel(web, cast, 'given-up');
    const { until } = (await labelNow(web, holder.number)).label.context;
    web.setClock(`${addDays(until, -20)}T08:00:00.000Z`);
    const id = await startRenewal(deps, holder.owner, { labelNumber: holder.number });
    await repeatAnswers(deps, holder.owner, id);
    await submitApplication(deps, holder.owner, { applicationId: id, ...declarations });
    await morningOf(addDays(until, 1));
    await reads(holder, 'extended', addDays(until, 90));
    web.setClock(`${addDays(until, 10)}T08:00:00.000Z`);
    await withdrawApplication(deps, holder.owner, await applicationVersion(deps, id));
    await web.work();
    await reads(holder, 'expired', addDays(until, 9));
  });
});

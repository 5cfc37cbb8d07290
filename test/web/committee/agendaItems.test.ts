// Tier: all. Budget: 15 s.
import { expect } from 'chai';
import { withdrawalItem } from '../../../src/commands/committee/session/agendaItem.ts';
import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import { dropProposal, proposeWithdrawal } from '../../../src/commands/label/sanctions/suspension.ts';
import { currentApplication } from '../../support/applicationSteps.ts';
import { openSessionOn } from '../../support/committeeSession.ts';
import { type IssuedLabel, issueLabel } from '../../support/issueLabel.ts';
import { advanceToCommittee, filledLabelFile } from '../../support/labelFileSteps.ts';
import { labelNow } from '../../support/labelSteps.ts';
import { type WebWithCast, webWithCast } from '../../support/webWithCast.ts';

const reason = 'Spécimen : ce qui est écrit ici suffit pour un motif.';
const kinds = ['initial', 'extension', 'reconsideration', 'withdrawal'] as const;
type Kind = (typeof kinds)[number];

/** An item that waits for the committee: the file, the item's id, and where its page is. */
interface Waiting {
  readonly applicationId: string;
  readonly item: string;
  readonly page: string;
  readonly holder: IssuedLabel | null;
}

describe('an item of the agenda', () => {
  let web: WebWithCast;
  let session: string;
  let waiting: Record<Kind, Waiting>;
  before(async () => {
    web = await webWithCast('agenda-items');
    web.setClock('2026-12-01T09:00:00.000Z');
    waiting = {
      initial: onFile(await web.fileInDeliberation()),
      extension: await onLabel('extension'),
      reconsideration: await onLabel('reconsideration'),
      withdrawal: await proposed(),
    };
    const agenda = kinds.map((kind) => waiting[kind].applicationId);
    session = await openSessionOn(web.deps, web.cast, ...agenda);
  });
  after(() => web.stop());
  afterEach(() => expect(web.logged, 'nothing here is an error of ours').to.deep.equal([]));

  const pageOf = (id: string) => `/fr/committee/${id}`;
  const onFile = (id: string, holder: IssuedLabel | null = null) =>
    ({ applicationId: id, item: id, page: pageOf(id), holder }) as const;
  const onLabel = async (kind: 'extension' | 'reconsideration') => {
    const holder = await issueLabel(web, web.cast, `holder-${kind}`);
    const id = await filledLabelFile(web, web.cast, holder, kind);
    await advanceToCommittee(web, web.cast, id, holder);
    return onFile(id, holder);
  };
  const propose = async ({ number }: IssuedLabel) => {
    const { at } = await labelNow(web, number);
    await proposeWithdrawal(web.deps, web.cast.officer, { ...at, code: 'misuse', reason });
    return withdrawalItem((await labelNow(web, number)).label);
  };
  const proposed = async (): Promise<Waiting> => {
    const holder = await issueLabel(web, web.cast, 'holder-withdrawal');
    const { applicationId } = holder;
    return {
      applicationId,
      item: await propose(holder),
      page: `${pageOf(applicationId)}/withdrawal`,
      holder,
    };
  };
  const read = async () => requireVisible(await web.deps.store.session(session));
  const votesOn = async (applicationId: string) =>
    (await read()).context.votes.filter((vote) => vote.applicationId === applicationId);
  const chair = () => web.browserOf(web.cast.committee[0]);

  /** Each act of a page that is about its item, with what its form would send. */
  const acts = async ({ applicationId, holder }: Waiting, item: string) => {
    const person = web.cast.committee[0].id;
    const file = String((await currentApplication(web.deps, applicationId)).revision);
    const label = holder ? String((await labelNow(web, holder.number)).label.revision) : file;
    return {
      deliberation: {
        vote: { item, choice: 'for', word: '' },
        recuse: { item, person, why: reason },
        chair: { item, revision: String((await read()).revision), chairWhy: reason },
        defer: { revision: file, putOff: reason },
        decide: { revision: file, outcome: 'granted', reason },
      },
      withdrawal: {
        vote: { item, choice: 'for', word: '' },
        recuse: { item, person, why: reason },
        chair: { item, revision: String((await read()).revision), chairWhy: reason },
        defer: { revision: label, putOff: reason },
        conclude: { revision: label, outcome: 'withdrawn', reason, until: '' },
      },
    } as const;
  };

  for (const kind of kinds) {
    it(`that is ${kind} takes no vote, recusal or act of the chair from the page of another item`, async () => {
      const own = waiting[kind];
      const other = own.page.endsWith('/withdrawal') ? 'deliberation' : 'withdrawal';
      const otherPage = pageOf(own.applicationId) + (other === 'withdrawal' ? '/withdrawal' : '');
      // What a page of the other item that was open before would send.
      const otherItem = kind === 'withdrawal' ? own.applicationId : 'MIE-26-00000-0 2026-01-01T00:00:00.000Z';
      const before = await read();
      const browser = await chair();
      for (const [act, fields] of Object.entries((await acts(own, otherItem))[other])) {
        const answer = await browser.post(`${otherPage}/${act}`, fields, '/fr/committee');
        expect([404, 409], `${kind}: ${act} on ${otherPage}`).to.include(answer.status);
      }
      // The right page, opened when another item was decided.
      for (const act of ['vote', 'recuse', 'chair'] as const) {
        const page = own.page.endsWith('/withdrawal') ? 'withdrawal' : 'deliberation';
        const fields = (await acts(own, otherItem))[page][act];
        const answer = await browser.post(`${own.page}/${act}`, fields, '/fr/committee');
        expect(answer.status, `${kind}: ${act}`).to.equal(409);
        expect(answer.text, `${kind}: ${act}`).to.include('Ce n’est pas ce qui se décide en ce moment');
      }
      expect(await read(), 'nothing was written').to.deep.equal(before);
    });

    it(`that is ${kind} takes a vote from its own page`, async () => {
      const { page, item, applicationId } = waiting[kind];
      const answer = await (await chair()).post(
        `${page}/vote`,
        { item, choice: 'for', word: '' },
        '/fr/committee',
      );
      expect(answer.status).to.equal(303);
      expect((await votesOn(applicationId)).map((vote) => vote.item)).to.deep.equal([item]);
    });
  }

  it('is the only one that its page offers: a granted file leads to the withdrawal of its label', async () => {
    const { applicationId } = waiting.withdrawal;
    const page = pageOf(applicationId);
    const text = (await (await chair()).get(page)).text;
    expect(text).to.include('Ce n’est pas ce qui se décide en ce moment').and.include(`${page}/withdrawal`);
    expect(text).not.to.include(`${page}/vote`);
    expect(text).not.to.include('Pour accorder le label');
  });

  it('is one proposal: a vote on a proposal that was dropped does not count for the next one', async () => {
    const { applicationId, holder, page } = waiting.withdrawal;
    const { number } = requireVisible(holder);
    web.setClock('2026-12-01T10:00:00.000Z');
    const { at } = await labelNow(web, number);
    await dropProposal(web.deps, web.cast.officer, { ...at, reason });
    const next = await propose(requireVisible(holder));
    const text = (await (await chair()).get(page)).text;
    expect(text, 'everybody is waited for again').to.include('N’ont pas encore voté');
    expect(text).to.include(`value="${next}"`);
    expect((await votesOn(applicationId)).map((vote) => vote.item)).not.to.include(next);
  });
});

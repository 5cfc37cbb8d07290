import { expect } from 'chai';
import { addEvidence } from '../../../src/commands/application/evidence/addEvidence.ts';
import { attachEvidence } from '../../../src/commands/application/evidence/joinEvidence.ts';
import { answerCriterion } from '../../../src/commands/application/selfAssessment/answerCriterion.ts';
import { changeOffer } from '../../../src/commands/application/selfAssessment/editOffers.ts';
import { applyImport } from '../../../src/commands/application/transfer/applyImport.ts';
import type { ImportMode } from '../../../src/commands/application/transfer/line.ts';
import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import type { Person } from '../../../src/commands/items/items.ts';
import type { Deps } from '../../../src/commands/ports/ports.ts';
import { entriesOf } from '../../../src/web/application/transfer/entries.form.ts';
import { linesOf } from '../../../src/web/application/transfer/lines.form.ts';
import { filledDraft } from '../../support/applicationSteps.ts';
import { refusalOf } from '../../support/refusal.ts';
import { type TestService, testService } from '../../support/run/service.ts';

const head = ['kind', 'offer', 'id', 'value', 'na', 'evidence', 'comment'];

describe('an import with concurrent changes', () => {
  let service: TestService;
  let id: string;
  let owner: Person;
  beforeEach(async () => {
    service = await testService('take-import');
    ({ id, owner } = await filledDraft(service.deps, await service.person('owner')));
  });
  afterEach(() => service.stop());

  const copy = async () => requireVisible(await service.deps.store.selfAssessment(id));
  const answer = async () =>
    requireVisible((await copy()).answers.find(({ criterion }) => criterion === 'GOU-01'));
  const input = async (rows: readonly (readonly string[])[], mode: ImportMode) => {
    const table = [head, ...rows].map((cells, i) => ({ row: i + 1, cells }));
    const file = linesOf(entriesOf({ kind: 'xlsx', rows: table }));
    return { applicationId: id, file, mode, revision: (await copy()).revision };
  };
  /** What the import is given: just before it writes for the first time, `first` is done. */
  const overtakenBy = (first: () => Promise<unknown>): Deps => {
    let done = false;
    const editSelfAssessment: Deps['store']['editSelfAssessment'] = async (...edit) => {
      if (!done) {
        done = true;
        await first();
      }
      await service.deps.store.editSelfAssessment(...edit);
    };
    return { ...service.deps, store: { ...service.deps.store, editSelfAssessment } };
  };

  it('keeps the answer that a colleague saved first, and the imported one beside it', async () => {
    const theirs = { ...(await answer()), comment: 'De la collègue' };
    const read = await input([['answer', '', 'GOU-01', '', '', '', 'Du fichier']], 'replace');
    const deps = overtakenBy(() =>
      answerCriterion(service.deps, owner, { applicationId: id, offerId: '', answer: theirs }),
    );
    await applyImport(deps, owner, { ...read, newOffers: [] });
    expect((await answer()).comment).to.equal('De la collègue');
    expect((await copy()).rivals?.map((rival) => rival.answer.comment)).to.deep.equal(['Du fichier']);
  });

  it('keeps a document that was attached first', async () => {
    const { document } = await addEvidence(service.deps, owner, {
      applicationId: id,
      name: 'a.txt',
      bytes: Buffer.from('a'),
    });
    const read = await input([['answer', '', 'GOU-01', '', '', '', 'Du fichier']], 'replace');
    const place = { applicationId: id, offerId: '', criterion: 'GOU-01', document };
    await applyImport(
      overtakenBy(() => attachEvidence(service.deps, owner, place)),
      owner,
      { ...read, newOffers: [] },
    );
    const { files, comment } = await answer();
    expect([files, comment]).to.deep.equal([[document], 'Du fichier']);
  });

  it('keeps an offer that a colleague changed first', async () => {
    const [offer] = (await copy()).offersNamed;
    const theirs = { ...requireVisible(offer), sheet: 'De la collègue' };
    const rows = Object.entries({ ...requireVisible(offer), sheet: 'Du fichier' }).filter(
      ([part]) => part !== 'id',
    );
    const read = await input(
      rows.map(([part, value]) => ['offer', '1', part, value]),
      'replace',
    );
    const deps = overtakenBy(() => changeOffer(service.deps, owner, { applicationId: id, offer: theirs }));
    const code = await refusalOf(applyImport(deps, owner, { ...read, newOffers: [] }));
    expect([code, (await copy()).offersNamed[0]?.sheet]).to.deep.equal(['stale', 'De la collègue']);
  });

  it('adds each new offer once when the import runs twice at once', async () => {
    const offer = (n: string) => [
      ['offer', n, 'name', 'Nouvelle offre'],
      ['offer', n, 'type', 'food'],
      ['offer', n, 'sheet', 'Fiche'],
    ];
    const read = await input([...offer('1'), ...offer('2')], 'fill');
    const newOffers = [1, 2].map((n) => ({ offer: n, id: service.deps.ids.next() }));
    const take = (deps: Deps) => applyImport(deps, owner, { ...read, newOffers });
    await take(overtakenBy(() => take(service.deps)));
    const named = (await copy()).offersNamed.filter(({ name }) => name === 'Nouvelle offre');
    expect(named.map((one) => one.id)).to.deep.equal(newOffers.map((one) => one.id));
  });
});

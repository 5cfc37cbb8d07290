import { expect } from 'chai';
import { visitorActor } from '../../../../src/commands/common/actor.ts';
import { requireVisible } from '../../../../src/commands/common/requireVisible.ts';
import { addNote } from '../../../../src/storage/database/addNote.ts';
import { complaintsAsItems } from '../../../../src/storage/database/migrations/0047-complaints-as-items.ts';
import { createJournal } from '../../../../src/storage/privacy/createJournal.ts';
import { type TestService, testService } from '../../../support/run/service.ts';

const receivedAt = '2026-10-01T08:00:00.000Z';
const labelNumber = 'MIE-26-00042-D';

/** Complaints as they were stored before they had a life: one on a label, anonymous; one on none, with an address. */
const rows = [
  { _id: 'C-26-00001-N', labelNumber, organisationId: 'specimen', email: null },
  { _id: 'C-26-00002-L', labelNumber: null, organisationId: null, email: 'spécimen@specimen.example' },
].map((one) => ({
  ...one,
  state: 'received',
  receivedAt,
  language: 'fr',
  number: one.labelNumber ?? 'illisible',
  place: 'shop',
  text: 'Un macaron sur une vitrine : spécimen.',
  link: '',
  photo: null,
  sent: `digest of ${one._id}`,
}));
/** One whose time was over: its row was gone, its chain was kept. */
const erased = 'C-25-00009-K';

describe('storage/migrations/0047-complaints-as-items', () => {
  let service: TestService;
  before(async () => {
    service = await testService('complaints-as-items');
    const { connection } = service;
    await connection.collection<{ _id: string }>('complaints').insertMany(rows);
    await connection
      .collection<{ _id: string; context: object }>('labels')
      .insertOne({ _id: labelNumber, context: { applicationId: 'A-2026-000001' } });
    await connection.transaction(async (session) => {
      for (const { _id, label } of [
        ...rows.map((one) => ({ ...one, label: one.labelNumber })),
        { _id: erased, label: null },
      ])
        await addNote(connection, session, {
          id: `line of ${_id}`,
          stream: `complaints/${_id}`,
          at: receivedAt,
          actor: visitorActor('request'),
          facts: ['complaint.received'],
          data: { label },
        });
    });
    await complaintsAsItems(connection);
    await connection.collection<{ _id: string }>('labels').deleteOne({ _id: labelNumber });
  });
  after(() => service.stop());

  it('gives each the state of one that was acknowledged, with all that was written', async () => {
    for (const { _id, labelNumber: label, organisationId, state: _, ...written } of rows) {
      const item = requireVisible(await service.deps.store.complaint(_id));
      expect(item).to.deep.include({ state: 'acknowledged', kind: 'misuse', words: [], secretHash: null });
      expect(item).to.deep.include(written && { text: written.text, email: written.email, receivedAt });
      expect(item.context).to.deep.include({
        labelNumber: label,
        organisationId,
        applicationId: label && 'A-2026-000001',
        handler: null,
        contested: false,
      });
    }
  });

  it('keeps one whose content was removed before as a number that has come to its end', async () => {
    const item = requireVisible(await service.deps.store.complaint(erased));
    expect([item.state, item.text, item.receivedAt]).to.deep.equal(['closed', '', receivedAt]);
    expect(item.contentErasedAt).to.be.a('string');
  });

  it('moves the end of each chain to its complaint, run twice as well, and the journal holds', async () => {
    await complaintsAsItems(service.connection);
    expect(
      await service.connection.collection('heads').countDocuments({ _id: /^complaints\// as never }),
    ).to.equal(0);
    for (const _id of [...rows.map((row) => row._id), erased])
      expect((await service.deps.store.records(`complaints/${_id}`)).length, _id).to.equal(2);
    expect((await createJournal(service.connection).verify()).faults).to.deep.equal([]);
  });
});

import { expect } from 'chai';
import { expireDeadlines } from '../../../src/commands/committee/expireDeadlines.ts';
import { systemActor } from '../../../src/commands/common/actor.ts';
import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import type { Person, RevisionAsk } from '../../../src/commands/items/items.ts';
import { askRevision } from '../../../src/commands/label/askRevision.ts';
import { labelActor } from '../../../src/commands/label/changeLabel.ts';
import { distrustKey, replaceKey, rotateKey } from '../../../src/commands/label/keys.ts';
import { suspendLabel } from '../../../src/commands/label/sanctions/suspension.ts';
import { markStatus, renewStatusLists } from '../../../src/commands/label/statusLists.ts';
import { addDays } from '../../../src/register/day.ts';
import { createJournal } from '../../../src/storage/privacy/createJournal.ts';
import { type Cast, castOf } from '../../support/applicationSteps.ts';
import { type IssuedLabel, issueLabel } from '../../support/issueLabel.ts';
import { refusalOf } from '../../support/refusal.ts';
import { type TestService, testService } from '../../support/run/service.ts';
import { suspension } from '../../support/samples/suspension.ts';

describe('the revisions of a label', () => {
  let service: TestService;
  let cast: Cast;
  let holder: IssuedLabel;
  before(async () => {
    service = await testService('revisions');
    cast = await castOf(service);
    holder = await issueLabel(service, cast, 'holder');
  });
  after(() => service.stop());

  const label = async () => requireVisible(await service.deps.store.label(holder.number));
  const entry = async () => requireVisible(await service.deps.store.entry(holder.number));
  const marks = async () =>
    (await service.deps.store.statusMarks(holder.number)).map(({ revision, revoked, suspended }) => ({
      revision,
      revoked,
      suspended,
    }));
  const ask = async (said: RevisionAsk, by: Person = cast.officer) => {
    const { id: number, revision, context } = await label();
    const actor = await labelActor(service.deps, by, { context });
    await askRevision(service.deps, actor, { number, revision, ...said });
  };
  const suspend = async (by: Person, todo: string = suspension.todo) => {
    const { id: number, revision } = await label();
    await suspendLabel(service.deps, by, { number, revision, ...suspension, todo, until: '2027-01-31' });
    await service.work();
  };
  const filesOf = async (revision: number) => {
    const { files } = await entry();
    return files.filter((file) => file.revision === revision).map(({ kind }) => kind);
  };
  const credentialOf = async (revision: number) => {
    const { files } = await entry();
    const file = files.find((one) => one.kind === 'credential' && one.revision === revision);
    return JSON.parse(
      String(requireVisible(await service.deps.files.read(requireVisible(file).digest)).bytes),
    );
  };
  const bitsOf = async (purpose: 'revocation' | 'suspension') => {
    const list = requireVisible(await service.deps.store.statusList(purpose, 1));
    return { version: list.version, bits: await service.deps.store.statusBits(purpose, 1) };
  };

  it('start with the files of the first one, and lists that revoke nothing', async () => {
    expect((await label()).context.revision).to.equal(1);
    expect(await filesOf(1)).to.include.members([
      'certificate',
      'credential',
      'badgeSvg',
      'badgePng',
      'doorSignA4',
    ]);
    expect(await marks()).to.deep.equal([{ revision: 1, revoked: false, suspended: false }]);
    expect(await bitsOf('revocation')).to.deep.equal({ version: 1, bits: [] });
  });

  it('are requested by an officer, on current data, with an actual change', async () => {
    expect(await refusalOf(ask({ cause: 'name', name: 'Autre' }, holder.owner))).to.equal(
      'refused notOfTheOrganisation didNotApply',
    );
    expect(await refusalOf(ask({ cause: 'restored', reason: 'Spécimen' }))).to.equal('refused wrongState');
    expect(await refusalOf(ask({ cause: 'name', name: 'Atelier 合' }))).to.equal(
      'invalid name:characterNotPrintable',
    );
    const { offers } = await label();
    const reason = 'Spécimen';
    const all = offers.map(({ id }) => id);
    expect(await refusalOf(ask({ cause: 'scope', offers: all, reason }))).to.equal('refused offersChanged');
    expect(await refusalOf(ask({ cause: 'scope', offers: [], reason }))).to.equal('refused offersLeft');
    const number = holder.number;
    const late = askRevision(service.deps, systemActor, { number, revision: 1, cause: 'key' });
    expect(await refusalOf(late)).to.equal('stale');
    expect((await label()).context.revision).to.equal(1);
  });

  it('give a label its new name, and revoke what has the old one', async () => {
    await ask({ cause: 'name', name: 'Boulangerie Spécimen & Filles' });
    await service.work();
    expect((await entry()).organisation.name).to.equal('Boulangerie Spécimen & Filles');
    expect((await entry()).revision).to.equal(2);
    expect((await entry()).history.map(({ state }) => state)).to.deep.equal(['issuing', 'active']);
    expect(await filesOf(1)).to.deep.equal(await filesOf(2));
    expect(await marks()).to.deep.equal([
      { revision: 1, revoked: true, suspended: false },
      { revision: 2, revoked: false, suspended: false },
    ]);
    const [first] = await service.deps.store.statusMarks(holder.number);
    expect(await bitsOf('revocation')).to.deep.equal({ version: 2, bits: [first?.index] });
    const subject = (await credentialOf(2)).credentialSubject;
    expect(JSON.stringify(subject)).to.include('Boulangerie Spécimen & Filles');
    const told = service.letters.filter(({ kind }) => kind === 'labelReissued');
    expect(told.map(({ to }) => to)).to.deep.equal([holder.owner.email]);
    expect(told[0]?.text).to.include('Boulangerie Spécimen & Filles').and.to.include('ne sont plus valables');
  });

  it('are revoked for good by a suspension; restoring issues a new one', async () => {
    expect(await refusalOf(suspend(holder.owner))).to.equal('refused notOfTheOrganisation didNotApply');
    expect(await refusalOf(suspend(cast.officer, ' '))).to.equal('refused todoGiven');
    await suspend(cast.officer);
    expect((await entry()).state).to.equal('suspended');
    expect((await marks()).at(-1)).to.deep.equal({ revision: 2, revoked: true, suspended: true });
    expect((await bitsOf('suspension')).bits).to.have.length(1);
    await ask({ cause: 'restored', reason: 'Preuve reçue' });
    expect((await entry()).state).to.equal('suspended');
    await service.work();
    expect((await entry()).state).to.equal('active');
    expect(await marks()).to.deep.equal([
      { revision: 1, revoked: true, suspended: false },
      { revision: 2, revoked: true, suspended: false },
      { revision: 3, revoked: false, suspended: false },
    ]);
    expect((await bitsOf('suspension')).bits).to.deep.equal([]);
    expect(JSON.stringify(await entry())).to.not.include('Preuve reçue');
  });

  it('cover fewer offers once the scope is reduced', async () => {
    const [first] = (await label()).offers;
    await ask({ cause: 'scope', offers: [requireVisible(first).id], reason: 'Spécimen' });
    await service.work();
    expect((await entry()).offers.map(({ id }) => id)).to.deep.equal([first?.id]);
  });

  it('do not happen when the label changed meanwhile, and the journal says why', async () => {
    const before = (await label()).context.revision;
    await ask({ cause: 'key' }, { ...cast.officer });
    const { id: number, revision } = await label();
    await suspendLabel(service.deps, cast.officer, { number, revision, ...suspension, until: '2027-01-31' });
    await service.work();
    expect((await label()).context.revision).to.equal(before);
    const records = await service.deps.store.records(`labels/${number}`);
    expect(records.at(-1)?.facts).to.deep.equal(['label.revisionDropped']);
    await ask({ cause: 'restored', reason: 'Spécimen' });
    await service.work();
    const now = { revision: before + 1, revoked: false, suspended: false };
    expect((await marks()).at(-1), 'the one that was dropped is the one that restores it').to.deep.equal(now);
  });

  it('are revoked as they stand, also when a label changes while another worker marks them', async () => {
    const { deps } = service;
    let meanwhile = () => suspend(cast.officer);
    const statusMarks: typeof deps.store.statusMarks = async (number) => {
      const read = await deps.store.statusMarks(number);
      await meanwhile();
      meanwhile = async () => {};
      return read;
    };
    await markStatus({ store: { ...deps.store, statusMarks } }, holder.number);
    expect((await marks()).at(-1)).to.include({ revoked: true, suspended: true });
    await ask({ cause: 'restored', reason: 'Spécimen' });
    await service.work();
  });

  it('replace credentials of an untrusted key, once, and never those of a current key', async () => {
    const { deps } = service;
    const old = (await deps.issuing.keys()).credential.id;
    expect(await refusalOf(distrustKey(deps, old))).to.equal('refused keyInUse');
    expect(await refusalOf(distrustKey(deps, 'key-1999-1'))).to.equal('notFound');
    expect(await refusalOf(replaceKey(deps, 'key-1999-1'))).to.equal('notFound');
    expect((await deps.issuing.keys()).credential.id, 'no key is made for one that is none').to.equal(old);
    const before = (await label()).context.revision;
    const key = await rotateKey(deps);
    expect(key).to.not.equal(old);
    await service.work();
    expect((await label()).context.revision, 'what older keys signed goes on').to.equal(before);
    expect(await distrustKey(deps, old)).to.equal(1);
    expect(await distrustKey(deps, old)).to.equal(0);
    await service.work();
    const { proof } = await credentialOf(before + 1);
    expect(proof[0].verificationMethod).to.match(new RegExp(`#${key}$`));
    const replaced = await replaceKey(deps, key);
    expect([replaced.key, replaced.labels]).to.deep.equal([(await deps.issuing.keys()).credential.id, 1]);
    await service.work();
  });

  it('are signed by a new key even when a lost folder had one of the same name', async () => {
    const { deps } = service;
    const [, year, n] = (await deps.issuing.keys()).credential.id.split('-');
    for (const i of [1, 2]) {
      const lost = {
        id: `key-${year}-${Number(n) + i}`,
        multibase: `z${i}`,
        since: '2026-01-01T00:00:00.000Z',
      };
      await deps.store.addIssuerKey({ ...lost, distrustedAt: null });
    }
    expect(await rotateKey(deps)).to.equal(`key-${year}-${Number(n) + 3}`);
  });

  it('are suspended no more once the label ran out', async () => {
    await suspend(cast.officer);
    expect((await bitsOf('suspension')).bits).to.have.length(1);
    const at = `${addDays((await label()).context.until, 1)}T08:00:00.000Z`;
    service.setClock(at);
    await expireDeadlines(service.deps, new Date(at));
    await service.work();
    expect((await label()).state).to.equal('expired');
    const { bits } = await bitsOf('suspension');
    expect(bits).to.deep.equal([]);
    expect((await marks()).at(-1)).to.include({ revoked: true, suspended: false });
  });

  it('stand in lists that are signed anew before they end', async () => {
    const { deps } = service;
    const now = deps.clock.now();
    const signed = requireVisible(await deps.store.statusList('revocation', 1));
    const { validUntil } = JSON.parse(signed.credential);
    const renewed = async (days: number) => {
      const later = new Date(Date.parse(signed.at) + days * 86_400_000);
      service.setClock(later.toISOString());
      return renewStatusLists(deps, later);
    };
    expect([await renewed(1), await renewed(2), await renewed(2)]).to.deep.equal([0, 1, 0]);
    const again = requireVisible(await deps.store.statusList('revocation', 1));
    expect(again.version).to.equal(signed.version + 1);
    expect(JSON.parse(again.credential).validUntil > validUntil).to.equal(true);
    const { validUntil: _, ...before } = JSON.parse(again.credential);
    await deps.store.saveStatusList({
      ...again,
      version: again.version + 1,
      credential: JSON.stringify(before),
    });
    expect(await renewStatusLists(deps, deps.clock.now())).to.equal(1);
    service.setClock(now.toISOString());
  });

  it('leave a journal that refers to existing files', async () => {
    const { faults } = await createJournal(service.connection).verify();
    expect(faults).to.deep.equal([]);
  });
});

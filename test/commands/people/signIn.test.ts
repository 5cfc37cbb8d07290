import { expect } from 'chai';
import { noteOnPerson } from '../../../src/commands/people/accounts/noteOnPerson.ts';
import { requestSignInCode } from '../../../src/commands/people/signIn/requestSignInCode.ts';
import { signInByCode, signInByLink } from '../../../src/commands/people/signIn/signInByLetter.ts';
import type { AccessDeps } from '../../../src/commands/ports/accessPorts.ts';
import { createCeremony } from '../../../src/identity/createCeremony.ts';
import { createCodeHasher } from '../../../src/identity/createCodeHasher.ts';
import { createAccess } from '../../../src/storage/people/createAccess.ts';
import { refusalOf } from '../../support/refusal.ts';
import { type TestService, testService } from '../../support/run/service.ts';
import { codeFor, linkFor } from '../../support/servers/signInLetter.ts';

describe('commands/signIn', () => {
  let service: TestService;
  let deps: AccessDeps;
  before(async () => {
    service = await testService('sign-in');
    deps = {
      ...service.deps,
      access: {
        ...createAccess(service.connection),
        codes: createCodeHasher({ memoryCost: 8, timeCost: 1 }),
        ceremony: createCeremony('https://label.example'),
        provider: null,
      },
    };
  });
  after(() => service.stop());

  const ask = async (email: string, browser = 'this browser') => {
    const requestId = await requestSignInCode(deps, { email, language: 'it', browser });
    const token = linkFor(service.letters, email).split('t=')[1] ?? '';
    return { requestId, browser, code: codeFor(service.letters, email), token };
  };
  const enter = (asked: { requestId: string; browser: string; code: string }) =>
    signInByCode(deps, { ...asked, language: 'it' });
  const open = (asked: { token: string; browser: string }) =>
    signInByLink(deps, { ...asked, language: 'it' });
  const other = (code: string) => (code === '999999' ? '111111' : '999999');

  it('signs in a new address once, as a person without roles', async () => {
    const asked = await ask('new@specimen.example');
    expect(asked.code).to.match(/^\d{6}$/);
    expect(await enter(asked)).to.deep.include({ roles: [], memberships: [], language: 'it' });
    expect(await refusalOf(enter(asked))).to.equal('codeSpent');
    expect(await refusalOf(open(asked)), 'the link of the same letter').to.equal('codeSpent');
  });

  it('recognises a person, writes in their language, and journals how they signed in', async () => {
    const person = await service.person('known', 'officer');
    expect((await enter(await ask(person.email))).id).to.equal(person.id);
    expect(service.letters.at(-1)?.html).to.include('lang="fr"');
    const line = (await deps.store.records(`people/${person.id}`)).at(-1);
    expect(line?.facts).to.deep.equal(['person.signedIn']);
    expect(line?.data).to.deep.equal({ changed: [], how: 'code' });
  });

  it('refuses a wrong code, and after five attempts the correct one too', async () => {
    const asked = await ask('tried@specimen.example');
    for (let i = 0; i < 4; i += 1) {
      expect(await refusalOf(enter({ ...asked, code: other(asked.code) }))).to.equal('codeRefused');
    }
    const again = await ask('tried@specimen.example');
    expect(await refusalOf(enter({ ...again, code: other(again.code) }))).to.equal('codeRefused');
    expect(await refusalOf(enter({ ...asked, code: other(asked.code) })), 'the fifth').to.equal(
      'codeRefused',
    );
    expect(await refusalOf(enter(asked)), 'the right one, as the sixth').to.equal('codeSpent');
    expect(await refusalOf(enter(again)), 'another request has its own tries').to.equal('taken');
  });

  it('refuses a code or a link in another browser', async () => {
    const asked = await ask('mine@specimen.example');
    expect(await refusalOf(enter({ ...asked, browser: 'another' }))).to.equal('codeSpent');
    expect(await refusalOf(open({ ...asked, browser: 'another' }))).to.equal('otherBrowser');
    expect(await refusalOf(open({ ...asked, browser: '' }))).to.equal('otherBrowser');
    expect(await refusalOf(open({ ...asked, token: `${asked.token}x` }))).to.equal('codeSpent');
    expect(await refusalOf(open(asked))).to.equal('taken');
    expect(await refusalOf(open(asked)), 'replayed').to.equal('codeSpent');
    expect(await refusalOf(enter(asked)), 'the code of the same letter').to.equal('codeSpent');
  });

  it('accepts one of many concurrent uses of the same letter', async () => {
    const asked = await ask('race@specimen.example');
    const all = await Promise.all([
      ...[1, 2, 3].map(() => refusalOf(enter(asked))),
      ...[1, 2, 3].map(() => refusalOf(open(asked))),
    ]);
    expect(all.filter((outcome) => outcome === 'taken')).to.have.length(1);
  });

  it('creates one person when a new address uses two letters at once', async () => {
    const two = [await ask('twice@specimen.example', 'a'), await ask('twice@specimen.example', 'b')];
    const [a, b] = await Promise.all(two.map(enter));
    expect(a?.id).to.equal(b?.id);
  });

  it('refuses both after ten minutes', async () => {
    service.setClock('2026-11-02T09:00:00.000Z');
    const [asked, late] = [await ask('late@specimen.example'), await ask('late@specimen.example')];
    service.setClock('2026-11-02T09:09:30.000Z');
    expect(await refusalOf(enter(asked)), 'in time').to.equal('taken');
    service.setClock('2026-11-02T09:10:10.000Z');
    expect(await refusalOf(enter(late))).to.equal('codeSpent');
    expect(await refusalOf(open(late))).to.equal('codeSpent');
  });

  it('answers a removed person as it answers a wrong code, and sends no letter', async () => {
    const person = await service.person('removed', 'officer');
    const asked = await ask(person.email);
    const removedAt = deps.clock.now().toISOString();
    await noteOnPerson(deps, person.id, { facts: ['person.removed'] }, undefined, { removedAt });
    for (let i = 0; i < 5; i += 1) expect(await refusalOf(enter(asked))).to.equal('codeRefused');
    expect(await refusalOf(enter(asked))).to.equal('codeSpent');
    const letters = service.letters.length;
    const { requestId, browser } = await ask(person.email);
    expect(service.letters.length).to.equal(letters);
    expect(await refusalOf(enter({ requestId, browser, code: '123456' }))).to.equal('codeRefused');
  });

  it('stores neither code, token nor browser in clear', async () => {
    const asked = await ask('secret@specimen.example', 'a browser of its own');
    const kept = await service.connection
      .collection<{ _id: string; codeHash: string }>('signIns')
      .findOne({ _id: asked.requestId });
    expect(kept?.codeHash).to.match(/^\$argon2id\$/);
    const text = JSON.stringify(kept);
    for (const secret of [asked.code, asked.token, asked.browser]) expect(text).not.to.include(secret);
  });
});

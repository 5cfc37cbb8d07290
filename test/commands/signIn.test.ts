import { expect } from 'chai';
import { requestSignInCode } from '../../src/commands/requestSignInCode.ts';
import { signIn } from '../../src/commands/signIn.ts';
import { refusalOf } from '../support/refusal.ts';
import { type TestService, testService } from '../support/service.ts';

describe('commands/signIn', () => {
  let service: TestService;
  before(async () => {
    service = await testService('sign-in');
  });
  after(() => service.stop());

  const ask = async (email: string): Promise<string> => {
    await requestSignInCode(service.deps, { email, write: (code) => ({ subject: 'code', text: code }) });
    return service.letters.at(-1)?.text ?? '';
  };
  const enter = (email: string, code: string) => signIn(service.deps, { email, code, language: 'it' });

  it('lets a new address in once, as a person without any role', async () => {
    const code = await ask('new@specimen.example');
    expect(code).to.match(/^\d{6}$/);
    expect(await enter('new@specimen.example', code)).to.deep.include({
      roles: [],
      memberships: [],
      language: 'it',
    });
    expect(await refusalOf(enter('new@specimen.example', code))).to.equal('codeRefused');
  });

  it('knows a person again', async () => {
    const person = await service.person('known', 'officer');
    expect(await enter(person.email, await ask(person.email))).to.deep.equal(person);
  });

  it('refuses a wrong code, the code of another address, and one that a newer one replaced', async () => {
    const old = await ask('a@specimen.example');
    const code = await ask('a@specimen.example');
    expect(await refusalOf(enter('a@specimen.example', '999999'))).to.equal('codeRefused');
    expect(await refusalOf(enter('b@specimen.example', code))).to.equal('codeRefused');
    expect(await refusalOf(enter('a@specimen.example', old))).to.equal('codeRefused');
    expect(await refusalOf(enter('a@specimen.example', code))).to.equal('taken');
  });

  it('refuses a code after a quarter of an hour', async () => {
    service.setClock('2026-11-02T09:00:00.000Z');
    const code = await ask('late@specimen.example');
    service.setClock('2026-11-02T09:15:02.000Z');
    expect(await refusalOf(enter('late@specimen.example', code))).to.equal('codeRefused');
  });

  it('keeps no code in clear', async () => {
    const code = await ask('secret@specimen.example');
    const kept = await service.connection.collection('signInCodes').find({}).toArray();
    expect(JSON.stringify(kept)).not.to.include(code);
  });
});

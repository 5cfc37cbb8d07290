import { codeFor, linkFor } from '../../../support/servers/signInLetter.ts';
import type { Values } from '../support/message.ts';
import { once } from '../support/once.ts';
import { ask, form, json, type Prepare, type Row } from '../support/row.ts';
import type { Scene } from '../support/scene.ts';

const email = 'passer-by@specimen.example';
const signIn = '/fr/sign-in';

/** A browser that has asked for a letter; `code` and `t` are in it. */
async function asking({ visitor, web }: Scene, address = email) {
  const browser = visitor();
  await browser.get(signIn);
  await browser.post(signIn, { email: address });
  const code = codeFor(web.letters, address);
  const t = linkFor(web.letters, address).split('t=')[1] ?? '';
  const wrong = code === '000000' ? '111111' : '000000';
  return { browser, code, t, wrong, values: (): Values => ({ ...browser.values(), code, t, wrong }) };
}

const asked: Prepare = async (scene) => (await asking(scene)).values();
/** For what is refused before any code is looked at. */
const askedOnce: Prepare = once(asked);

/** Two letters to two browsers: the second has the first one's code and link. */
const others: Prepare = async (scene) => {
  const { code, t } = await asking(scene, 'officer@specimen.example');
  const thief = await asking(scene);
  return { ...thief.values(), code, t };
};

const used: Prepare = async (scene) => {
  const first = await asking(scene);
  await first.browser.post('/fr/sign-in/code', { code: first.code });
  const again = await asking(scene);
  return { ...again.values(), code: first.code, t: first.t };
};

/** The same request sent again with the session from before the first time. */
const replayed: Prepare = async (scene) => {
  const first = await asking(scene);
  const before = first.values();
  await scene.visitor(before.cookie).get('/fr/sign-in/code');
  await first.browser.post('/fr/sign-in/code', { code: first.code });
  return before;
};

const usedLink: Prepare = async (scene) => {
  const { browser, t } = await asking(scene);
  await browser.post('/fr/sign-in/link', { t });
  await browser.get('/fr/account');
  return { ...browser.values(), t };
};

const late: Prepare = async (scene) => {
  const values = (await asking(scene)).values();
  const { clock } = scene.web.deps;
  scene.web.setClock(new Date(clock.now().getTime() + 16 * 60_000).toISOString());
  return values;
};

const replaced: Prepare = async (scene) => {
  const { browser, values } = await asking(scene);
  await browser.post(signIn, { email });
  return { ...values(), ...browser.values() };
};

const worn: Prepare = async (scene) => {
  const { browser, wrong, values } = await asking(scene);
  for (let i = 0; i < 5; i += 1) await browser.post('/fr/sign-in/code', { code: wrong });
  return values();
};

const digests: Prepare = async (scene) => {
  const { values } = await asking(scene);
  const [kept] = await scene.web.connection
    .collection('signIns')
    .find({})
    .sort({ _id: -1 })
    .limit(1)
    .toArray();
  return { ...values(), t: String(kept?.tokenHash) };
};

const challenged: Prepare = async (scene) => {
  const browser = scene.visitor();
  await browser.get(signIn);
  await browser.post('/fr/sign-in/passkey/options', {});
  return browser.values();
};

/** What is typed for a code and is none; the signs are those of forms. */
const noCodes = [
  '',
  '12345',
  '1234567',
  '12345a',
  '0x1E240',
  '1e5',
  '%2B12345',
  '123456;',
  '123456+OR+1=1',
  '12.3456',
  '%D9%A1%D9%A2%D9%A3%D9%A4%D9%A5%D9%A6',
  '%EF%BC%91%EF%BC%92%EF%BC%93%EF%BC%94%EF%BC%95%EF%BC%96',
  '12345%E2%91%A5',
  '%E2%80%8B12345',
];

/** What a device answers, forged. */
const answers: readonly (readonly [string, string])[] = [
  ['nothing', '{}'],
  ['a list', '[]'],
  ['an id alone', '{"id":"x"}'],
  ['an id of an operator', '{"id":{"$gt":""},"rawId":"x","type":"public-key","response":{}}'],
  ['a response of nothing', '{"id":"x","rawId":"x","type":"public-key","response":null}'],
  [
    'types that are none',
    '{"id":1,"rawId":[],"type":{},"response":{"clientDataJSON":1,"authenticatorData":true,"signature":null}}',
  ],
  [
    'client data that are no JSON',
    '{"id":"eA","rawId":"eA","type":"public-key","response":{"clientDataJSON":"eA","authenticatorData":"eA","signature":"eA"}}',
  ],
];

/** Codes and links that are forged, used, late, or another's; and passkeys that nobody has. */
export const codes: readonly Row[] = [
  ...noCodes.map((code) =>
    form(`a code “${code}”`, '/fr/sign-in/code', `code=${code}`, 422, { prepare: askedOnce }),
  ),
  form('a wrong code', '/fr/sign-in/code', 'code=§wrong', 401, { prepare: asked }),
  form('a code of another’s letter', '/fr/sign-in/code', 'code=§code', 401, { prepare: others }),
  form('a code that was used', '/fr/sign-in/code', 'code=§code', 401, { prepare: used }),
  form('an entry that is sent again', '/fr/sign-in/code', 'code=§code', 403, { prepare: replayed }),
  form('a code after sixteen minutes', '/fr/sign-in/code', 'code=§code', 401, { prepare: late }),
  form('a code of a letter before the last', '/fr/sign-in/code', 'code=§code', 401, { prepare: replaced }),
  form('the right code after five wrong ones', '/fr/sign-in/code', 'code=§code', 401, { prepare: worn }),
  form('a code with a NUL', '/fr/sign-in/code', 'code=123456%00', 400, { prepare: asked }),
  form('a code for a request of another', '/fr/sign-in/code', 'code=§code&requestId=T00000001', 422, {
    prepare: asked,
  }),
  form('a code where none was asked for', '/fr/sign-in/code', 'code=123456', 303, {
    because: 'the address is asked for first',
  }),
  form('a link that was used', '/fr/sign-in/link', 't=§t', 401, { prepare: usedLink }),
  form('a link of a letter whose code was used', '/fr/sign-in/link', 't=§t', 401, { prepare: used }),
  form('a link after sixteen minutes', '/fr/sign-in/link', 't=§t', 401, { prepare: late }),
  form('a link in another browser', '/fr/sign-in/link', 't=§t', 403, { prepare: others }),
  form('a link that is forged', '/fr/sign-in/link', `t=${'x'.repeat(43)}`, 401),
  form('a link with a character more', '/fr/sign-in/link', 't=§t%78', 401, { prepare: asked }),
  form('a link with a space', '/fr/sign-in/link', 't=§t+', 401, { prepare: asked }),
  form('the digest of a link', '/fr/sign-in/link', 't=§t', 422, { prepare: digests }),
  ask('a used link, opened', '/fr/sign-in/link?t=§t', 401, { prepare: usedLink }),
  ask('a link, opened elsewhere', '/fr/sign-in/link?t=§t', 403, { prepare: others }),
  ask('a late link, opened', '/fr/sign-in/link?t=§t', 401, { prepare: late }),
  ask('no link, opened', '/fr/sign-in/link', 401),
  ...answers.map(([what, text]) =>
    json(`a passkey of ${what}`, '/fr/sign-in/passkey', text, 401, { prepare: challenged }),
  ),
  json('a passkey that was not asked for', '/fr/sign-in/passkey', '{"id":"x"}', 401),
  ...answers.map(([what, text]) =>
    json(`a new passkey of ${what}`, '/fr/account/passkeys', text, 401, { as: 'applicant' }),
  ),
  form('a passkey of others to remove', '/fr/account/passkeys/remove', 'id=eA', 404, { as: 'applicant' }),
  ask('a way back from an identity provider', '/sign-in/oidc/callback?code=x&state=y', 404),
  ask('a way out to another identity provider', '/fr/sign-in/oidc?issuer=https://elsewhere.example', 404),
  ask('a way out of letters that is forged', '/fr/unsubscribe?person=§officerId&topic=news&token=x', 404),
  ask(
    'a button out of letters that is forged',
    'POST /fr/unsubscribe?person=§officerId&topic=news&token=x',
    404,
  ),
];

import { requireVisible } from '../../../../src/commands/common/requireVisible.ts';
import { noteOnPerson } from '../../../../src/commands/people/accounts/noteOnPerson.ts';
import { once } from '../support/once.ts';
import { ask, form, type Prepare, type Row } from '../support/row.ts';
import type { Scene } from '../support/scene.ts';
import type { Visitor } from '../support/visitor.ts';

/** Someone of their own, because their sessions come to an end here. */
const email = 'passer-by@specimen.example';
const account = '/fr/account';
const rename = 'name=Changed&language=fr';

/** Someone signs in, and the thief has their cookie and their token from then on. */
const stolen =
  (then: (owner: Visitor, scene: Scene) => Promise<unknown>): Prepare =>
  async (scene) => {
    const owner = await scene.enter(scene.visitor(), email);
    const thief = owner.values();
    await then(owner, scene);
    return thief;
  };

/** The thief sets the cookie of their own session before someone signs in with it. */
const fixed: Prepare = async (scene) => {
  const thief = scene.visitor();
  await thief.get('/fr/sign-in');
  await scene.enter(scene.visitor(thief.values().cookie), email);
  return thief.values();
};

/** Someone with a session who is removed while it goes on. */
const removed: Prepare = async (scene) => {
  const { deps } = scene.web;
  const label = `leaver-${deps.ids.next()}`;
  const person = await scene.web.person(label, 'officer');
  const session = await scene.enter(scene.visitor(), person.email);
  const { id } = requireVisible(await deps.store.personByEmail(person.email));
  const removedAt = deps.clock.now().toISOString();
  await noteOnPerson(deps, id, { facts: ['person.removed'] }, undefined, { removedAt });
  return session.values();
};

const endOther = async (_: Visitor, scene: Scene) => {
  const other = await scene.enter(scene.visitor(), email);
  await other.post('/fr/account/sign-out-everywhere', {});
};

/** Cookies that no one was given, with the true token of the session they would be. */
const forged: readonly (readonly [string, string])[] = [
  ['no signature', 'session=§key'],
  ['an empty signature', 'session=§key; session.sig='],
  ['a signature of another session', 'session=§key; session.sig=§otherSignature'],
  ['a signature that is cut', 'session=§key; session.sig=§cut'],
  ['a key that was changed', 'session=§changed; session.sig=§signature'],
  ['an object in place of a key', 'session=eyJwZXJzb25JZCI6IlQwMDAwMDAwMyJ9; session.sig=§signature'],
  ['a key of the database', 'session={"$gt":""}; session.sig=§signature'],
  ['a prototype as key', 'session=__proto__; session.sig=§signature'],
  ['a signature before a key of another', 'session.sig=§signature; session=§otherKey'],
  ['two keys, ours last', 'session=x; session=§key; session.sig=§signature'],
  ['the name of a safer cookie', '__Host-session=§key; __Host-session.sig=§signature'],
  ['another case', 'SESSION=§key; SESSION.sig=§signature'],
  ['nothing', ''],
  ['separators alone', ';;;===;;;'],
  ['bytes that are no text', 'session=\xff\xfe; session.sig=\xff'],
];

const cookies: Prepare = once(async (scene) => {
  const own = (await scene.enter(scene.visitor(), email)).values();
  const visitor = scene.visitor();
  await visitor.get('/fr/sign-in');
  const [key, signature] = partsOf(own.cookie);
  const [otherKey, otherSignature] = partsOf(visitor.values().cookie);
  const { csrf = '' } = own;
  return {
    csrf,
    key,
    signature,
    otherKey,
    otherSignature,
    cut: signature.slice(0, -1),
    changed: `${key.slice(0, -1)}~`,
  };
});

function partsOf(cookie = ''): [string, string] {
  const [, key = ''] = /session=([^;]*)/.exec(cookie) ?? [];
  const [, signature = ''] = /session\.sig=([^;]*)/.exec(cookie) ?? [];
  return [key, signature];
}

/** Sessions that are forged, fixed beforehand, stolen, or over. */
export const sessions: readonly Row[] = [
  ...forged.map(([what, cookie]) =>
    form(`a cookie with ${what}`, account, rename, 403, { headers: [`Cookie: ${cookie}`], prepare: cookies }),
  ),
  form('a session that was fixed before signing in', account, rename, 403, { prepare: fixed }),
  form('a stolen session after signing out', account, rename, 403, {
    prepare: stolen((owner) => owner.post('/fr/sign-out', {})),
  }),
  form('a stolen session after signing out everywhere', account, rename, 403, {
    prepare: stolen((owner) => owner.post('/fr/account/sign-out-everywhere', {})),
  }),
  form('a stolen session that was ended elsewhere', account, rename, 403, { prepare: stolen(endOther) }),
  form('a session of someone who was removed', account, rename, 401, { prepare: removed }),
  ask('the files in a session of someone who was removed', '/fr/lists/files', 302, {
    prepare: removed,
    because: 'a visitor is asked to sign in',
  }),
  ask('an own page with a forged cookie', '/fr/my', 302, {
    headers: ['Cookie: session=x; session.sig=x'],
    because: 'a visitor is asked to sign in',
  }),
  form('the end of a session of others', '/fr/account/sessions/end', 'id=§id', 303, {
    because: 'the session is not among one’s own, and goes on',
    as: 'applicant',
    prepare: async ({ web }) => ({
      id:
        (await web.connection.collection<{ _id: string }>('sessions').findOne({ personId: { $ne: null } }))
          ?._id ?? '',
    }),
  }),
];

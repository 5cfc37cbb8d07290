import type { Language } from '../../../criteria/scheme.ts';
import { evenly } from '../../common/evenly.ts';
import type { AccessDeps } from '../../ports/accessPorts.ts';
import { digestOfSecret } from './signInByLetter.ts';

/** OWASP ASVS 5.0, 6.5.5: a code sent elsewhere lives no longer. */
const minutesValid = 10;

interface Input {
  readonly email: string;
  /** Of the page it was asked on; who is known here gets the letter in their own. */
  readonly language: Language;
  /** A secret that only the asking browser has. */
  readonly browser: string;
}

const sendEvenly = evenly();

/** Sends a code and a link that let one browser in once, with the same answer for every address. Gives the id of the request. */
export async function requestSignInCode(deps: AccessDeps, { email, language, browser }: Input) {
  const id = deps.ids.next();
  const code = deps.ids.code();
  const token = deps.ids.secret();
  const [known, codeHash] = await Promise.all([
    deps.store.personByEmail(email),
    deps.access.codes.hash(code),
  ]);
  await deps.access.signIns.save({
    id,
    email,
    codeHash,
    tokenHash: digestOfSecret(token),
    browserHash: digestOfSecret(browser),
    expiresAt: new Date(deps.clock.now().getTime() + minutesValid * 60_000).toISOString(),
  });
  const letter = {
    kind: 'signInCode',
    to: {
      email,
      language: known?.language ?? language,
      personId: known?.id ?? null,
      name: known?.name ?? '',
    },
    params: {
      code,
      link: `${deps.publicUrl}/${language}/sign-in/link?t=${token}`,
      minutes: minutesValid,
      host: new URL(deps.publicUrl).host,
    },
  } as const;
  await sendEvenly(deps.mailer, !known?.removedAt, () => deps.mailer.send(letter));
  return id;
}

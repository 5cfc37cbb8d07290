import { home } from './pageParts.ts';
import { Visitor } from './visitor.ts';

/** A visitor who asked for a code, read it in the mailbox of development, and is in. */
export async function signedIn(origin: string, email: string): Promise<Visitor> {
  const visitor = new Visitor(origin);
  const asked = await visitor.send(await visitor.open(`${home}/sign-in`), '/sign-in', { email });
  const mailbox = await visitor.open(`${home}/dev/mailbox`);
  const letter = mailbox.html
    .querySelectorAll('.letter')
    .find(({ textContent }) => textContent.includes(email));
  const code = /\b\d{6}\b/.exec(letter?.querySelector('.letter__text')?.textContent ?? '')?.[0];
  if (!code) throw new Error(`no letter with a code for ${email}`);
  await visitor.send(asked, '/sign-in/code', { code });
  return visitor;
}

import type { SignedCredential } from '../../../../src/issuing/credential/credentialShape.ts';
import type { RegisterRow } from '../../../../src/register/registerRow.ts';
import type { CheckFlaw, ReadingFlaw, Verdict } from '../../../../src/register/verification.ts';
import type { Issued } from '../issued.ts';

/** A file that is not what it seems to be, by the name of its flaw, and what whoever asks us must be told of it. */
export interface Forgery {
  readonly flaw: string;
  make(issued: Issued): Buffer | Promise<Buffer>;
  readonly verdict: Exclude<Verdict, 'holds'>;
  /** What gives it away; nothing where no check is made of what it only claims. */
  readonly because?: CheckFlaw | ReadingFlaw;
  /** What the register says of the label, where it is not valid. */
  readonly row?: Partial<Pick<RegisterRow, 'state' | 'revision'>>;
}

/** The label's own credential as text, changed after it was signed. */
export function credentialWith(what: string | RegExp, by: string): Forgery['make'] {
  return ({ credential }) => Buffer.from(replaced(credential, what, by));
}

/** The same, changed as a value. */
export function credentialBy(change: (credential: SignedCredential) => unknown): Forgery['make'] {
  return ({ credential }) => Buffer.from(JSON.stringify(change(JSON.parse(credential))));
}

/** A text in the place of another one that is there. */
export function replaced(text: string, what: string | RegExp, by: string): string {
  const other = text.replace(what, () => by);
  if (other === text) throw new Error(`no ${what} to replace`);
  return other;
}

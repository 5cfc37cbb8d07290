import type { SignInLetter } from '../commands/items/letters.ts';
import type { DirectLetter } from './letter.ts';

/** Lets whoever reads it in once. */
export const signInCode: DirectLetter<SignInLetter['params']> = {
  topic: null,
  says: ({ code, minutes, host }) => ({ code, values: { minutes, host } }),
};

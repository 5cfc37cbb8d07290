import type { ComplaintSecretLetter } from '../commands/items/letters.ts';
import type { DirectLetter } from './letter.ts';

/** Opens a complaint to whoever lost its secret. */
export const complaintSecret: DirectLetter<ComplaintSecretLetter['params']> = {
  topic: null,
  says: ({ complaint, secret }) => ({ rows: { complaint, secret }, values: { complaint } }),
};

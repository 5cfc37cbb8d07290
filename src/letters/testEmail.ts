import type { TestEmail } from '../commands/items/letters.ts';
import type { DirectLetter } from './letter.ts';

/** Shows to whoever runs the service that e-mails arrive. */
export const testEmail: DirectLetter<TestEmail['params']> = {
  topic: null,
  says: ({ host }) => ({ values: { host } }),
};

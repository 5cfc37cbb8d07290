import type { Mailer } from '../../../src/commands/items/letters.ts';
import { LabelError } from '../../../src/errors.ts';

/** A mailer whose server is down. */
export const mailUnavailable: Mailer<unknown> = {
  send: async () => {
    throw new LabelError('mailUnavailable');
  },
};

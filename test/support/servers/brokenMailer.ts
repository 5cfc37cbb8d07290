import type { Mailer } from '../../../src/commands/items/letters.ts';
import { LabelError } from '../../../src/errors.ts';

/** What a mailer does while its server is out of reach. */
export const mailUnavailable: Mailer<unknown> = {
  send: async () => {
    throw new LabelError('mailUnavailable');
  },
};

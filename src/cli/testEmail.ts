import { ids } from '../boot/ids.ts';
import { openMail } from '../boot/openMail.ts';
import { sessionSecret } from '../boot/sessionSecret.ts';
import { uncounted, untraced } from '../commands/ports/watchPorts.ts';
import { readConfig } from '../config.ts';
import { LabelError } from '../errors.ts';
import { bindingLanguage } from '../profile/profile.ts';
import { typedAddress } from './typedAddress.ts';
import { withStorage } from './withStorage.ts';

const silent = { info: () => {}, error: () => {} };

/** Sends an e-mail as the service sends every other one; what the server answers to it ends with a message. */
export async function testEmail(typed: string): Promise<void> {
  const email = typedAddress(typed);
  const config = readConfig();
  if (config.mail === null)
    throw new Error('SMTP_URL is not set: e-mails stay in the mailbox of development.');
  const { publicUrl = 'http://localhost', sessionSecret: configured, dataDir } = config;
  const secret = await sessionSecret(configured, dataDir);
  await withStorage(config, async (storage) => {
    const parts = { config, storage, ids, publicUrl, sessionSecret: secret, log: silent };
    const mail = openMail({ ...parts, counts: uncounted, tracing: untraced });
    const to = { email, language: bindingLanguage, personId: null, name: '' };
    const params = { link: `${publicUrl}/${bindingLanguage}`, host: new URL(publicUrl).host };
    try {
      await mail.send({ kind: 'testEmail', to, params });
    } catch (error) {
      if (!(error instanceof LabelError) || typeof error.cause !== 'string') throw error;
      throw new Error(
        `The mail server did not take it: ${error.cause}\n"made-in-ess doctor" says what to do.`,
      );
    } finally {
      await mail.close();
    }
  });
  console.log(`The mail server took an e-mail to ${email}. Check that it arrives, and not as spam.`);
}

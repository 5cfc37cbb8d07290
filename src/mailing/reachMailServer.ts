import { createTransport } from 'nodemailer';

/** For each answer of the server (milliseconds). */
const answerMs = 10_000;

/** Signs in at a mail server and sends nothing; throws what it says. */
export async function reachMailServer(url: string): Promise<void> {
  const limits = { connectionTimeout: answerMs, greetingTimeout: answerMs, socketTimeout: answerMs };
  const transport = createTransport({ url, ...limits });
  try {
    await transport.verify();
  } finally {
    transport.close();
  }
}

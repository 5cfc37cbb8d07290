import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';

/** The host that requests of a measurement mean: the product answers no other. */
export const benchHost = 'label.example';

/** Headers that a measurement sends beside the host. */
export type Sent = Readonly<Record<string, string>>;

/** One answer, asked for under that host, which `fetch` would write over. */
export async function ask(
  address: string,
  headers: Sent = {},
): Promise<Pick<IncomingMessage, 'headers'> & { body: string }> {
  const sent = request(address, { headers: { host: benchHost, ...headers } }).end();
  const [answer]: IncomingMessage[] = await once(sent, 'response');
  if (answer?.statusCode !== 200) throw new Error(`${address} was answered with ${answer?.statusCode}`);
  return { headers: answer.headers, body: await text(answer) };
}

import { type Config, readConfig } from '../config.ts';

/** Above this a keeper of containers has given up itself. */
const timeoutMs = 4000;

/**
 * Asks the process that these settings start, on its second port or else the web's, whether it is alive, or with `ready` whether it
 * can do its work; throws with its answer where not. Images without other programs ask their health like this.
 */
export async function probe({ ready = false }: { readonly ready?: boolean }): Promise<void> {
  const url = `${addressOf(readConfig())}${ready ? '/readyz' : '/healthz'}`;
  const answer = await fetch(url, { signal: AbortSignal.timeout(timeoutMs) }).catch((error: unknown) => {
    throw new Error(`${url} gives no answer: ${error instanceof Error ? (error.cause ?? error) : error}`);
  });
  const word = (await answer.text()).trim();
  if (!answer.ok) throw new Error(`${url} answers ${answer.status}: ${word}`);
  console.log(word);
}

function addressOf({ metricsPort, metricsHost, port, host, services }: Config): string {
  if (metricsPort !== null) return `http://${reachable(metricsHost)}:${metricsPort}`;
  if (services.includes('web')) return `http://${reachable(host)}:${port}`;
  throw new Error('METRICS_PORT must be set where SERVICES leaves the web out: nothing else answers');
}

/** Who listens on every address of the machine is asked on the machine itself. */
function reachable(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1';
  if (host === '::') return '[::1]';
  return host.includes(':') ? `[${host}]` : host;
}

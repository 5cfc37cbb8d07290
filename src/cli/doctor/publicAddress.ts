import type { Config } from '../../config.ts';
import { type Finding, said } from './finding.ts';

const timeoutMs = 10_000;
const maxBytes = 1_000_000;

/** Whether the public address leads here: its proxy answers, shows the keys of this installation, and tells the service who asks. */
export async function publicAddressFindings(
  { publicUrl, mode, trustedProxyHops }: Config,
  keys: readonly string[],
): Promise<Finding[]> {
  const what = 'Public address';
  if (publicUrl === undefined)
    return [
      { light: 'good', what, says: 'PUBLIC_URL is not set; it is the address that the service listens on.' },
    ];
  const hops: Finding[] =
    mode === 'production' && trustedProxyHops === 0
      ? [
          {
            ...{
              light: 'soon',
              what: 'Proxy',
              says: 'TRUSTED_PROXY_HOPS is 0: all visitors count as one client, that of the proxy.',
            },
            todo: 'Set it to the number of proxies in front of the service (1 for one that overwrites X-Forwarded-For).',
          },
        ]
      : [];
  try {
    const answer = await fetch(`${publicUrl}/.well-known/did.json`, {
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });
    const text = (await answer.text()).slice(0, maxBytes);
    const shown = keys.some((key) => text.includes(key));
    if (keys.length > 0 && !shown)
      return [
        ...hops,
        {
          ...{
            light: 'now',
            what,
            says: `${publicUrl} answers (${answer.status}), but shows none of the keys of this installation.`,
          },
          todo: 'Make the proxy forward to this service, and set PUBLIC_URL to its address.',
        },
      ];
    const isKept = answer.headers.has('x-content-type-options');
    if (!isKept)
      return [
        ...hops,
        {
          ...{
            light: 'soon',
            what,
            says: `${publicUrl} answers, without the security headers of the service.`,
          },
          todo: 'Make the proxy pass on the headers that the service sets (X-Content-Type-Options, Content-Security-Policy, Strict-Transport-Security).',
        },
      ];
    return [...hops, { light: 'good', what, says: `${publicUrl} answers and shows this installation.` }];
  } catch (error) {
    return [
      ...hops,
      {
        ...{ light: 'now', what, says: `${publicUrl} does not answer: ${said(error)}.` },
        todo: 'Check that the service runs, that the proxy forwards to it, and that its name and certificate are correct.',
      },
    ];
  }
}

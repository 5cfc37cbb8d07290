import type { Resolver } from 'node:dns/promises';
import type { Config } from '../../config.ts';
import type { Finding } from './finding.ts';

/** The part of DNS that is asked; `node:dns` has it. */
export type Dns = Pick<Resolver, 'resolveTxt'>;

type Mail = Pick<Config, 'mail' | 'bounces' | 'dkimSelector'>;
/** Text records at a name: none, unknown where DNS gave no answer, or the texts. */
type Texts = readonly string[] | 'unknown';

const notAsked = 'DNS gave no answer.';

/** Whether receivers can tell the e-mails of this service from forged ones: SPF (RFC 7208), DKIM (RFC 6376) and DMARC (RFC 7489). */
export async function mailDomainFindings(
  { mail, bounces, dkimSelector }: Mail,
  dns: Dns,
): Promise<readonly Finding[]> {
  if (mail === null) return [];
  const from = domainOf(mail.from);
  const envelope = domainOf(bounces?.address ?? mail.from);
  const [spfTexts, dkimTexts, dmarcTexts] = await Promise.all([
    textsAt(dns, envelope),
    dkimSelector === undefined ? keysBelow(dns, from) : textsAt(dns, `${dkimSelector}._domainkey.${from}`),
    dmarcTextsOf(dns, from),
  ]);
  const dmarc = dmarcOf(from, dmarcTexts);
  const found = [spfOf(envelope, spfTexts), dkimOf(from, dkimSelector, dkimTexts), dmarc.finding];
  const proven = found.slice(0, 2).some(({ light }) => light === 'good');
  if (!dmarc.enforced || proven) return found;
  // With neither of the two, a policy of DMARC turns every e-mail away.
  return found.map((one) => (one.light === 'soon' ? { ...one, light: 'now' } : one));
}

function spfOf(domain: string, texts: Texts): Finding {
  const what = `SPF of ${domain}`;
  if (texts === 'unknown') return { light: 'soon', what, says: notAsked };
  const policies = texts.filter((text) => /^v=spf1( |$)/i.test(text));
  const [policy = ''] = policies;
  const add = `Publish one TXT record at ${domain} that names your mail server, such as "v=spf1 mx -all".`;
  if (policies.length === 0)
    return { light: 'soon', what, says: 'No record exists: nothing says who may send.', todo: add };
  if (policies.length > 1)
    return { light: 'soon', what, says: 'Several records exist, so receivers ignore them all.', todo: add };
  const all = /(?:^| )([+?~-]?)all( |$)/i.exec(policy)?.[1] ?? (/ redirect=/i.test(policy) ? '-' : '?');
  if (all === '' || all === '+' || all === '?') {
    const todo = 'End it with "-all" (or "~all") after the names of your mail servers.';
    return { light: 'soon', what, says: `"${policy}" lets anyone send.`, todo };
  }
  return { light: 'good', what, says: `"${policy}"` };
}

function dkimOf(domain: string, selector: string | undefined, texts: Texts): Finding {
  const what = `DKIM of ${domain}`;
  if (texts === 'unknown') return { light: 'soon', what, says: notAsked };
  const publish =
    'Make the mail server sign its e-mails, publish its key at SELECTOR._domainkey, and set the selector in DKIM_SELECTOR.';
  if (selector === undefined) {
    if (texts.length === 0) return { light: 'soon', what, says: 'No key is published.', todo: publish };
    const todo = 'Set DKIM_SELECTOR to the selector with which your mail server signs.';
    return { light: 'soon', what, says: 'Keys exist; which one signs is not known here.', todo };
  }
  // An empty key is one that was revoked (RFC 6376, 3.6.1).
  const key = texts.find((text) => /(?:^|;)\s*p=\s*[\w+/]/.test(text));
  if (key) return { light: 'good', what, says: `A key is published at ${selector}.` };
  return { light: 'soon', what, says: `No key is published at ${selector}._domainkey.`, todo: publish };
}

function dmarcOf(domain: string, texts: Texts): { readonly finding: Finding; readonly enforced: boolean } {
  const what = `DMARC of ${domain}`;
  if (texts === 'unknown') return { finding: { light: 'soon', what, says: notAsked }, enforced: false };
  const [policy = ''] = texts.filter((text) => /^v=DMARC1\s*(;|$)/i.test(text));
  const p = /;\s*p\s*=\s*(none|quarantine|reject)/i.exec(policy)?.[1]?.toLowerCase();
  const todo = `Publish a TXT record at _dmarc.${domain}, such as "v=DMARC1; p=quarantine", once SPF and DKIM are in place.`;
  if (p === undefined)
    return {
      finding: {
        light: 'soon',
        what,
        says: 'No record exists: large mail providers refuse such e-mails.',
        todo,
      },
      enforced: false,
    };
  if (p === 'none') {
    const says = `"${policy}" lets anyone write in your name.`;
    return { finding: { light: 'soon', what, says, todo }, enforced: false };
  }
  return { finding: { light: 'good', what, says: `"${policy}"` }, enforced: true };
}

/** At the domain itself, or else at the ones above it, below the top. */
async function dmarcTextsOf(dns: Dns, domain: string): Promise<Texts> {
  const labels = domain.split('.');
  for (let i = 0; i < labels.length - 1; i += 1) {
    const texts = await textsAt(dns, `_dmarc.${labels.slice(i).join('.')}`);
    if (texts === 'unknown' || texts.some((text) => /^v=DMARC1/i.test(text))) return texts;
  }
  return [];
}

/** Something where names of keys exist below a domain (RFC 8020), although nobody can list them. */
async function keysBelow(dns: Dns, domain: string): Promise<Texts> {
  return dns.resolveTxt(`_domainkey.${domain}`).then(
    () => [''],
    (error: unknown) => (isNoData(error) ? [''] : isMissing(error) ? [] : 'unknown'),
  );
}

async function textsAt(dns: Dns, name: string): Promise<Texts> {
  return dns.resolveTxt(name).then(
    (records) => records.map((parts) => parts.join('')),
    (error: unknown) => (isNoData(error) || isMissing(error) ? [] : 'unknown'),
  );
}

function isNoData(error: unknown): boolean {
  return (error as { code?: unknown }).code === 'ENODATA';
}

function isMissing(error: unknown): boolean {
  return (error as { code?: unknown }).code === 'ENOTFOUND';
}

/** The domain of an address, alone or in angle brackets after a name. */
function domainOf(address: string): string {
  return address.replace(/^.*@/, '').replace(/>\s*$/, '').toLowerCase();
}

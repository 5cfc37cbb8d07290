import { expect } from 'chai';
import { linesOf } from '../../../src/cli/doctor/finding.ts';
import { mailDomainFindings } from '../../../src/cli/doctor/mailDomain.ts';
import { testDnsServer, type Zone } from '../../support/servers/dnsServer.ts';

const domain = 'label.example';
const well = {
  'label.example': ['v=spf1 mx -all', 'unrelated=1'],
  'mail2026._domainkey.label.example': [`v=DKIM1; k=rsa; p=${'MIIB'.repeat(90)}`],
  '_dmarc.label.example': ['v=DMARC1; p=reject; rua=mailto:dmarc@label.example'],
} satisfies Zone;
const selector = 'mail2026._domainkey.label.example';

interface Row {
  readonly what: string;
  readonly zone?: Zone;
  readonly selector?: null;
  readonly bounces?: string;
  readonly lights: string;
  readonly says?: RegExp;
}

/** What stands in DNS instead of what is well, and the lights of SPF, DKIM and DMARC. */
const rows: readonly Row[] = [
  { what: 'all three', lights: 'good good good' },
  {
    what: 'nothing',
    zone: { [domain]: [], [selector]: [], '_dmarc.label.example': [] },
    lights: 'soon soon soon',
  },
  {
    what: 'no SPF',
    zone: { [domain]: ['unrelated=1'] },
    lights: 'soon good good',
    says: /who may send.*v=spf1/s,
  },
  { what: 'two of SPF', zone: { [domain]: ['v=spf1 mx -all', 'v=spf1 -all'] }, lights: 'soon good good' },
  { what: 'SPF for everybody', zone: { [domain]: ['v=spf1 +all'] }, lights: 'soon good good' },
  {
    what: 'SPF for everybody, without a sign',
    zone: { [domain]: ['v=spf1 mx all'] },
    lights: 'soon good good',
  },
  { what: 'SPF that says nothing', zone: { [domain]: ['v=spf1 mx'] }, lights: 'soon good good' },
  { what: 'a soft SPF', zone: { [domain]: ['v=spf1 mx ~all'] }, lights: 'good good good' },
  {
    what: 'SPF of somebody else',
    zone: { [domain]: ['v=spf1 redirect=_spf.x.example'] },
    lights: 'good good good',
  },
  {
    what: 'another domain of the envelope',
    bounces: 'retour@bounce.example',
    lights: 'soon good good',
    says: /SPF of bounce\.example/,
  },
  {
    what: 'no key',
    zone: { [selector]: [] },
    lights: 'good soon good',
    says: /No key is published at mail2026/,
  },
  { what: 'a revoked key', zone: { [selector]: ['v=DKIM1; p='] }, lights: 'good soon good' },
  { what: 'a selector that was not told', selector: null, lights: 'good soon good', says: /DKIM_SELECTOR/ },
  {
    what: 'no selector and no keys',
    selector: null,
    zone: { [selector]: undefined as never },
    lights: 'good soon good',
    says: /No key is published\./,
  },
  { what: 'no DMARC', zone: { '_dmarc.label.example': [] }, lights: 'good good soon' },
  {
    what: 'DMARC that only looks on',
    zone: { '_dmarc.label.example': ['v=DMARC1; p=none'] },
    lights: 'good good soon',
  },
  { what: 'an enforced DMARC alone', zone: { [domain]: [], [selector]: [] }, lights: 'now now good' },
  {
    what: 'DNS that fails',
    zone: { [domain]: 'fails', [selector]: 'fails', '_dmarc.label.example': 'fails' },
    lights: 'soon soon soon',
    says: /gave no answer/,
  },
];

describe('made-in-ess doctor on the domain of the sender', () => {
  for (const { what, zone = {}, selector: told, bounces, lights, says = /./ } of rows) {
    it(`judges ${what}: ${lights}`, async () => {
      const all = Object.entries({ ...well, ...zone }).filter(([, texts]) => texts !== undefined);
      const { resolver, stop } = await testDnsServer(Object.fromEntries(all) as Zone);
      const mail = { url: 'smtp://localhost', from: `Label <label@${domain.toUpperCase()}>` };
      const found = await mailDomainFindings(
        {
          mail,
          bounces: bounces === undefined ? null : { address: bounces, port: null },
          dkimSelector: told === null ? undefined : 'mail2026',
        },
        resolver,
      );
      stop();
      expect(found.map(({ light }) => light).join(' ')).to.equal(lights);
      expect(found.flatMap(linesOf).join('\n')).to.match(says);
    });
  }

  it('takes the policy of the domain above where its own has none', async () => {
    const { resolver, stop } = await testDnsServer({ '_dmarc.label.example': ['v=DMARC1; p=quarantine'] });
    const mail = { url: 'smtp://localhost', from: 'label@mail.label.example' };
    const found = await mailDomainFindings({ mail, bounces: null, dkimSelector: undefined }, resolver);
    stop();
    expect(found.at(-1)).to.include({ light: 'good', what: 'DMARC of mail.label.example' });
  });
});

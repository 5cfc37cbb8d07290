import { expect } from 'chai';
import { readWebhookAddress } from '../../../src/register/webhooks/webhookAddress.ts';

const read = (typed: string, loopback = false) => {
  const found = readWebhookAddress(typed, loopback);
  return found.kind === 'address' ? found.address : found.code;
};

describe('register/webhooks/webhookAddress', () => {
  const taken: Readonly<Record<string, string>> = {
    'https://annuaire.ch': 'https://annuaire.ch/',
    ' https://hooks.annuaire.ch/made-in-ess?key=1 ': 'https://hooks.annuaire.ch/made-in-ess?key=1',
    'https://annuaire.ch:443/': 'https://annuaire.ch/',
    'https://annuaire.ch:8443/': 'https://annuaire.ch:8443/',
    'https://Bücher.ch/': 'https://xn--bcher-kva.ch/',
    'HTTPS://ANNUAIRE.CH/A': 'https://annuaire.ch/A',
    'https://annuaire.ch.:8443/a': 'https://annuaire.ch:8443/a',
    'https://annuaire。ch/': 'https://annuaire.ch/',
    'https://annuaire.ch\\@127.0.0.1/': 'https://annuaire.ch/@127.0.0.1/',
  };
  const refused: Readonly<Record<string, readonly string[]>> = {
    badWebhookAddress: [
      ...[
        '',
        'annuaire.ch',
        '/made-in-ess',
        'https://',
        'https://user@annuaire.ch/',
        'https://:pw@annuaire.ch/',
      ],
      ...[
        'https://annuaire.ch:22/',
        'https://annuaire.ch:80/',
        'https://annuaire.ch:1023/',
        'https://annuaire.ch/#a',
      ],
      `https://annuaire.ch/${'a'.repeat(500)}`,
    ],
    webhookNotHttps: [
      'http://annuaire.ch/',
      'ftp://annuaire.ch/',
      'file:///etc/passwd',
      'gopher://annuaire.ch/',
    ],
    webhookNotPublic: [
      ...[
        'https://127.0.0.1/',
        'https://2130706433/',
        'https://0x7f000001/',
        'https://0177.1/',
        'https://8.8.8.8/',
      ],
      ...[
        'https://[::1]/',
        'https://[::ffff:127.0.0.1]/',
        'https://[2001:4860:4860::8888]/',
        'https://localhost/',
      ],
      ...[
        'https://localhost./',
        'https://intranet/',
        'https://db.internal/',
        'https://printer.local/',
        'https://router.lan/',
      ],
      ...[
        'https://a.localhost/',
        'https://ch/',
        'https://co.uk/',
        'https://github.io/',
        'https://_x.annuaire.ch/',
      ],
    ],
  };

  it('takes https to a public name, and writes it in one way', () => {
    for (const [typed, address] of Object.entries(taken)) expect(read(typed), typed).to.equal(address);
  });

  it('refuses every other with what is wrong with it', () => {
    for (const [code, all] of Object.entries(refused))
      for (const typed of all) expect([typed, read(typed)]).to.deep.equal([typed, code]);
  });

  it('takes this machine in development alone, by https and http', () => {
    const own = ['http://localhost:8080/a', 'https://localhost:8443/'];
    expect(own.map((typed) => read(typed, true))).to.deep.equal(own);
    expect(own.map((typed) => read(typed))).to.deep.equal(['webhookNotHttps', 'webhookNotPublic']);
    expect(['http://127.0.0.1:8080/', 'http://annuaire.ch/'].map((typed) => read(typed, true))).to.deep.equal(
      ['webhookNotHttps', 'webhookNotHttps'],
    );
  });
});

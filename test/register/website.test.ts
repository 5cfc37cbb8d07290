import { expect } from 'chai';
import { siteHost } from '../../src/register/siteHost.ts';
import { hostsAbove, readWebsite } from '../../src/register/website.ts';

const read = (typed: string) => readWebsite(typed, 'label.example');

describe('register/website', () => {
  it('stores a site’s address in one form, in any notation', () => {
    for (const [typed, website] of [
      ['https://www.exemple.ch/', 'https://www.exemple.ch/'],
      ['exemple.ch', 'https://exemple.ch/'],
      [' HTTP://Www.Exemple.CH ', 'http://www.exemple.ch/'],
      ['https://exemple.ch:443', 'https://exemple.ch/'],
      ['exemple.ch.', 'https://exemple.ch/'],
      ['müller.ch', 'https://xn--mller-kva.ch/'],
      ['mu\u0308ller.ch', 'https://xn--mller-kva.ch/'],
      ['https://xn--e1afmkfd.xn--p1ai', 'https://xn--e1afmkfd.xn--p1ai/'],
      ['www.ch', 'https://www.ch/'],
    ] as const)
      expect(read(typed), typed).to.deep.equal({ kind: 'website', website });
  });

  it('refuses anything but a public site of one’s own', () => {
    for (const typed of [
      ...['', 'exemple', 'https://', 'https://192.0.2.1', 'https://[2001:db8::1]', 'http://0x7f.1'],
      ...[
        'http://2130706433',
        'localhost',
        'intranet.local',
        'app.internal',
        'x.onion',
        '1.1.10.in-addr.arpa',
      ],
      ...['https://nom:secret@exemple.ch', 'https://nom@exemple.ch', 'exemple.ch@evil.ch', 'exemple.ch:8443'],
      ...['ftp://exemple.ch', 'javascript:alert(1)', 'data:text/html,x', 'mailto:a@exemple.ch'],
      ...[
        'exa_mple.ch',
        '-exemple.ch',
        'exemple..ch',
        'exe mple.ch',
        '<b>.ch',
        'a.b',
        `${'a'.repeat(64)}.ch`,
      ],
      ...['label.example', 'https://LABEL.example/', `${'abcdefgh.'.repeat(40)}ch`],
      ...['ch', 'co.uk', 'www.co.uk', 'asso.fr', 'gouv.fr', 'com.au', 'github.io', 'www.wixsite.com'],
    ])
      expect(read(typed), typed).to.deep.equal({ kind: 'fault', code: 'badWebsite' });
  });

  it('distinguishes a page of a site from the site', () => {
    for (const typed of ['exemple.ch/fr', 'https://exemple.ch?id=3', 'exemple.ch/#a', 'exemple.ch\\evil'])
      expect(read(typed), typed).to.deep.equal({ kind: 'fault', code: 'websitePage' });
  });

  it('finds a site by its host without www, and by its subdomains', () => {
    expect(siteHost('https://www.exemple.ch/')).to.equal('exemple.ch');
    expect(siteHost('https://www.ch/')).to.equal('www.ch');
    expect(hostsAbove('www.Shop.exemple.ch.')).to.deep.equal(['shop.exemple.ch', 'exemple.ch']);
    expect(hostsAbove('a.exemple.co.uk')).to.deep.equal(['a.exemple.co.uk', 'exemple.co.uk']);
    expect(hostsAbove('a.b.github.io')).to.deep.equal(['a.b.github.io', 'b.github.io']);
    for (const host of ['ch', 'co.uk', 'github.io', 'localhost', '192.0.2.1', '']) {
      expect(hostsAbove(host), host).to.deep.equal([]);
    }
  });
});

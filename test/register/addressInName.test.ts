import { expect } from 'chai';
import fc from 'fast-check';
import { addressInName } from '../../src/register/addressInName.ts';

/** Names as people and organisations have them, most of them with a dot that looks for trouble. */
const names = [
  'Boulangerie des Grottes',
  'Les Ateliers du Lac S.à r.l.',
  'Atelier S.A.R.L.',
  'Menuiserie Rochat S.A.',
  'Fondation St. Jean',
  'Paroisse St.Gervais',
  'L.E.A.F.',
  'L.E.A.F',
  'A.S.B.L. Terre',
  'C.A.R.E. Genève',
  'O.N.G. Eau Vive',
  'Coopérative d’habitation Les Ailes, 2e étape',
  'Genève 2.0',
  'La Manivelle 3.14',
  '100.000 arbres',
  'N°5',
  'Müller & Co. KG',
  'Müller GmbH & Co.KG',
  'Verein Zürcher Quartier e.V.',
  'Genossenschaft e.G.',
  'La Terra Soc.Coop. a r.l.',
  'La Terra s.r.l.',
  'Cantieri S.p.A.',
  'Mondragon S.Coop.',
  'Dr. med. Anna Keller',
  'Dr.med. Anna Keller',
  'Dipl.-Ing. Urs Meier',
  'J.-J. Rousseau',
  'Jean-Luc P. Martin',
  'K.-H. Weber',
  'Anna Li',
  'A. Li',
  'Marie-Noëlle de la Rochefoucauld',
  'Association « Vivre ensemble »',
  'Vivre ensemble (section Genève)',
  'Oui ! Coopérative',
  'Après…',
  'Terre & Vie / Erde & Leben',
  'Éco-quartier n.o.r.d.e',
  'F-information',
  'Café Wwwunder',
  'Atelier HTTP',
  'Chez Com et Net',
  '',
];

/** What a mail program makes a link of. */
const addresses = [
  'http://evil.example',
  'https://evil.example/path',
  'HTTP://EVIL.EXAMPLE',
  'Gagnez http: ici',
  'www.gagnez',
  'WWW.gagnez.ch',
  'www2.gagnez.ch',
  'ftp://gagnez',
  'gagnez.com',
  'Gagnez.Com',
  'Votre prix sur gagnez.com',
  'Votre prix (gagnez.com)',
  'Votre prix: gagnez.com.',
  'Votre prix,gagnez.com!',
  'gagnez.com/prix?x=1',
  'gagnez.com:8080',
  'prix@gagnez.ch',
  'a.b.c.gagnez.co.uk',
  'gagnez.github.io',
  't.co',
  'x.com',
  'gagnez.shop',
  'bücher.de',
  'пример.рф',
  'xn--e1afmkfd.xn--p1ai',
  'gagnez。com',
  'gagnez．com',
  'gag\u00adnez.c\u200bom',
  '192.168.1.7',
  'Prix 8.8.8.8',
];

describe('addressInName', () => {
  for (const name of names) {
    it(`accepts “${name}”`, () => expect(addressInName(name)).to.equal(null));
  }
  for (const text of addresses) {
    it(`finds the address in “${text}”`, () =>
      expect(addressInName(text)).to.be.a('string').and.not.equal(''));
  }

  it('finds any address inside any name, and names it', () => {
    const name = fc.constantFrom(...names);
    const address = fc.constantFrom(
      'gagnez.com',
      'mon-prix.ch',
      'prix.org',
      'a.b.info',
      'www.prix',
      'https:',
    );
    fc.assert(
      fc.property(name, address, name, (before, link, after) => {
        expect(addressInName(`${before} ${link} ${after}`)?.replace(/\.$/, '')).to.equal(
          link.replace(/^www.*/, 'www'),
        );
      }),
    );
  });
});

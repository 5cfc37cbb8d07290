import { expect } from 'chai';
import { fileReport } from '../../../src/commands/verify/fileReport.ts';
import { createI18n } from '../../../src/i18n/i18n.ts';
import {
  type Check,
  type CheckFlaw,
  checkNames,
  type ReadingFlaw,
  type Verification,
} from '../../../src/register/verification.ts';
import { locales } from '../../support/locales.ts';

const i18n = createI18n();
const { messages } = locales.fr;
/** What stands between a group of the words and an ending. */
const namesIn = <Name extends string>(group: string, end: string) =>
  Object.keys(messages)
    .filter((key) => key.startsWith(group) && key.endsWith(end))
    .map((key) => key.slice(group.length, key.length - end.length) as Name);
const checkFlaws = namesIn<CheckFlaw>('verification.flaws.', '.says');
const readingFlaws = namesIn<ReadingFlaw>('verification.unread.', '');
const label = {
  word: 'active',
  valid: true,
  organisation: 'Boulangerie Spécimen',
  revision: 2,
  until: '2029-09-30',
  periodEnd: '2029-09-30',
  condition: null,
} as const;

function verification(change: Partial<Verification>): Verification {
  return { verdict: 'fails', checks: [], number: 'MIE-26-00042-D', revision: 1, label, ...change };
}

describe('commands/verify/fileReport', () => {
  it('has a sentence for each check and for each flaw, and says what to do', () => {
    const results = ['holds', 'notThere', 'unknown'] as const;
    const checks: Check[] = [
      ...checkNames.flatMap((name) => results.map((result) => ({ name, result }))),
      ...checkFlaws.map((flaw) => ({ name: 'register', result: 'fails', flaw }) as const),
    ];
    expect(checkFlaws).to.have.length.above(20);
    for (const words of Object.values(i18n)) {
      const told = fileReport(verification({ checks }), words);
      expect(told.checks).to.have.length(checks.length);
      for (const { name, says, advice, result } of told.checks) {
        expect(`${name}${says}`).to.not.match(/verification\./);
        expect(advice === '').to.equal(result !== 'fails');
      }
    }
  });

  it('says of a genuine file that others time-stamped it again, in every language', () => {
    const sealed = { at: '2026-11-24T08:00:00.000Z', confirmed: true };
    for (const language of ['fr', 'de', 'it', 'en'] as const) {
      const before = fileReport(verification({ verdict: 'holds', sealed }), i18n[language]);
      const after = fileReport(
        verification({ verdict: 'holds', sealed, stampedAgain: true }),
        i18n[language],
      );
      expect(after.title, language).not.to.equal(before.title);
      expect(after.sealed.startsWith(`${before.sealed} `), language).to.equal(true);
    }
    const told = fileReport(verification({ verdict: 'holds', sealed, stampedAgain: true }), i18n.en);
    const checks = (['fileKnown', 'wholeFile'] as const).map((name) => ({ name, result: 'holds' as const }));
    for (const words of Object.values(i18n)) {
      const [plain, again] = [{}, { stampedAgain: true as const }].map((also) =>
        fileReport(verification({ verdict: 'holds', checks, ...also }), words).checks.map(({ says }) => says),
      );
      for (const [n, says] of plain?.entries() ?? []) expect(again?.[n]).to.not.equal(says);
    }
    expect(told.title).to.equal('Genuine, valid and time-stamped again');
    expect(told.sealed).to.match(/Somebody else has since time-stamped it/);
  });

  it('says where a credential stands in the public log, and whether enough witnesses saw it', () => {
    const told = (change: object, language: 'fr' | 'de' | 'it' | 'en' = 'en') => {
      const seen = { witnesses: 2, quorum: 2, pinned: true, bindsAll: true };
      const logged = { index: 1717, earlier: false, at: null, seen: null, ...seen, ...change };
      return fileReport(verification({ logged }), i18n[language]).logged;
    };
    const late = {
      at: '2026-11-01T08:00:00.000Z',
      seen: ['2026-11-24T08:00:00.000Z', '2026-11-24T09:00:00.000Z'],
    };
    const [entered, reads] = [
      'Entered in the public log as no. 1,717.',
      'to know that everyone sees the same log.',
    ];
    expect(told({})).to.equal(
      `${entered} 2 witnesses named by the root of trust saw it there: enough ${reads}`,
    );
    expect(told({ witnesses: 1, quorum: 1 })).to.include(
      '1 witness named by the root of trust saw it there: enough',
    );
    expect(told({ pinned: false })).to.equal(`${entered} 2 witnesses chosen by the issuer saw it there.`);
    expect(told({ pinned: false, witnesses: 1 })).to.equal(
      `${entered} Only one witness chosen by the issuer saw it there; the issuer itself asks for 2.`,
    );
    expect(told({ witnesses: 1 })).to.equal(`${entered} Only one witness saw it there; it takes 2 ${reads}`);
    expect(told({ witnesses: 0 })).to.include('No witness saw it there; it takes 2');
    expect(told({ witnesses: 0, quorum: 0 })).to.equal(
      `${entered} No witness saw it there: there is only the issuer’s word that everyone sees the same log.`,
    );
    expect(told(late)).to.match(
      /same log\. The entry gives its time as .+ there is only the issuer’s word\.$/,
    );
    expect(told({ ...late, at: '2026-11-24T00:00:00.000Z' })).not.to.include('gives its time');
    expect(told({ bindsAll: false })).to.match(
      /^Entered .+ The entry was made by an earlier version: .+ 2 witnesses/,
    );
    expect(told({ earlier: true })).to.match(
      /^Entered as no\. 1,717 in an earlier public log, which has ended\. 2/,
    );
    for (const language of ['fr', 'de', 'it'] as const) {
      const changes = [
        {},
        { pinned: false },
        { witnesses: 1 },
        { witnesses: 1, pinned: false },
        { witnesses: 0, quorum: 0 },
        { earlier: true },
        { bindsAll: false },
        late,
      ];
      const all = changes.map((change) => told(change, language));
      expect(new Set(all).size, language).to.equal(all.length);
      for (const one of all)
        expect(one, language).to.match(/^[A-Z].+ 1.?717\D.*\.$|^[A-Z].+ 1.?717\.? .+\.$/);
    }
    expect(fileReport(verification({}), i18n.en).logged).to.equal('');
  });

  it('says of the log alone what the proof shows, as witnesses may be missing', () => {
    const checks = [{ name: 'log', result: 'holds' }] as const;
    for (const words of Object.values(i18n))
      expect(fileReport(verification({ checks }), words).checks[0]?.says).to.not.match(
        /rewrite|réécrire|umschreiben|riscrivere/,
      );
  });

  it('says why a file was not read and that nothing was checked', () => {
    expect(readingFlaws).to.have.length.above(5);
    for (const flaw of readingFlaws) {
      const { text } = fileReport(verification({ verdict: 'unread', flaw, label: null }), i18n.fr);
      expect(text).to.match(/^[A-ZÀ-Ü].+\. Rien n’a donc été contrôlé\.$/);
    }
  });

  it('says of saved data when the register said so, and never that it does today', () => {
    const checks = [{ name: 'register', result: 'holds' }] as const;
    const told = fileReport(verification({ verdict: 'holds', checks }), i18n.en, '2026-11-20T09:00:00.000Z');
    expect([told.text, told.checks[0]?.says].join()).to.match(/said on 20 Nov.*said the same on 20 Nov/);
    expect([told.text, told.checks[0]?.says].join()).to.not.include('today');
    expect(fileReport(verification({ verdict: 'holds' }), i18n.en).text).to.include('today');
  });

  it('says of a day before saved data what the history tells, and neither names nor a list of that day', () => {
    const checks = (['register', 'status'] as const).map((name) => ({ name, result: 'holds' as const }));
    const saved = '2026-11-20T09:00:00.000Z';
    const told = (past: string, verdict: 'holds' | 'notValid' = 'holds') =>
      fileReport(verification({ verdict, checks }), i18n.en, saved, past);
    const says = told('2026-11-19').checks.map((check) => check.says);
    expect(says.join()).to.match(/^According to the register’s history.+already revoked on 19 November/);
    expect(says.join()).to.not.match(/said the same|does not revoke/);
    expect(told('2026-11-20').checks[0]?.says).to.match(/said the same on 20 November/);
    const { text, label: line } = told('2026-11-19', 'notValid');
    expect([text, line].join()).to.match(
      /not valid on 19 November 2026\.,According.+on 19 November 2026: The/,
    );
  });

  it('reports the status of today’s label for an earlier version', () => {
    const { label: said } = fileReport(verification({}), i18n.fr);
    expect(said).to.equal(
      'Le registre dit du label MIE-26-00042-D, Boulangerie Spécimen\u00a0: Ce label est valable jusqu’au 30 septembre 2029. Le fichier est de la version 1\u00a0; la version actuelle est la 2.',
    );
    const withdrawn = { ...label, word: 'withdrawn', valid: false } as const;
    expect(fileReport(verification({ label: withdrawn }), i18n.en).label).to.match(
      /withdrawn.*version is 2\.$/,
    );
    expect(fileReport(verification({ revision: 2 }), i18n.fr).label).to.not.include('version');
    expect(fileReport(verification({ label: null }), i18n.fr).label).to.equal('');
  });
});

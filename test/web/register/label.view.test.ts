import { expect } from 'chai';
import { languages } from '../../../src/criteria/scheme.ts';
import { createI18n } from '../../../src/i18n/i18n.ts';
import type { Entry } from '../../../src/register/entry.ts';
import { validityToday } from '../../../src/register/validity.ts';
import { askedView } from '../../../src/web/register/asked.view.ts';
import { labelView } from '../../../src/web/register/label.view.ts';
import { labelJson } from '../../../src/web/register/labelJson.ts';
import { realScheme } from '../../support/samples/realScheme.ts';
import { specimenEntry } from '../../support/samples/specimenEntry.ts';

const i18n = createI18n();
const { fr } = i18n;
const today = '2028-11-24';
const stopped: Entry = {
  ...specimenEntry,
  history: [
    { state: 'issuing', on: '2026-10-01' },
    { state: 'active', on: '2026-10-02' },
    { state: 'suspended', on: '2028-03-14' },
    { state: 'active', on: '2028-04-02' },
  ],
};

function view(
  entry: Entry,
  day = today,
  language: (typeof languages)[number] = 'fr',
  asOf: Date | null = null,
) {
  const { scheme, texts } = realScheme();
  const status = validityToday(entry, day);
  const from = {
    entry,
    status,
    successor: null,
    today: day,
    asked: undefined,
    asOf,
    scheme,
    publicUrl: 'https://label.example',
  };
  return labelView({ ...from, text: texts[language] }, i18n[language]);
}

describe('the view of a label', () => {
  for (const language of languages) {
    it(`has all its words in ${language}`, () => {
      const page = view(stopped, today, language);
      expect(page.history.length).to.equal(3);
      expect(page.radar?.rows.length).to.equal(7);
      expect(page.facts.find(({ href }) => href)?.href).to.equal(`/${language}/criteria/1.0.0`);
    });
  }

  it('shows its history without what was never public', () => {
    const titles = view(stopped).history.map(({ date, title }) => `${date}: ${title}`);
    expect(titles).to.deep.equal([
      '2 octobre 2026: Label accordé par le comité',
      '14 mars 2028: Label suspendu',
      '2 avril 2028: Label rétabli',
    ]);
  });

  it('says that the period ended on its last day, although no event says so yet', () => {
    const page = view(stopped, '2029-10-01');
    expect(page.status.word).to.equal('Label échu');
    expect(page.history.at(-1)).to.include({
      date: '30 septembre 2029',
      title: 'Fin de la période de validité',
    });
  });

  it('hides a proposed withdrawal: the public sees suspended, once', () => {
    const pending: Entry = {
      ...stopped,
      state: 'withdrawalPending',
      history: [
        ...stopped.history,
        { state: 'suspended', on: '2028-06-01' },
        { state: 'withdrawalPending', on: '2028-09-01' },
      ],
    };
    expect(view(pending).status.word).to.equal('Label suspendu');
    expect(view(pending).history.at(-1)?.date).to.equal('1er juin 2028');
  });

  it('shows scores only when the holder agreed', () => {
    expect(view({ ...specimenEntry, scores: null }).radar).to.equal(null);
  });

  it('links the newest file of each kind with its digest', () => {
    const file = (kind: Entry['files'][number]['kind'], letter: string, size = 2048) => ({
      kind,
      revision: 1,
      digest: letter.repeat(64),
      size,
    });
    const page = view({
      ...specimenEntry,
      files: [file('certificate', 'a'), file('badgeSvg', 'b'), file('certificate', 'c', 5120)],
    });
    const number = specimenEntry.number;
    expect(page.files.map(({ href }) => href)).to.deep.equal([
      `/labels/${number}/certificate.pdf`,
      `/badges/${number}.svg`,
      `/api/v1/labels/${number}`,
    ]);
    expect(page.files[0]?.note).to.equal('5\u00a0Ko');
    expect(page.digests.map(({ text }) => text[0])).to.deep.equal(['c', 'b']);
  });

  it('shows no digest while the database is down', () => {
    const files = [{ kind: 'badgeSvg', revision: 1, digest: 'b'.repeat(64), size: 2048 }] as const;
    const entry = { ...specimenEntry, files };
    const asOf = new Date('2028-11-23T12:00:00.000Z');
    const page = view(entry, today, 'fr', asOf);
    expect([page.files[0]?.note, page.digests]).to.deep.equal(['', []]);
    const json = (at: Date | null) =>
      labelJson({ entry, asOf: at }, validityToday(entry, today), fr, 'https://label.example').files;
    expect(json(asOf).digests[0]?.address).to.equal(null);
    expect(json(null).digests[0]?.address).to.equal(`https://label.example/badges/${entry.number}.svg`);
  });

  it('shows the organisation’s website by host, as an external link', () => {
    const at = (website: string) =>
      view({ ...specimenEntry, organisation: { ...specimenEntry.organisation, website } });
    const site = (page: ReturnType<typeof view>) => page.facts.find(({ term }) => term === 'Site');
    const href = 'https://xn--mhle-0ra.example/';
    expect(site(at(href))).to.deep.equal({ term: 'Site', text: 'mühle.example', href, outside: true });
    expect(JSON.parse(at(href).data).about.url).to.equal(href);
    // Of another script, and like a name of ours.
    expect(site(at('https://xn--furnil-wqf.example/'))?.text).to.equal('xn--furnil-wqf.example');
    const { website: _, ...organisation } = specimenEntry.organisation;
    expect(site(view({ ...specimenEntry, organisation }))).to.equal(undefined);
  });

  it('contains the same answer for machines, in JSON that cannot close its script', () => {
    const name = '</script><b>';
    const page = view({ ...specimenEntry, organisation: { ...specimenEntry.organisation, name } });
    expect(page.data).to.not.include('<');
    const data = JSON.parse(page.data);
    expect(data.about.name).to.equal(name);
    expect(data.certificationStatus).to.equal('https://schema.org/CertificationActive');
    expect(JSON.parse(view({ ...specimenEntry, state: 'suspended' }).data).certificationStatus).to.match(
      /Inactive$/,
    );
  });
});

describe('the answer to "was it valid on …?"', () => {
  const ask = (typed: string) => askedView(typed, stopped, today, fr);

  it('is yes or no by the history', () => {
    expect(ask('2027-01-01').answer).to.deep.equal({
      text: 'Oui. Le 1er janvier 2027, ce label était valable.',
      valid: true,
    });
    expect(ask('2028-03-20').answer).to.deep.include({ valid: false });
    expect(ask('2028-03-20').answer?.text).to.include('Suspendu');
    expect(ask('2028-04-02').answer?.valid).to.equal(true);
  });

  it('is no before the label, and absent for a future day', () => {
    expect(ask('2026-09-30').answer?.text).to.include('n’existait pas encore');
    expect(ask('2026-10-01').answer, 'issued, not active yet').to.deep.include({ valid: false });
    expect(ask('2028-11-25').answer?.text).to.include('à venir');
  });

  it('is no while a label is being issued, also a provisional one', () => {
    for (const standing of ['clean', 'provisional'] as const) {
      const issuing: Entry = { ...specimenEntry, state: 'issuing', standing };
      const { answer } = askedView(today, issuing, today, fr);
      expect(answer?.valid, standing).to.equal(false);
      expect(answer?.text, standing).to.include(fr.t('states.label.issuing'));
    }
  });

  it('asks for a valid date', () => {
    for (const typed of ['2028-02-30', 'hier', '2028-1-1', '<b>', '']) {
      const { error, answer, value } = ask(typed);
      expect(error, typed).to.be.a('string');
      expect(answer).to.equal(null);
      expect(value).to.equal(typed);
    }
  });
});

// Tier: all. Budget: 5 s.
import { expect } from 'chai';
import fc from 'fast-check';
import { languages } from '../../src/criteria/scheme.ts';
import { createI18n, type Translator } from '../../src/i18n/i18n.ts';
import { entryBadge } from '../../src/issuing/badge/entryBadge.ts';
import type { Entry } from '../../src/register/entry.ts';
import { judgeFile } from '../../src/register/judgeFile.ts';
import { registerRow } from '../../src/register/registerRow.ts';
import { searchRow } from '../../src/register/searchRow.ts';
import { endedOn, validityToday } from '../../src/register/validity.ts';
import { csv, csvColumns } from '../../src/web/api/formats/csv.ts';
import { jsonLd } from '../../src/web/api/formats/jsonLd.ts';
import { jsonLines } from '../../src/web/api/formats/jsonLines.ts';
import { lookedUpLabel } from '../../src/web/api/lookUp.ts';
import { labelKitView } from '../../src/web/label/labelKit.view.ts';
import { askedView } from '../../src/web/register/asked.view.ts';
import { foundOffers } from '../../src/web/register/foundOffers.view.ts';
import { labelView } from '../../src/web/register/label.view.ts';
import { labelHistory } from '../../src/web/register/labelHistory.view.ts';
import { labelJson, labelOnDayJson } from '../../src/web/register/labelJson.ts';
import { asLookedUp } from '../../src/web/register/lookUpAll.ts';
import { offerPage } from '../../src/web/register/offerPage.view.ts';
import { severalView } from '../../src/web/register/several.view.ts';
import { labelAnswer, labelOnDay } from '../../src/web/schemas/label.ts';
import { badgeAlt } from '../../src/web/views/badge.view.ts';
import { randomLife } from '../support/samples/randomLife.ts';
import { realScheme } from '../support/samples/realScheme.ts';
import { specimenEntry } from '../support/samples/specimenEntry.ts';

const i18n = createI18n();
const publicUrl = 'https://label.example';
const { scheme, texts } = realScheme();

/** Its first offer as the directory lists it. */
const listed = (entry: Entry, today: string, words: Translator) =>
  foundOffers(entry, { query: { text: '' }, asked: [], centre: null }, today, words)[0];

/** Until when a label is said to hold or to have held, and whether it does, in every place that says so. */
function everyPlace(entry: Entry, today: string) {
  const words = i18n.en;
  const status = validityToday(entry, today);
  const page = labelView(
    { entry, status, successor: null, today, asOf: null, asked: today, scheme, text: texts.en, publicUrl },
    words,
  );
  const [dated] = [{ entry, status }];
  const writing = { words, publicUrl };
  const cells = csv.lines([dated], writing).split('\r\n')[0]?.split(',') ?? [];
  const cell = (name: string) => cells[csvColumns.findIndex(([column]) => column === name)] ?? '';
  const shown = { entry, status };
  const offer = entry.offers[0] as Entry['offers'][number];
  const list = asLookedUp([entry], today, today);
  const found = list.lines[0]?.labels[0];
  const claim = {
    ...entry,
    organisation: entry.organisation.name,
    offers: entry.offers.map(({ name }) => name),
  };
  const credential = { flaw: null, claim, status: 'clear' } as const;
  const read = {
    kind: 'json',
    seal: null,
    credential,
    numbers: [],
    saysOther: false,
    elsewhere: null,
  } as const;
  const judged = judgeFile({ read, known: null, row: registerRow(entry), today });
  const row = searchRow(entry);
  return {
    valid: {
      page: page.status.tone === 'valid',
      asked: page.asked.answer?.valid,
      json: labelJson({ entry, asOf: null }, status, words, publicUrl).valid,
      onDay: labelOnDayJson({ entry, asOf: null }, today, today, words, publicUrl).valid,
      csv: cell('valid') === 'true',
      jsonLd: /CertificationActive/.test(jsonLd.lines([dated], writing)),
      lookedUp: found && lookedUpLabel(found, publicUrl).valid,
      list: listed(entry, today, words)?.valid,
      kit: labelKitView(
        {
          entry,
          shown,
          language: 'en',
          today,
          publicUrl,
          tasks: [],
          doors: [],
          messages: null,
          wallet: false,
        },
        words,
      ).holds,
      file: judged.checks.find(({ name }) => name === 'register')?.result === 'holds',
      period: status.valid ? judged.checks.find(({ name }) => name === 'period')?.result === 'holds' : false,
      search: row.holds && row.validUntil >= today,
    },
    /** The word of the status, by its name. */
    word: {
      json: labelJson({ entry, asOf: null }, status, words, publicUrl).status,
      onDay: labelOnDayJson({ entry, asOf: null }, today, today, words, publicUrl).status,
      jsonLines: JSON.parse(jsonLines.lines([dated], writing)).status,
      csv: cell('status'),
      lookedUp: found && lookedUpLabel(found, publicUrl).status,
      file: judged.label?.word,
    },
    /** The same as it is read. */
    read: {
      page: page.status.word,
      offer: offerPage({ entry, offer, status, today, asOf: null, publicUrl }, words).status.word,
      list: listed(entry, today, words)?.status.word ?? '',
      kit: labelKitView(
        {
          entry,
          shown,
          language: 'en',
          today,
          publicUrl,
          tasks: [],
          doors: [],
          messages: null,
          wallet: false,
        },
        words,
      ).status.word,
      several: severalView(list, words).rows[0]?.status.word ?? '',
      json: labelJson({ entry, asOf: null }, status, words, publicUrl).word,
    },
    until: {
      json: labelJson({ entry, asOf: null }, status, words, publicUrl).until,
      onDay: labelOnDayJson({ entry, asOf: null }, today, today, words, publicUrl).until,
      jsonLines: JSON.parse(jsonLines.lines([dated], writing)).until,
      csv: cell('until') || null,
      jsonLd: JSON.parse(jsonLd.lines([dated], writing).replace(/^,/, '')).expires ?? null,
      lookedUp: found && lookedUpLabel(found, publicUrl).until,
      file: judged.label?.until,
    },
    /** Sentences that name a day: each must name the true one, whatever else it says. */
    said: {
      banner: page.status.sentence,
      offer: offerPage({ entry, offer, status, today, asOf: null, publicUrl }, words).status.sentence,
      kit: labelKitView(
        {
          entry,
          shown,
          language: 'en',
          today,
          publicUrl,
          tasks: [],
          doors: [],
          messages: null,
          wallet: false,
        },
        words,
      ).status.sentence,
      list: listed(entry, today, words)?.until ?? '',
      facts: page.facts.map(({ term, text }) => `${term} ${text}`).join('; '),
      several: severalView(list, words).rows[0]?.until ?? '',
      badge: badgeAlt(shown, words),
      drawn: /<title>([^<]*)</.exec(entryBadge(entry, status, 'standard', 'en', publicUrl))?.[1] ?? '',
    },
  };
}

describe('the last valid day of a label', () => {
  it('is the same everywhere, on each day on which something changes in any life of a label', () => {
    fc.assert(
      fc.property(randomLife, ({ days }) => {
        let lastHeld: string | null = null;
        for (const [i, { day: today, entry, held, word }] of days.entries()) {
          if (held) lastHeld = today;
          const before = days[i - 1];
          const isTurn = i === days.length - 1 || before?.entry !== entry || before.held !== held;
          if (!entry || !isTurn) continue;
          const { valid, until, said, word: words, read } = everyPlace(entry, today);
          for (const [place, is] of Object.entries(valid)) expect(is, `${place} on ${today}`).to.equal(held);
          if (word !== null) {
            for (const [place, is] of Object.entries(words))
              expect(is, `${place} on ${today}`).to.equal(word);
            for (const [place, is] of Object.entries(read))
              expect(is, `${place} on ${today}`).to.equal(read.page);
            expect(read.page.startsWith(i18n.en.t(`status.${word}.word`)), read.page).to.equal(true);
          }
          const expected = held ? (entry.state === 'extended' ? null : entry.until) : lastHeld;
          for (const [place, day] of Object.entries(until))
            expect(day, `${place} on ${today}`).to.equal(expected);
          const isIssuing = lastHeld === null && !held;
          if (expected === null || isIssuing) continue;
          const { several, badge, drawn, ...sentences } = said;
          const day = i18n.en.date(expected);
          for (const [place, text] of Object.entries({ ...sentences, several }))
            expect(text, `${place} on ${today}`).to.include(day);
          if (!held)
            expect([badge, drawn], `badge on ${today}`).to.satisfy(
              ([a, b]: string[]) => a?.includes(day) && b?.includes(day),
            );
        }
      }),
      { numRuns: 50 },
    );
  });

  it('agrees with later answers about each day', () => {
    fc.assert(
      fc.property(randomLife, ({ entry, days }) => {
        const today = days.at(-1)?.day ?? '';
        for (const { day, held, word } of days) {
          const asked = askedView(day, entry, today, i18n.fr);
          expect(asked.answer?.valid, day).to.equal(held);
          const json = labelOnDayJson({ entry, asOf: null }, day, today, i18n.fr, publicUrl);
          expect(json.valid, day).to.equal(held);
          if (word !== null) expect(json.status, day).to.equal(word);
        }
        const lastDay = days.findLast(({ held }) => held)?.day ?? null;
        const { valid, until } = validityToday(entry, today);
        if (!valid) expect(until).to.equal(lastDay);
      }),
      { numRuns: 100 },
    );
  });

  it('of an extended label that ran out, and that the clock has not reached yet, is that of its extension', () => {
    const entry: Entry = {
      ...specimenEntry,
      state: 'extended',
      since: '2023-05-04',
      until: '2026-05-03',
      extendedUntil: '2027-01-08',
      history: [
        { state: 'issuing', on: '2023-05-04' },
        { state: 'active', on: '2023-05-04' },
        { state: 'extended', on: '2026-05-04' },
      ],
    };
    const status = validityToday(entry, '2027-01-09');
    expect([status.word, status.until]).to.deep.equal(['expired', '2027-01-08']);
    expect(endedOn(entry, status), 'the year on the badge').to.equal('2027-01-08');
    const { said } = everyPlace(entry, '2027-01-09');
    for (const [place, text] of Object.entries(said)) expect(text, place).to.include('8 January 2027');
    expect(labelHistory(entry, status, i18n.en).at(-1)).to.include({ date: '8 January 2027' });
  });

  it('of an extended and then expired label is the day before it expired, not the end of its period', () => {
    const entry: Entry = {
      ...specimenEntry,
      state: 'expired',
      since: '2023-05-04',
      until: '2026-05-03',
      history: [
        { state: 'issuing', on: '2023-05-04' },
        { state: 'active', on: '2023-05-04' },
        { state: 'extended', on: '2026-05-04' },
        { state: 'expired', on: '2026-08-10' },
      ],
    };
    expect(validityToday(entry, '2026-11-24')).to.deep.equal({
      word: 'expired',
      valid: false,
      until: '2026-08-09',
      periodEnd: '2026-05-03',
      condition: null,
    });
    expect(endedOn(entry, { word: 'expired', valid: false })).to.equal('2026-08-09');
    const { said } = everyPlace(entry, '2026-11-24');
    expect(said.banner).to.equal('This label is no longer valid. It was valid until 9 August 2026.');
    for (const [place, text] of Object.entries(said)) expect(text, place).not.to.include('3 May 2026');
    const asked = askedView('2026-07-15', entry, '2026-11-24', i18n.fr);
    expect(asked.answer).to.deep.equal({
      text: 'Oui. Le 15 juillet 2026, ce label était valable.',
      valid: true,
    });
  });

  it('is absent while a renewal is pending, in every language', () => {
    const history = [...specimenEntry.history, { state: 'extended', on: '2029-10-01' } as const];
    const entry: Entry = { ...specimenEntry, state: 'extended', history };
    expect(validityToday(entry, '2029-11-24')).to.deep.equal({
      word: 'extended',
      valid: true,
      until: null,
      periodEnd: '2029-09-30',
      condition: null,
    });
    for (const language of languages) {
      const words = i18n[language];
      const status = validityToday(entry, '2029-11-24');
      expect(listed(entry, '2029-11-24', words)?.until, language).to.equal(
        words.t('status.extended.sentence', { until: words.date('2029-09-30') }),
      );
      const drawn = entryBadge(entry, status, 'standard', language, publicUrl);
      expect(drawn, language).not.to.match(/jusqu|bis 30|fino al|until/);
    }
  });

  it('is formatted as the API describes it', () => {
    fc.assert(
      fc.property(randomLife, ({ entry, days }) => {
        const today = days.at(-1)?.day ?? '';
        const status = validityToday(entry, today);
        labelAnswer.parse(labelJson({ entry, asOf: null }, status, i18n.de, publicUrl));
        labelOnDay.parse(labelOnDayJson({ entry, asOf: null }, entry.since, today, i18n.de, publicUrl));
      }),
      { numRuns: 30 },
    );
  });
});

import { expect } from 'chai';
import { parse } from 'node-html-parser';
import { languages } from '../../../src/criteria/scheme.ts';
import { createI18n } from '../../../src/i18n/i18n.ts';
import type { Entry, LabelState } from '../../../src/register/entry.ts';
import { labelNumber } from '../../../src/register/number.ts';
import { endedOn, validityToday } from '../../../src/register/validity.ts';
import { specimenEntry } from '../../support/samples/specimenEntry.ts';
import { unescapeHtml } from '../../support/unescapeHtml.ts';
import { type Browser, type TestWeb, testWeb } from '../../support/web.ts';

/** The day on which test services begin. */
const today = '2026-11-02';
const i18n = createI18n();
const since = '2023-05-04';
const next = { ...specimenEntry, number: labelNumber(2026, 7) };

/** One label of each public status, as its life left it: the last day of its period, until when it holds or held, and what happened. */
const lives: readonly (readonly [
  name: string,
  until: string,
  held: string | null,
  past: Entry['history'],
  also?: Partial<Entry>,
])[] = (
  [
    ['active', '2027-05-03', '2027-05-03', []],
    ['conditional', '2027-05-03', '2027-05-03', [], { standing: 'conditional', conditionDue: '2027-01-31' }],
    ['provisional', '2027-05-03', '2027-05-03', [], { standing: 'provisional' }],
    ['extended', '2026-05-03', null, [['extended', '2026-05-04']]],
    ['suspended', '2027-05-03', '2026-09-09', [['suspended', '2026-09-10']]],
    [
      'withdrawal pending',
      '2027-05-03',
      '2026-08-09',
      [
        ['suspended', '2026-08-10'],
        ['withdrawalPending', '2026-10-10'],
      ],
    ],
    ['expired', '2026-05-03', '2026-05-03', [['expired', '2026-05-04']]],
    ['expired, not written yet', '2026-11-01', '2026-11-01', []],
    [
      'extended, then expired',
      '2026-05-03',
      '2026-08-09',
      [
        ['extended', '2026-05-04'],
        ['expired', '2026-08-10'],
      ],
    ],
    [
      'suspended, then expired',
      '2026-05-03',
      '2026-01-31',
      [
        ['suspended', '2026-02-01'],
        ['expired', '2026-05-04'],
      ],
    ],
    ['terminated', '2027-05-03', '2026-06-14', [['terminated', '2026-06-15']]],
    [
      'withdrawn',
      '2027-05-03',
      '2026-02-28',
      [
        ['suspended', '2026-03-01'],
        ['withdrawn', '2026-07-01'],
      ],
    ],
    ['superseded', '2027-05-03', '2026-09-30', [['superseded', '2026-10-01']], { successor: next.number }],
  ] as const
).map(
  ([name, until, held, past, also]) =>
    [name, until, held, past.map(([state, on]) => ({ state, on })), also ?? {}] as const,
);

function entryOf([, until, , past, also]: (typeof lives)[number], i: number): Entry {
  const state: LabelState = past.at(-1)?.state ?? 'active';
  const history = [{ state: 'issuing', on: since }, { state: 'active', on: since }, ...past] as const;
  return { ...specimenEntry, number: labelNumber(2023, i + 1), state, since, until, history, ...also };
}

describe('every status on every page that names it', () => {
  let web: TestWeb;
  let visitor: Browser;
  const entries = lives.map(entryOf);
  before(async () => {
    web = await testWeb('endings');
    visitor = await web.browser();
    await web.publish(next);
    for (const entry of entries) await web.publish(entry);
  });
  after(() => web.stop());

  for (const language of languages) {
    it(`shows the same last day, and no other, in ${language}`, async () => {
      const words = i18n[language];
      for (const [i, entry] of entries.entries()) {
        const name = lives[i]?.[0];
        const validity = validityToday(entry, today);
        const { valid, until, periodEnd } = validity;
        const label = parse((await visitor.get(`/${language}/labels/${entry.number}`)).text);
        const offer = parse(
          (await visitor.get(`/${language}/labels/${entry.number}/offers/${entry.offers[0]?.id}`)).text,
        );
        const list = (await visitor.get(`/${language}/organisations/${entry.organisation.id}/labels`)).text;
        const banner = unescapeHtml(label.querySelector('.verdict')?.text ?? '');
        const facts = unescapeHtml(label.querySelector('.definitions')?.text ?? '');
        const day = words.date(until ?? periodEnd);
        for (const text of [banner, unescapeHtml(offer.querySelector('.verdict')?.text ?? ''), facts])
          expect(text, name).to.include(day);
        if (until !== null) expect(unescapeHtml(list), name).to.include(day);
        const alt = unescapeHtml(label.querySelector('img.badge')?.getAttribute('alt') ?? '');
        expect(unescapeHtml(offer.querySelector('img.badge')?.getAttribute('alt') ?? ''), name).to.equal(alt);
        expect(alt, name).to.include(entry.number);
        if (!valid) expect(alt, name).to.include(day);
        const src = label.querySelector('img.badge')?.getAttribute('src') ?? '';
        const drawn = unescapeHtml(
          /<title>([^<]*)</.exec((await visitor.get(src)).body.toString())?.[1] ?? '',
        );
        expect(
          drawn.replaceAll(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code))),
          name,
        ).to.equal(alt);
        // A period that was not lived to its end is named nowhere, unless it is what ran out.
        if (!valid && until !== periodEnd) {
          const ranOut = endedOn(entry, validity) === periodEnd ? words.date(periodEnd) : null;
          const all = unescapeHtml(label.querySelector('main')?.text ?? '');
          const said = ranOut === null ? all : all.replace(ranOut, '');
          expect(said, name).to.not.include(words.date(periodEnd));
        }
      }
    });
  }

  it('has the last day of its history', () => {
    const days = entries.map((entry, i) => [lives[i]?.[0], validityToday(entry, today).until]);
    expect(days).to.deep.equal(lives.map(([name, , held]) => [name, held]));
  });

  it('is the same for programs in every format', async () => {
    const csv = (await visitor.get('/api/v1/register.csv')).text.split('\r\n').map((line) => line.split(','));
    const column = csv[0]?.indexOf('until') ?? -1;
    const graph: { certificationIdentification?: string; expires?: string }[] = JSON.parse(
      (await visitor.get('/api/v1/register.jsonld')).text,
    )['@graph'];
    for (const entry of entries) {
      const { until, periodEnd, valid, word } = validityToday(entry, today);
      const { body } = await visitor.get(`/api/v1/labels/${entry.number}`);
      expect(body).to.include({ until, periodEnd, valid, status: word });
      const looked = await visitor.send(
        '/api/v1/lookup',
        'json',
        JSON.stringify({ numbers: [entry.number] }),
      );
      expect(looked.body.results[0].label).to.include({ until, valid, status: word });
      expect(csv.find(([number]) => number === entry.number)?.[column]).to.equal(until ?? '');
      const node = graph.find((one) => one.certificationIdentification === entry.number);
      expect(node?.expires ?? null).to.equal(until);
    }
  });

  it('shows a replaced label with its own badge, and its successor with its state and a link', async () => {
    const replaced = entries.at(-1) as Entry;
    for (const [state, word] of [
      ['active', 'Label valable'],
      ['suspended', 'Label suspendu'],
      ['withdrawn', 'Label retiré'],
    ] as const) {
      const history = state === 'active' ? next.history : [...next.history, { state, on: today }];
      await web.publish({ ...next, state, history });
      const root = parse((await visitor.get(`/fr/labels/${replaced.number}`)).text);
      const link = root.querySelector(`.definitions a[href="/fr/labels/${next.number}"]`);
      expect(unescapeHtml(link?.text ?? '')).to.equal(`${next.number} · ${word}`);
      const src = root.querySelector('img.badge')?.getAttribute('src') ?? '';
      const own = (await visitor.get(src)).body.toString();
      expect(own).to.include(replaced.number).and.to.include('remplac');
      const address = (await visitor.get(`/badges/${replaced.number}.svg`)).body.toString();
      expect(address, 'at the permanent address').to.include(next.number);
    }
  });
});

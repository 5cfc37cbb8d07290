import { expect } from 'chai';
import { parse } from 'node-html-parser';
import { languages } from '../../../src/criteria/scheme.ts';
import { createI18n } from '../../../src/i18n/i18n.ts';
import { addWorkingDays } from '../../../src/register/calendar.ts';
import { standingView } from '../../../src/web/views/standing.view.ts';
import { ownTimeline } from '../../../templates/pages/application/parts/ownTimeline.ts';
import { pageFrame } from '../../support/samples/pageFrame.ts';
import { realScheme } from '../../support/samples/realScheme.ts';

type File = Parameters<typeof standingView>[0];
type Told = File['history'][number];

const i18n = createI18n();
const { scheme } = realScheme();
const procedure = { stepDays: { screening: 10, decision: 30 }, reviewDays: 30 };
const { agreementDays, invitationDays } = scheme.process;
const evaluation = invitationDays + procedure.reviewDays;
const dueAt = '2027-06-30T21:59:59.999Z';

/** One line an event: the day, at nine in the morning. */
const told = (fact: string, day: string) =>
  ({ fact: `application.${fact}`, at: `${day}T09:00:00.000Z` }) as Told;

function standing(state: string, history: readonly Told[], today: string, due: string | null = null) {
  const application = {
    ...{ id: 'MIE-A-2026-0001-A', state, kind: 'initial', scope: null, decision: null, dueAt: due },
    submittedAt: history[0]?.at ?? null,
  };
  const organisation = { region: null };
  const file = { application, history, information: [], organisation, published: { scheme }, label: null };
  return (words: (typeof i18n)['fr']) =>
    standingView(file as unknown as File, { procedure, now: `${today}T09:00:00.000Z` }, words);
}

const sent = told('submitted', '2026-11-02');
const accepted = [sent, told('accepted', '2026-11-06')];
const evaluated = [...accepted, told('evaluated', '2026-12-04')];
const granted = [...evaluated, told('granted', '2027-01-08')];
const asked = (fact: string, history: readonly Told[], day: string) => [...history, told(fact, day)];

/**
 * Every step in everything that it can be: the state, what was told, today, the day until which the applicant acts, and what is
 * read of that step. `after` is how many working days are left once the applicant answered.
 */
const rows: readonly (readonly [
  step: 'screening' | 'evaluation' | 'decision' | 'agreement',
  kind: string,
  of: readonly [string, readonly Told[], string, string?],
  reads:
    | { readonly by: string }
    | { readonly until: string }
    | { readonly late: string }
    | { readonly after: number }
    | { readonly done: string },
])[] = [
  ['screening', 'running', ['screening', [sent], '2026-11-06'], { until: addWorkingDays('2026-11-02', 10) }],
  ['screening', 'on its last day', ['screening', [sent], '2026-11-16'], { until: '2026-11-16' }],
  ['screening', 'late', ['screening', [sent], '2026-11-17'], { late: '2026-11-16' }],
  [
    'screening',
    'paused',
    ['informationRequested', asked('informationRequested', [sent], '2026-11-04'), '2026-12-20', dueAt],
    { after: 8 },
  ],
  [
    'screening',
    'paused once it was late',
    ['informationRequested', asked('informationRequested', [sent], '2026-11-20'), '2026-12-20', dueAt],
    { after: -1 },
  ],
  [
    'screening',
    'running after an answer',
    [
      'screening',
      [sent, told('informationRequested', '2026-11-04'), told('answered', '2026-11-25')],
      '2026-11-27',
    ],
    { until: addWorkingDays('2026-11-25', 8) },
  ],
  ['screening', 'done', ['assignment', accepted, '2026-11-10'], { done: '2026-11-06' }],
  [
    'evaluation',
    'not begun',
    ['screening', [sent], '2026-11-06'],
    { by: addWorkingDays('2026-11-16', evaluation) },
  ],
  [
    'evaluation',
    'not begun while the step before is late',
    ['screening', [sent], '2026-12-01'],
    { by: addWorkingDays('2026-12-01', evaluation) },
  ],
  [
    'evaluation',
    'running',
    ['evaluation', accepted, '2026-11-20'],
    { until: addWorkingDays('2026-11-06', evaluation) },
  ],
  [
    'evaluation',
    'late',
    ['moderation', accepted, '2027-02-20'],
    { late: addWorkingDays('2026-11-06', evaluation) },
  ],
  [
    'evaluation',
    'paused',
    ['correction', asked('correctionAsked', accepted, '2026-11-13'), '2026-12-20', dueAt],
    { after: evaluation - 5 },
  ],
  [
    'evaluation',
    'paused by a correction that was sent back',
    [
      'correction',
      [...accepted, told('correctionAsked', '2026-11-13'), told('corrected', '2026-11-20')].concat(
        told('correctionRejected', '2026-11-24'),
      ),
      '2026-12-20',
      dueAt,
    ],
    { after: evaluation - 7 },
  ],
  ['evaluation', 'done', ['recommendation', evaluated, '2026-12-07'], { done: '2026-12-04' }],
  [
    'decision',
    'not begun',
    ['evaluation', accepted, '2026-11-20'],
    { by: addWorkingDays(addWorkingDays('2026-11-06', evaluation), 30) },
  ],
  [
    'decision',
    'running',
    ['deliberation', evaluated, '2026-12-07'],
    { until: addWorkingDays('2026-12-04', 30) },
  ],
  [
    'decision',
    'running after the last correction was sent back',
    ['recommendation', [...accepted, told('correctionRejected', '2026-12-04')], '2026-12-10'],
    { until: addWorkingDays('2026-12-04', 30) },
  ],
  ['decision', 'late', ['deliberation', evaluated, '2027-03-20'], { late: addWorkingDays('2026-12-04', 30) }],
  [
    'decision',
    'paused',
    ['informationRequested', asked('informationRequested', evaluated, '2026-12-11'), '2027-02-20', dueAt],
    { after: 25 },
  ],
  [
    'decision',
    'begun anew by an appeal that was upheld',
    ['recommendation', [...granted, told('appealUpheld', '2027-04-01')], '2027-04-06'],
    { until: addWorkingDays('2027-04-01', 30) },
  ],
  ['decision', 'done', ['agreement', granted, '2027-01-11', dueAt], { done: '2027-01-08' }],
  [
    'agreement',
    'not begun',
    ['deliberation', evaluated, '2026-12-07'],
    { by: addWorkingDays(addWorkingDays('2026-12-04', 30), agreementDays) },
  ],
  ['agreement', 'running', ['agreement', granted, '2027-01-11', dueAt], { until: '2027-06-30' }],
  [
    'agreement',
    'done',
    ['granted', [...granted, told('signed', '2027-01-20')], '2027-01-21'],
    { done: '2027-01-20' },
  ],
];

describe('by when the steps of a file end', () => {
  for (const [step, kind, [state, history, today, due], reads] of rows) {
    it(`${step}: ${kind}`, () => {
      for (const language of languages) {
        const words = i18n[language];
        const { t, date } = words;
        const view = { ...standing(state, history, today, due)(words), ineligible: false };
        const page = parse(String(ownTimeline(pageFrame(words), view)));
        const name = t(`applicant.station.${step}`);
        const item = page
          .querySelectorAll('.timeline__item')
          .find((one) => one.querySelector('.timeline__title')?.text === name);
        const said = item?.querySelector('.timeline__date')?.text;
        if ('by' in reads) expect(said).to.equal(t('applicant.ends.by', { day: date(reads.by) }));
        if ('until' in reads) expect(said).to.equal(t('applicant.ends.until', { day: date(reads.until) }));
        if ('late' in reads) expect(said).to.equal(t('applicant.ends.late', { day: date(reads.late) }));
        if ('done' in reads) expect(said).to.equal(date(reads.done));
        if (!('after' in reads)) continue;
        expect(said).to.equal(t('applicant.ends.paused'));
        const rest =
          reads.after < 0 ? t('applicant.ends.pausedLate') : t('applicant.ends.rest', { days: reads.after });
        expect(item?.querySelector('.timeline__text')?.text).to.include(rest);
      }
    });
  }

  it('are told of no file that was not sent, or that has its label', () => {
    for (const [state, history] of [['draft', []] as const, ['granted', granted] as const]) {
      expect(standing(state, history, '2027-02-01')(i18n.fr).ends.by, state).to.deep.equal({});
    }
  });
});

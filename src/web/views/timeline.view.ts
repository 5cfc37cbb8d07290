import type { ApplicantFile } from '../../commands/application/views/viewApplication.ts';
import type { Announced } from '../../commands/file/announced.ts';
import type { Translator } from '../../i18n/i18n.ts';

const stations = ['deposit', 'screening', 'evaluation', 'decision', 'agreement', 'label'] as const;
type Station = (typeof stations)[number];

/** The facts that leave a station behind; the last of them gives its date. */
const passedBy: Record<Station, readonly string[]> = {
  deposit: ['application.submitted'],
  screening: ['application.accepted', 'application.declaredIneligible'],
  evaluation: ['application.evaluated', 'application.correctionAccepted', 'application.correctionRejected'],
  decision: ['application.granted', 'application.refused'],
  agreement: ['application.signed'],
  label: [],
};

/** Of these, the last one says who ended it. */
const ending: readonly string[] = [...passedBy.decision, 'application.declaredIneligible'];

/** Where an open application stands; null where its way has ended without a label. */
const at: Record<Announced['state'], Station | null> = {
  draft: 'deposit',
  screening: 'screening',
  informationRequested: 'screening',
  assignment: 'evaluation',
  evaluation: 'evaluation',
  moderation: 'evaluation',
  correction: 'evaluation',
  verification: 'evaluation',
  recommendation: 'decision',
  deliberation: 'decision',
  agreement: 'agreement',
  granted: 'label',
  refused: null,
  appealed: null,
  closed: null,
  withdrawn: null,
  lapsed: null,
};

/** Whether what ended an application was its screening, so that no committee decided it. */
export function turnedAway(history: ApplicantFile['history']): boolean {
  return history.findLast(({ fact }) => ending.includes(fact))?.fact === 'application.declaredIneligible';
}

/** The way of an application, station by station: what is behind, where it stands, what is still to come. */
export function timelineOf({ application, history, label }: ApplicantFile, words: Translator) {
  const dates = new Map(history.map(({ fact, at: when }) => [fact as string, when]));
  const passed = (station: Station) =>
    passedBy[station].map((fact) => dates.get(fact)).findLast((when) => when);
  const say = (station: Station, date: string, tone: '' | 'now' | 'quiet' | 'stop', text = '') => ({
    date,
    title: words.t(`applicant.station.${station}`),
    text,
    tone,
  });
  const { state } = application;
  const away = turnedAway(history) ? words.t('applicant.ineligible.title') : '';
  const here = at[state];
  if (here === null) {
    const behind = stations.flatMap((station) => {
      const when = passed(station);
      return when ? [say(station, words.date(when), '', station === 'screening' ? away : '')] : [];
    });
    return [
      ...behind,
      {
        date: words.t('applicant.timeline.now'),
        title: (state === 'refused' && away) || words.t(`states.application.${state}`),
        text: words.t(`applicant.now.${state}`),
        tone: 'stop' as const,
      },
    ];
  }
  const place = stations.indexOf(here);
  return stations.map((station, i) => {
    const when = passed(station) ?? (station === 'label' ? issuedAt(label) : undefined);
    if (i < place || (station === 'label' && when)) return say(station, when ? words.date(when) : '', '');
    if (i > place) return say(station, words.t('applicant.timeline.next'), 'quiet');
    return say(station, words.t('applicant.timeline.now'), 'now', words.t(`applicant.now.${state}`));
  });
}

function issuedAt(label: ApplicantFile['label']): string | undefined {
  return label?.history.find(({ state }) => state === 'active')?.at;
}

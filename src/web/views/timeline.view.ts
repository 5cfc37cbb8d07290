import type { ApplicantFile } from '../../commands/application/views/viewApplication.ts';
import type { Announced } from '../../commands/file/announced.ts';
import { openStep } from '../../policies/stepTargets.ts';

const stations = ['deposit', 'screening', 'evaluation', 'decision', 'agreement', 'label'] as const;
export type Station = (typeof stations)[number];

/** The facts that leave a station behind; the last of them gives its date. */
const passedBy: Record<Station, readonly string[]> = {
  deposit: ['application.submitted'],
  screening: ['application.accepted', 'application.declaredIneligible'],
  evaluation: ['application.evaluated', 'application.correctionAccepted', 'application.correctionRejected'],
  decision: [
    'application.granted',
    'application.refused',
    'application.extensionGranted',
    'application.labelConfirmed',
  ],
  agreement: ['application.signed'],
  label: [],
};

/** Of these, the last one says who ended it. */
const ending: readonly string[] = [...passedBy.decision, 'application.declaredIneligible'];

/** Where an application stands that is in none of the steps with a time of their own. */
const stationOf: Partial<Record<Announced['state'], Station>> = {
  draft: 'deposit',
  agreement: 'agreement',
  granted: 'label',
};

/** Where an open application stands; null where it ended without a label. */
function placeOf(state: Announced['state'], isEvaluated: boolean): Station | null {
  return openStep(state, isEvaluated) ?? stationOf[state] ?? null;
}

/** Whether what ended an application was its screening, so that no committee decided it. */
export function turnedAway(history: ApplicantFile['history']): boolean {
  return history.findLast(({ fact }) => ending.includes(fact))?.fact === 'application.declaredIneligible';
}

/** A station with the instant at which it was left, empty where that is not known; null where the application ended. */
export interface Stop {
  readonly station: Station | null;
  readonly on: string;
  readonly tone: '' | 'now' | 'quiet' | 'stop';
}

/** An application station by station: what is behind, where it stands, what is still to come. */
export function timelineOf({
  application,
  history,
  label,
}: Pick<ApplicantFile, 'application' | 'history' | 'label'>): Stop[] {
  const dates = new Map(history.map(({ fact, at: when }) => [fact as string, when]));
  const passed = (station: Station) =>
    passedBy[station].map((fact) => dates.get(fact)).findLast((when) => when) ?? '';
  const issuedAt = label?.history.find(({ state }) => state === 'active')?.at ?? '';
  const here = placeOf(application.state, passed('evaluation') !== '');
  if (here === null) {
    const behind = stations.map((station): Stop => ({ station, on: passed(station), tone: '' }));
    return [...behind.filter(({ on }) => on !== ''), { station: null, on: '', tone: 'stop' }];
  }
  // A label that is there is not agreed on and issued again.
  const all = application.scope ? stations.slice(0, stations.indexOf('agreement')) : stations;
  const at = all.indexOf(here);
  const place = at === -1 ? all.length : at;
  return all.map((station, i): Stop => {
    const on = station === 'label' ? issuedAt : passed(station);
    if (i < place || (station === 'label' && on !== '')) return { station, on, tone: '' };
    return { station, on, tone: i > place ? 'quiet' : 'now' };
  });
}

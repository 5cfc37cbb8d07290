import type { ProgressView } from '../../../../src/web/application/submission/progress.view.ts';
import { timeline } from '../../../components/timeline.ts';
import type { Frame } from '../../../frame.ts';
import { type Html, html } from '../../../html.ts';

type Standing = Pick<ProgressView, 'title' | 'state' | 'timeline' | 'ends' | 'ineligible'>;

/** The way of an application, each step with its day: when it was done, until when it goes, that it waits or is late, by when it comes. */
export function ownTimeline(frame: Frame, view: Standing): Html {
  const { t, lang } = frame;
  const hasDays = Object.keys(view.ends.by).length > 0;
  return html`${timeline(stops(frame, view))}${
    hasDays &&
    html`<p class="quiet small below">${t('applicant.ends.note')} <a href="/${lang}/how-long">${t('howLong.title')}</a></p>`
  }`;
}

function stops(frame: Frame, view: Standing) {
  const { t, date } = frame;
  const { timeline: way, ends } = view;
  const turnedAway = view.ineligible && way.some(({ tone }) => tone === 'stop');
  return way.map(({ station, on, tone }) => {
    const title = station === null ? view.title : t(`applicant.station.${station}`);
    const end = station && ends.by[station];
    if (tone === 'quiet') {
      return {
        title,
        tone,
        date: end ? t('applicant.ends.by', { day: date(end) }) : t('applicant.timeline.next'),
      };
    }
    if (tone !== '') return { title, tone, ...present(frame, view, end) };
    const text = turnedAway && station === 'screening' ? t('applicant.ineligible.title') : '';
    return { title, tone, date: on && date(on), text };
  });
}

/** Where it stands: until when, that it waits for the applicant and what is left afterwards, or that it is late. */
function present({ t, date }: Frame, { ends, state }: Standing, end: string | null | undefined) {
  const { late, paused } = ends;
  const text = t(`applicant.now.${state}`);
  if (paused !== null) {
    const rest = paused < 0 ? t('applicant.ends.pausedLate') : t('applicant.ends.rest', { days: paused });
    return { date: t('applicant.ends.paused'), text: `${text} ${rest}` };
  }
  if (!end) return { date: t('applicant.timeline.now'), text };
  return { date: t(late ? 'applicant.ends.late' : 'applicant.ends.until', { day: date(end) }), text };
}

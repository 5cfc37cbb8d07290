import type { FileClock } from '../../src/register/fileClock.ts';
import type { Frame } from '../frame.ts';
import { type Html, html } from '../html.ts';

/** Where the time of a file went, in working days: what is "ours" for the scheme is "theirs" for the applicant. */
export function fileClock(frame: Frame, clock: FileClock, reader: 'applicant' | 'staff'): Html {
  const { t, date } = frame;
  const { applicant, paused } = clock;
  return html`<div class="well well--small">
  <p><strong>${t('information.clock.heading')}</strong></p>
  <p class="small">${clockText(frame, clock)}</p>
  ${applicant > 0 && html`<p class="small">${t(`information.clock.${reader}`, { count: applicant })}</p>`}
  ${paused && html`<p class="small">${t('information.clock.due', { until: date(paused.until), count: paused.left })}</p>`}
</div>`;
}

/** Whether the scheme's clock runs, as a sentence. */
function clockText({ t, date }: Frame, { scheme, paused }: FileClock): string {
  const counted = t('information.clock.counted', { count: scheme });
  if (paused === null) return t('information.clock.runs', { counted });
  return t('information.clock.paused', { counted, since: date(paused.since) });
}

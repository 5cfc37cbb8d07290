import type { SessionPage } from '../../../src/web/committee/session.view.ts';
import { button } from '../../components/button.ts';
import { hidden } from '../../components/hidden.ts';
import { pill } from '../../components/pill.ts';
import type { Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';

/** Who is expected at a session that was convened, whether that makes a quorum, and one's own excuse. */
export function attendanceCard(frame: Frame, { href, session, members, expected, may }: SessionPage): Html {
  const { t } = frame;
  const { quorum } = session.context;
  const counts = { expected: expected.length, invited: members.length, quorum };
  const sentence = t(expected.length < quorum ? 'sessions.excuse.tooFew' : 'sessions.excuse.enough', counts);
  const own = (comes: 'no' | 'yes', text: string) => html`<form method="post" action="${href}/excuse">
  ${hidden(frame, session.revision)}
  <input type="hidden" name="comes" value="${comes}">
  ${button({ text, kind: 'quiet' })}
</form>`;
  return html`<section class="card" aria-labelledby="expected">
  <h2 id="expected">${t('sessions.excuse.title')}</h2>
  <p>${sentence}</p>
  <ul class="plain room">
    ${members.map(({ name, excused }) => html`<li class="room__member"><span>${name} ${pill(excused ? { tone: '', text: t('sessions.excuse.excused') } : { tone: 'leaf', text: t('sessions.excuse.expected') })}</span></li>`)}
  </ul>
  ${may.excuse && [html`<p class="quiet small">${t('sessions.excuse.hint')}</p>`, own('no', t('sessions.excuse.button'))]}
  ${may.takeExcuseBack && own('yes', t('sessions.excuse.takeBack'))}
</section>`;
}

import type { FollowUpLine } from '../../../src/commands/label/views/listFollowUp.ts';
import { pill } from '../../components/pill.ts';
import type { Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { staffLayout } from '../../staffLayout.ts';
import { dueDay } from '../../staffWords.ts';

/** What waits on labels for the officers, what is due first first. */
export function followUpPage(frame: Frame, { lines }: { readonly lines: readonly FollowUpLine[] }): Html {
  const { t } = frame;
  return staffLayout(
    frame,
    { name: t('followUp.title') },
    html`<h1>${t('followUp.title')}</h1>
<p class="lead">${t('followUp.lead', { count: lines.length })}</p>
${lines.length > 0 && html`<ul class="tasks">${lines.map((line) => followUpRow(frame, line))}</ul>`}`,
  );
}

function followUpRow(frame: Frame, { what, number, organisation, dueAt, late, path }: FollowUpLine): Html {
  const { t, lang } = frame;
  const due = dueDay(frame, dueAt);
  return html`<li class="task">
  <span class="task__text"><a href="/${lang}/${path}">${t(`followUp.what.${what}`)}</a><span class="task__line">${[organisation, number].filter(Boolean).join(' · ')}</span></span>
  <span class="task__state">${late ? pill({ tone: 'coral', text: t('followUp.late', { due }) }) : pill({ tone: 'lake', text: t('followUp.due', { due }) })}</span>
</li>`;
}

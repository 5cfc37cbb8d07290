import type { CaseworkView } from '../../../src/commands/desk/casework/viewCasework.ts';
import { button } from '../../components/button.ts';
import { select } from '../../components/choices.ts';
import { textarea, textField } from '../../components/fields.ts';
import { csrfField } from '../../components/hidden.ts';
import { panel } from '../../components/panel.ts';
import type { Frame } from '../../frame.ts';
import { type Content, type Html, html } from '../../html.ts';
import { personName } from '../../staffWords.ts';
import { type CaseworkState, caseNotes } from './caseNotes.ts';

/** What officers added to an item; null for whoever is none. */
export interface WithCasework {
  readonly casework: CaseworkView | null;
}

/** What the secretariat adds to a file, a label or a complaint: whose it is, tags, who follows it, notes. */
export function caseworkPanel(frame: Frame, { casework, ...state }: WithCasework & CaseworkState): Content {
  if (casework === null) return undefined;
  const { t } = frame;
  return panel({ title: t('casework.title'), class: 'casework', id: 'casework' }, [
    html`<p class="quiet small">${t('casework.inside')}</p>`,
    // A complaint has its handler, whom its page names.
    casework.kind !== 'complaints' && ownerPart(frame, casework, state),
    tagsPart(frame, casework, state),
    followPart(frame, casework, state),
    caseNotes(frame, casework, state),
  ]);
}

function ownerPart(frame: Frame, casework: CaseworkView, { action, values, refusal }: CaseworkState): Html {
  const { t } = frame;
  const { holder, from, isMine, candidates } = casework;
  const { faults } = refusal;
  const isOpen = faults.owner !== undefined || faults.handNote !== undefined || values.owner !== undefined;
  const items = candidates.map((person) => ({ value: person.id, text: personName(person) }));
  const mayTake = !isMine && candidates.some(({ id }) => id === frame.asker?.id);
  return html`<h3>${t('casework.owner')}</h3>
<p class="casework__owner">${holder.owner ? html`<strong>${personName(holder.owner)}</strong>` : t('casework.nobody')}</p>
${holderLine(frame, holder)}
${
  mayTake &&
  html`<form method="post" action="${action}/casework/owner">${csrfField(frame)}<input type="hidden" name="from" value="${from}"><input type="hidden" name="owner" value="${frame.asker?.id}">${button({ text: t('casework.takeIt'), kind: 'quiet', size: 'small' })}</form>`
}
<details class="disclosure"${isOpen && html` open`}>
  <summary>${t('casework.handOver')}</summary>
  <form method="post" action="${action}/casework/owner" novalidate>
    ${csrfField(frame)}<input type="hidden" name="from" value="${from}">
    ${select(frame, { name: 'owner', label: t('casework.to'), value: values.owner, error: faults.owner, empty: ' ', items: [...items, ...(from === null ? [] : [{ value: 'nobody', text: t('casework.toNobody') }])] })}
    ${textarea(frame, { name: 'handNote', label: t('casework.handNote'), hint: t('casework.handNoteHint'), value: values.handNote, error: faults.handNote, rows: 3 })}
    ${button({ text: t('casework.handButton'), size: 'small' })}
    <p class="small after-button"><a href="/${frame.lang}/load">${t('casework.load.title')}</a></p>
  </form>
</details>`;
}

function holderLine(
  { t, date }: Frame,
  { owner, lapsed, absence, standIn }: CaseworkView['holder'],
): Content {
  if (lapsed) {
    const name = personName(lapsed) || t('casework.gone');
    return html`<p class="quiet small">${t('casework.lapsed', { name })}</p>`;
  }
  if (!owner || !absence) return undefined;
  const away = { name: personName(owner), until: date(absence.until) };
  const line = standIn
    ? t('casework.standIn', { ...away, standIn: personName(standIn) })
    : t('casework.away', away);
  return html`<p class="small">${line}</p>`;
}

function tagsPart(frame: Frame, casework: CaseworkView, { action, values, refusal }: CaseworkState): Html {
  const { t } = frame;
  const { tags, suggestions } = casework;
  const remove = (tag: string) =>
    html`<li><form method="post" action="${action}/casework/untag" class="chip casework__tag">${csrfField(frame)}<input type="hidden" name="tag" value="${tag}">${tag}<button type="submit" class="casework__remove" aria-label="${t('casework.tagRemove', { tag })}">×</button></form></li>`;
  return html`<h3>${t('casework.tags')}</h3>
${tags.length > 0 && html`<ul class="chips">${tags.map(remove)}</ul>`}
<form method="post" action="${action}/casework/tag" class="casework__add" novalidate>
  ${csrfField(frame)}
  ${textField(frame, { name: 'tag', label: t('casework.tag'), value: values.tag, error: refusal.faults.tag, autocomplete: 'off', attributes: { list: 'tags-in-use' } })}
  <datalist id="tags-in-use">${suggestions.map((tag) => html`<option value="${tag}"></option>`)}</datalist>
  ${button({ text: t('casework.tagAdd'), kind: 'quiet', size: 'small' })}
</form>`;
}

function followPart(frame: Frame, casework: CaseworkView, { action }: CaseworkState): Content {
  const { t } = frame;
  const { kind, follows, otherFollowers } = casework;
  // A complaint has a handler and a deadline of its own: whoever shall know of it owns it.
  if (kind === 'complaints') return undefined;
  const names = otherFollowers.map(personName).join(', ');
  const end = follows ? 'unfollow' : 'follow';
  return html`<form method="post" action="${action}/casework/${end}" class="casework__follow">${csrfField(frame)}${button({ text: t(`casework.${end}`), kind: 'quiet', size: 'small' })}</form>
${follows && html`<p class="quiet small">${t('casework.follows')}</p>`}
${names && html`<p class="quiet small">${t('casework.followedBy', { names })}</p>`}`;
}

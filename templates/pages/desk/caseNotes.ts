import type { CaseworkView } from '../../../src/commands/desk/casework/viewCasework.ts';
import { button } from '../../components/button.ts';
import { select } from '../../components/choices.ts';
import { textarea } from '../../components/fields.ts';
import { csrfField } from '../../components/hidden.ts';
import { dotted } from '../../dotted.ts';
import type { FormState, Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { personName } from '../../staffWords.ts';

/** Of a page that shows it: where its forms are sent, and what was typed. */
export interface CaseworkState extends Pick<FormState, 'values' | 'refusal'> {
  /** The address of the page. */
  readonly action: string;
}

type Note = CaseworkView['notes'][number];

/** Notes that stand open; older ones fold. */
const shownFirst = 3;

/** The internal notes of an item, the newest first, each with what its author can do with it, and the form of another one. */
export function caseNotes(frame: Frame, casework: CaseworkView, state: CaseworkState): Html {
  const { t } = frame;
  const { notes } = casework;
  const { values, refusal } = state;
  const list = (some: readonly Note[]) =>
    html`<ol class="plain">${some.map((note) => noteItem(frame, casework, note, state))}</ol>`;
  const isOpen = refusal.faults.caseNote !== undefined || values.caseNote !== undefined;
  return html`<h3>${t('casework.notes')}</h3>
${notes.length > 0 && list(notes.slice(0, shownFirst))}
${notes.length > shownFirst && html`<details class="disclosure"><summary>${t('casework.older')}</summary>${list(notes.slice(shownFirst))}</details>`}
<details class="disclosure"${isOpen && html` open`}>
  <summary>${t('casework.note')}</summary>
  <form method="post" action="${state.action}/casework/note" novalidate>
    ${csrfField(frame)}
    ${textarea(frame, { name: 'caseNote', label: t('casework.noteText'), hint: t('casework.noteHint'), value: values.caseNote, error: refusal.faults.caseNote, rows: 4 })}
    ${aboutField(frame, casework, { name: 'caseAbout', value: values.caseAbout, error: refusal.faults.caseAbout })}
    ${button({ text: t('casework.noteAdd'), size: 'small' })}
  </form>
</details>`;
}

function noteItem(frame: Frame, casework: CaseworkView, note: Note, state: CaseworkState): Html {
  const { t, time } = frame;
  const { author, at, editedAt, text, aboutPerson, handed, isOwn } = note;
  const nameOf = (person: Note['author']) => (person && personName(person)) || t('casework.gone');
  const someone = (person: Note['author']) => (person ? nameOf(person) : t('casework.nobody'));
  return html`<li class="casework__note">
  <p class="quiet small">${dotted(nameOf(author), time(at), editedAt && t('casework.edited', { at: time(editedAt) }), aboutPerson && t('casework.aboutWhom', { name: personName(aboutPerson) }))}</p>
  ${handed && html`<p class="small">${t('casework.handed', { from: someone(handed.from), to: someone(handed.to) })}</p>`}
  ${text && html`<p class="typed">${text}</p>`}
  ${isOwn && editForm(frame, casework, note, state)}
</li>`;
}

function editForm(
  frame: Frame,
  casework: CaseworkView,
  note: Note,
  { action, values, refusal }: CaseworkState,
): Html {
  const { t } = frame;
  const isTyped = values.noteId === note.id;
  const faults = isTyped ? refusal.faults : {};
  const at = (name: string) => `${name}-${note.id}`;
  return html`<details class="disclosure small"${isTyped && html` open`}>
    <summary>${t('casework.noteEdit')}</summary>
    <form method="post" action="${action}/casework/change-note" novalidate>
      ${csrfField(frame)}<input type="hidden" name="noteId" value="${note.id}">
      ${textarea(frame, { name: 'noteText', id: isTyped ? 'noteText' : at('noteText'), label: t('casework.noteText'), value: isTyped ? values.noteText : note.text, error: faults.noteText, rows: 4 })}
      ${aboutField(frame, casework, { name: 'noteAbout', id: at('noteAbout'), value: isTyped ? values.noteAbout : note.about, error: faults.noteAbout })}
      ${button({ text: t('casework.noteSave'), size: 'small' })}
    </form>
    <form method="post" action="${action}/casework/remove-note">${csrfField(frame)}<input type="hidden" name="noteId" value="${note.id}">${button({ text: t('casework.noteRemove'), kind: 'danger', size: 'small' })}</form>
  </details>`;
}

interface AboutField {
  readonly name: string;
  readonly id?: string;
  readonly value: string | null | undefined;
  readonly error: string | undefined;
}

/** Whom a note tells about. A complaint has none: what is noted there could tell who complained. */
function aboutField(frame: Frame, { kind, people }: CaseworkView, field: AboutField) {
  const { t } = frame;
  if (kind === 'complaints' || people.length === 0) return undefined;
  return select(frame, {
    ...field,
    label: t('casework.about'),
    hint: t('casework.aboutHint'),
    empty: t('casework.aboutNobody'),
    items: people.map((person) => ({ value: person.id, text: personName(person) })),
  });
}

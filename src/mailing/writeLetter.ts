import { type LetterView, letterHtml } from '../../templates/mail/letter.ts';
import { letterText } from '../../templates/mail/letterText.ts';
import { signedOutcomeLink } from '../commands/exchange/outcomeLink.ts';
import { unsubscribeLink } from '../commands/people/accounts/unsubscribe.ts';
import { fault, requireNoFaults } from '../errors.ts';
import type { I18n, Translator } from '../i18n/i18n.ts';
import { type Letter, letters } from '../letters/letters.ts';
import { letterMark } from '../profile/mark.ts';
import { pageColour } from '../profile/palette.ts';
import { type LetterContent, letterContent } from './letterContent.ts';
import { meetingFile } from './meetingFile.ts';

/** What every letter is written on: the words, the sender's address on the web, and the key that signs links which work without signing in. */
export interface LetterPaper {
  readonly i18n: I18n;
  /** Without a slash at the end. */
  readonly publicUrl: string;
  readonly linkKey: Buffer;
  /** Who reads an answer: many letters ask for one. */
  readonly contact: string;
  /** True when everything issued here is a specimen: the letter says so. */
  readonly specimen: boolean;
}

/** No control character, no mark that turns the direction of text: neither is typed, and a line break would begin a header. */
const hidden = /[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;
/** One address and nothing else: no name, no list, no route. */
const address = /^[^\s@<>()[\]\\,;:"]+@[^\s@<>()[\]\\,;:"]+$/;

/** Writes a letter in its reader's language, with its headers; `invalid` when an address or a text in it could forge a header or a line. */
export function writeLetter(letter: Letter, paper: LetterPaper) {
  refuseForgery(letter);
  const words = paper.i18n[letter.to.language];
  const content = signed(letterContent(letter, words), letter, paper);
  const unsubscribe = wayOut(letter, paper);
  const { t, language, reviewed } = words;
  const view: LetterView = {
    ...content,
    t,
    language,
    reviewed,
    specimen: paper.specimen,
    greeting: greeting(letter.to.name, words),
    unsubscribe,
    contact: paper.contact,
    site: { href: `${paper.publicUrl}/${language}`, text: new URL(paper.publicUrl).host },
  };
  return {
    kind: letter.kind,
    to: letter.to.email,
    subject: content.subject,
    text: letterText(view),
    html: letterHtml(view, pageColour, letterMark).toString(),
    calendar: meetingFile(content, paper, words),
    headers: {
      'Content-Language': words.locale,
      // A holiday notice that answers a machine is read by nobody (RFC 3834).
      'Auto-Submitted': 'auto-generated',
      ...(unsubscribe !== null && {
        'List-Unsubscribe': `<${unsubscribe}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      }),
    },
  };
}

function greeting(name: string, { t }: Translator): string {
  return name.trim() === '' ? t('letters.greeting') : t('letters.greetingName', { name });
}

/** The link of one click (RFC 8058) of a letter that is no duty; null for one that is. */
function wayOut({ kind, to }: Letter, { publicUrl, linkKey }: LetterPaper): string | null {
  const { topic } = letters[kind];
  if (topic === null || to.personId === null) return null;
  return `${publicUrl}/${to.language}${unsubscribeLink(linkKey, { personId: to.personId, topic })}`;
}

/** With the proof of who reads it in the address of its button, where that works without signing in. */
function signed(content: LetterContent, { kind, to }: Letter, { linkKey }: LetterPaper): LetterContent {
  const { button } = content;
  if (!letters[kind].signs || to.personId === null) return content;
  return { ...content, button: { ...button, href: signedOutcomeLink(linkKey, button.href, to.personId) } };
}

function refuseForgery({ to, params }: Letter): void {
  const faults = Object.entries({ ...params, name: to.name })
    .filter(([, value]) => textsIn(value).some((text) => hidden.test(text)))
    .map(([field]) => fault(field, 'badCharacters'));
  if (!address.test(to.email) || hidden.test(to.email)) faults.push(fault('email', 'badEmail'));
  requireNoFaults(faults);
}

/** Every text in what a letter tells, however deep. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

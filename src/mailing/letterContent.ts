import type { Letter } from '../commands/items/letters.ts';
import type { Translator } from '../i18n/i18n.ts';
import type { MessageKey } from '../messages.ts';
import { accessChange, rolesChange } from './accessLetters.ts';
import type { Said } from './said.ts';

/** What a letter says, in sentences of its reader's language. */
export interface LetterContent {
  readonly subject: string;
  /** What an inbox shows beside the subject. */
  readonly preview: string;
  readonly heading: string;
  readonly paragraphs: readonly string[];
  /** What is asked, one after the other. */
  readonly list: readonly string[];
  /** To be read at a glance: a code. */
  readonly code: string | null;
  readonly rows: readonly { readonly label: string; readonly value: string }[];
  readonly button: { readonly text: string; readonly href: string };
  readonly after: readonly string[];
  /** Why the reader gets this letter. */
  readonly why: string;
}

/** The sentences of a letter: `text.0`, `text.1` … before the button and `after.0` … behind it, as many as there are. */
export function letterContent(letter: Letter, words: Translator): LetterContent {
  const { words: group, values, code = null, list = [], rows } = said(letter, words);
  const t = (part: 'subject' | 'heading' | 'button' | 'why') =>
    words.tOf(`letters.${group}.${part}` satisfies MessageKey, values);
  const all = (part: 'text' | 'after') => {
    const sentences: string[] = [];
    const key = () => `letters.${group}.${part}.${sentences.length}`;
    while (words.has(key())) sentences.push(words.tOf(key(), values));
    return sentences;
  };
  const paragraphs = all('text');
  return {
    subject: t('subject'),
    preview: paragraphs[0] ?? '',
    heading: t('heading'),
    paragraphs,
    list,
    code,
    rows: rows.map(([row, value]) => ({ label: words.t(`letters.rows.${row}`), value })),
    button: { text: t('button'), href: letter.params.link },
    after: all('after'),
    why: t('why'),
  };
}

function said(letter: Letter, words: Translator): Said {
  const { t, date, time } = words;
  switch (letter.kind) {
    case 'signInCode': {
      const { code, minutes, host } = letter.params;
      return { words: 'signInCode', values: { minutes, host }, code, rows: [] };
    }
    case 'organisationInvitation': {
      const { organisation, inviter, role } = letter.params;
      const values = { organisation, inviter, role: t(`roles.${role}`) };
      return { words: 'organisationInvitation', values, rows: [] };
    }
    case 'ownershipReceived': {
      const { organisation } = letter.params;
      return { words: 'ownershipReceived', values: { organisation }, rows: [] };
    }
    case 'reviewInvitation':
    case 'moderationInvitation': {
      const { organisation } = letter.params;
      const dueAt = date(letter.params.dueAt);
      return {
        words: letter.kind,
        values: { organisation, dueAt },
        rows: [
          ['organisation', organisation],
          ['dueAt', dueAt],
        ],
      };
    }
    case 'applicationSubmitted': {
      const { organisation, number, digest } = letter.params;
      return {
        words: 'applicationSubmitted',
        values: { organisation, number },
        rows: [
          ['organisation', organisation],
          ['number', number],
          ['digest', digest],
        ],
      };
    }
    case 'decisionAnnounced': {
      const { organisation, number, outcome } = letter.params;
      const dueAt = date(letter.params.dueAt);
      return {
        words: `decisionAnnounced.${outcome}`,
        values: { organisation, number, dueAt },
        rows: [...ofFile(organisation, number), ['dueAt', dueAt]],
      };
    }
    case 'labelIssued': {
      const { organisation, number } = letter.params;
      return {
        words: 'labelIssued',
        values: { organisation, number },
        rows: ofLabel(organisation, number),
      };
    }
    case 'labelStillShown': {
      const { organisation, number, state, since, hosts } = letter.params;
      const values = { organisation, number, state: t(`states.label.${state}`), since: date(since) };
      return { words: letter.kind, values, list: hosts, rows: ofLabel(organisation, number) };
    }
    case 'sessionConvened': {
      const { place } = letter.params;
      const when = time(letter.params.when);
      return {
        words: 'sessionConvened',
        values: { when },
        rows: [
          ['when', when],
          ['place', place],
        ],
      };
    }
    case 'sessionCancelled': {
      const { reason } = letter.params;
      return { words: 'sessionCancelled', values: { when: time(letter.params.when), reason }, rows: [] };
    }
    case 'draftExpires': {
      const { organisation, number } = letter.params;
      const dueAt = date(letter.params.dueAt);
      return {
        words: 'draftExpires',
        values: { organisation, number, dueAt },
        rows: [...ofFile(organisation, number), ['dueAt', dueAt]],
      };
    }
    case 'sponsorshipAsked':
    case 'sponsorshipGiven':
    case 'sponsorshipDeclined': {
      const { organisation, sponsor } = letter.params;
      return { words: letter.kind, values: { organisation, sponsor }, rows: [] };
    }
    case 'informationRequested':
    case 'answerDue': {
      const { organisation, number } = letter.params;
      const dueAt = date(letter.params.dueAt);
      const more =
        letter.kind === 'answerDue'
          ? { days: letter.params.days }
          : { count: letter.params.questions.length };
      return {
        words: letter.kind,
        values: { organisation, number, dueAt, ...more },
        ...(letter.kind === 'informationRequested' && { list: letter.params.questions }),
        rows: [...ofFile(organisation, number), ['dueAt', dueAt]],
      };
    }
    case 'applicationLapsed': {
      const { organisation, number, waitedFor } = letter.params;
      return {
        words: `applicationLapsed.${waitedFor}`,
        values: { organisation, number },
        rows: ofFile(organisation, number),
      };
    }
    case 'appealProgress': {
      const { organisation, number, step, against } = letter.params;
      return {
        words: `appealProgress.${step}`,
        values: { organisation, number, against },
        rows: ofFile(organisation, number),
      };
    }
    case 'correctionAsked': {
      const { organisation, number, round, count } = letter.params;
      const dueAt = round === 'over' ? '' : date(letter.params.dueAt);
      const day = round === 'over' ? [] : [['dueAt', dueAt] as const];
      return {
        words: `correctionAsked.${round}`,
        values: { organisation, number, count, dueAt },
        rows: [...ofFile(organisation, number), ...day],
      };
    }
    case 'findingMoved':
    case 'findingWaits': {
      const { organisation, number, criterion } = letter.params;
      const moved = letter.kind === 'findingMoved';
      return {
        words: moved ? `findingMoved.${letter.params.step}` : `findingWaits.${letter.params.what}`,
        values: { organisation, number, criterion, dueAt: moved ? date(letter.params.dueAt) : '' },
        rows: ofFile(organisation, number),
      };
    }
    case 'rolesChange':
      return rolesChange(letter.params, words);
    case 'accessChange':
      return accessChange(letter.params, words);
    case 'appealLodged':
    case 'appealWaits':
    case 'appealPanel':
    case 'informationAnswered':
    case 'applicationWithdrawn':
    case 'reviewsDelivered': {
      const { organisation, number } = letter.params;
      return {
        words: letter.kind,
        values: { organisation, number },
        rows: ofFile(organisation, number),
      };
    }
  }
}

function ofFile(organisation: string, number: string): Said['rows'] {
  return [
    ['organisation', organisation],
    ['number', number],
  ];
}

function ofLabel(organisation: string, number: string): Said['rows'] {
  return [
    ['organisation', organisation],
    ['label', number],
  ];
}

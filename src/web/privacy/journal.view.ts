import type { ChainWalk, JournalQuery } from '../../commands/ports/journalPorts.ts';
import type { JournalPage } from '../../commands/privacy/views/readJournal.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { addressOf } from '../forms/address.ts';
import { personName } from '../views/staffWords.view.ts';
import { journalFacts } from './journalFacts.view.ts';

type Line = JournalPage['lines'][number];

/** What the page shows. */
export interface Seen extends JournalPage {
  /** The filters as they were typed. */
  readonly typed: Readonly<Record<'person' | 'stream' | 'fact' | 'day', string>>;
  readonly query: JournalQuery;
  /** What a walk along the chain found, after its button was pressed. */
  readonly walk: ChainWalk | null;
}

export type JournalView = ReturnType<typeof journalView>;

/** A page of the journal: its filters, its lines in words, the way on. */
export function journalView({ lines, people, next, typed, query, walk }: Seen, words: Translator) {
  const { t } = words;
  const here = `/${words.language}/journal`;
  const address = (asked: Readonly<Record<string, string>>) => addressOf(here, asked);
  const who = ({ actor }: Line) => {
    if (actor.id === 'system') return t('journal.system');
    const person = people.get(actor.id);
    if (!person) return t('journal.unknown');
    return person.email === '' ? t('journal.erased') : personName(person);
  };
  return {
    typed,
    action: here,
    filtered: Object.values(typed).some((value) => value !== ''),
    facts: [
      { value: '', text: t('journal.anyFact') },
      ...journalFacts.map((fact) => ({ value: fact, text: factText(fact, words) })),
    ],
    lines: lines.map((line) => ({
      time: words.time(line.at),
      who: who(line),
      whoHref: address({ person: line.actor.id }),
      what: whatOf(line, words),
      on: streamText(line.stream, words),
      onHref: address({ stream: line.stream }),
      seq: t('journal.seq', { seq: line.seq }),
      request: line.actor.request ?? '',
    })),
    next: next && {
      href: address({ ...typed, before: `${next.at}~${next.id}` }),
      text: t('journal.older'),
    },
    chain:
      query.stream === undefined ? null : { stream: query.stream, text: streamText(query.stream, words) },
    walk: walk && { holds: walk.fault === null, text: walkText(walk, words) },
  };
}

/** A fact in words; one that has none yet stands as its code. */
function factText(fact: string, { t, has }: Translator): string {
  const key = `journal.facts.${fact}` as const;
  return has(key) ? t(key) : fact;
}

/** What a line tells: its facts; when it tells none, that something was changed on the occasion of something else. */
function whatOf({ facts, data }: Line, words: Translator): string {
  const because = Array.isArray(data.because) ? data.because.map(String) : [];
  const told = facts.length > 0 ? facts : because;
  return told.length > 0 ? told.map((fact) => factText(fact, words)).join(' · ') : words.t('journal.changed');
}

function streamText(stream: string, { t, has }: Translator): string {
  const cut = stream.indexOf('/');
  const [kind, id] = [stream.slice(0, cut), stream.slice(cut + 1)];
  const key = `journal.kinds.${kind}` as const;
  return has(key) ? t(key, { id }) : stream;
}

function walkText({ lines, whole, fault }: ChainWalk, { t, tOf }: Translator): string {
  if (fault === null) return t(whole ? 'journal.walk.holds' : 'journal.walk.holdsSoFar', { lines });
  return t('journal.walk.breaks', {
    seq: fault.seq,
    why: tOf(`journal.why.${fault.why.split(' ')[0]}`),
  });
}

import { personName } from '../../../templates/staffWords.ts';
import { directoryId } from '../../commands/common/actor.ts';
import type { JournalLine } from '../../commands/ports/journalPorts.ts';
import { type Named, thingOf } from '../../commands/privacy/views/namedIn.ts';
import type { Translator } from '../../i18n/i18n.ts';

/** Kinds of chains whose lines may be told with what they hold. What is said in the others is read where their readers may. */
const open = [
  ...['organisations', 'applications', 'labels', 'people', 'reviewers', 'surveillances', 'conditions'],
  ...['changes', 'changePacks', 'selfAssessments', 'evidence', 'questionnaires', 'issuer', 'exports'],
  ...['retention', 'webhooks'],
];
/** Of those, what the evaluation and the committee keep to themselves. */
const sealed: readonly string[] = [
  ...[
    'application.reviewDelivered',
    'application.diverged',
    'application.moderated',
    'application.evaluated',
  ],
  ...['application.recommended', 'application.returned', 'application.deferred', 'application.decided'],
];
/**
 * What is told of a line anyway; what is the whole state of an item; and what a digest told of, as many marks as things wait for its
 * reader, files among them that are hidden from whoever reads the journal.
 */
const unsaid = ['type', 'at', 'actor', 'reason', 'because', 'stored', 'letter', 'scores', 'told'];
const maxText = 300;

/** Who did something, as the journal names them, and the key of the API by which a program did it for them. */
export function actorName(
  { id, key }: JournalLine['actor'],
  named: Pick<Named, 'people' | 'keys'>,
  words: Translator,
): string {
  const person = personNamed(id, named, words);
  return key === undefined
    ? person
    : words.t('journal.byKey', { person, key: named.keys.get(key)?.name || key });
}

function personNamed(id: string, { people }: Pick<Named, 'people'>, { t }: Translator): string {
  if (id === 'system') return t('journal.system');
  if (id === directoryId) return t('journal.scim');
  const person = people.get(id);
  return person ? personName(person) || t('journal.erased') : t('journal.unknown');
}

/** What a chain is about, by the names of its people, organisations, files and labels as far as the reader may see these. */
export function chainText(stream: string, named: Named, { t, tOf, has }: Translator): string {
  const { kind, id } = thingOf(stream);
  const key = `journal.kinds.${kind}`;
  if (!has(key)) return stream;
  const person = kind === 'people' || kind === 'reviewers' ? named.people.get(id) : undefined;
  if (person) return personName(person) === '' ? t('journal.erased') : tOf(key, { id: personName(person) });
  const organisation = named.organisations.get(id);
  if (organisation) return tOf(key, { id: organisation.name });
  const row = named.rows.get(stream);
  if (!row) return tOf(key, { id });
  // A complaint is known by its own number, everything else about a file by that of the file or the label.
  return tOf(key, { id: `${kind === 'complaints' ? id : thingOf(row.id).id}, ${row.name}` });
}

/** A fact in words; one that has none yet stands as its code. */
export function factText({ t, has }: Translator, fact: string): string {
  const key = `journal.facts.${fact}`;
  return has(key) ? t(key as never) : fact;
}

/** What a line tells: its facts; when it tells none, that something was changed on the occasion of something else. */
export function whatOf({ facts, data }: JournalLine, words: Translator): string {
  const because = Array.isArray(data.because) ? data.because.map(String) : [];
  const all = facts.length > 0 ? facts : because;
  return all.length > 0 ? all.map((fact) => factText(words, fact)).join(' · ') : words.t('journal.changed');
}

/** The reason and the data of a line, its fields by their words; null where they are not for whoever reads the journal. */
export function contentOf({ stream, facts, event, data }: JournalLine, { tOf, has }: Translator) {
  const [kind = ''] = stream.split('/');
  if (!open.includes(kind) || facts.some((fact) => sealed.includes(fact))) return null;
  const all: Record<string, unknown> = { ...event, ...data };
  const wordOf = (name: string) => (has(`journal.fields.${name}`) ? tOf(`journal.fields.${name}`) : name);
  const { reason } = all;
  return {
    reason: typeof reason === 'string' ? reason : '',
    data: Object.entries(all).flatMap(([name, value]): [string, string][] =>
      unsaid.includes(name) || value === undefined || value === null ? [] : [[wordOf(name), textOf(value)]],
    ),
  };
}

function textOf(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > maxText ? `${[...text].slice(0, maxText).join('')}…` : text;
}

import type { SessionView } from '../../commands/committee/views/viewSession.ts';
import type { Handover, MinutesFile } from '../../commands/items/papers.ts';
import type { Translator } from '../../i18n/i18n.ts';

export type MinutesView = NonNullable<ReturnType<typeof minutesView>>;

/** The minutes of a session on its page, as one person reads them; null before they are written. */
export function minutesView({ session, minutes }: SessionView, words: Translator) {
  if (!minutes) return null;
  const { names, partial, digest, files } = minutes;
  const nameOf = (id: string) => names(id) || words.t('sessions.formerMember');
  const departures = session.attendance.flatMap(({ personId, noted }) =>
    noted
      ? [
          `${nameOf(personId)}. ${words.t('papers.minutes.departure', { name: nameOf(noted.by), reason: noted.reason })}`,
        ]
      : [],
  );
  const taken = (session.handovers ?? [])
    .filter(({ applicationId }) => applicationId === null)
    .map(({ personId, reason, at }) => handoverText({ name: nameOf(personId), reason, at }, words));
  return {
    digest,
    /** Whether a file is left out. */
    partial,
    /** Departures that someone else noted, and who took the chair. */
    events: [...departures, ...taken],
    files: files.map((file) => fileView(file, words)),
    remarks: session.remarks,
    signatures: session.signatures.map(({ personId, at }) =>
      words.t('sessions.minutes.signedBy', { name: nameOf(personId), time: words.time(at) }),
    ),
  };
}

function fileView(file: MinutesFile, words: Translator) {
  const { t } = words;
  const { votes, recusals, handovers } = file;
  const count = (choice: string) => votes.filter((vote) => vote.choice === choice).length;
  const counts = { for: count('for'), against: count('against'), abstained: count('abstain') };
  const tally = votes.length === 0 ? t('papers.minutes.noVote') : t('papers.minutes.votes', counts);
  return {
    name: `${file.organisation} · ${file.number}`,
    outcome: t(`outcomes.${file.outcome}`),
    chair: t('papers.minutes.fileChair', { name: file.chair }),
    count: file.casting ? `${tally} ${t('papers.minutes.casting')}` : tally,
    votes: votes.map(({ name, choice, reason }) => ({
      who: t('papers.minutes.ballot', {
        name: name || t('papers.minutes.unnamed'),
        choice: t(`papers.minutes.choice.${choice}`),
      }),
      reason,
    })),
    notes: [
      ...handovers.map((one) => handoverText(one, words)),
      ...recusals.map((one) => recusalText(one, words)),
    ],
  };
}

function handoverText({ name, reason, at }: Handover, { t, time }: Translator): string {
  return t('papers.minutes.handover', { name, time: time(at), reason });
}

function recusalText(
  { name, reason, ground, by }: MinutesFile['recusals'][number],
  { t }: Translator,
): string {
  const isStored = ground !== null && ground !== 'word';
  const who = isStored ? `${name} ${t(`staff.part.${ground}`)}.` : t('sessions.sitting.recused', { name });
  return [who, reason, by === '' ? '' : t('papers.minutes.notedBy', { name: by })]
    .filter((part) => part !== '')
    .join(' ');
}

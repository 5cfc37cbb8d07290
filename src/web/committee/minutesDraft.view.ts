import type { SessionView } from '../../commands/committee/views/viewSession.ts';
import type { MinutesText } from '../../commands/items/decidingItems.ts';
import type { MinutesFile } from '../../commands/items/papers.ts';
import type { Translator } from '../../i18n/i18n.ts';

/** The field of what is written down of one file. */
export const additionField = 'remarks.';

/**
 * What the minutes do not say by themselves, as a first wording for who completes them: an officer's draft where there is one, and
 * otherwise who did not sit, and what follows from each file of which the reader may know how it was concluded.
 */
export function minutesDraft({ session, members, minutes }: SessionView, words: Translator): MinutesText {
  if (!minutes) return { remarks: '', additions: [] };
  if (minutes.draft) return minutes.draft;
  const { attended, excused } = session.context;
  const absent = members.filter(({ id }) => !attended.includes(id));
  const named = (key: 'excused' | 'absent', people: typeof members) =>
    people.length === 0
      ? []
      : words.t(`sessions.draft.${key}`, { names: people.map(({ name }) => name).join(', ') });
  return {
    remarks: [
      ...named(
        'excused',
        absent.filter(({ id }) => excused.includes(id)),
      ),
      ...named(
        'absent',
        absent.filter(({ id }) => !excused.includes(id)),
      ),
    ].join('\n'),
    additions: minutes.files.map((file) => ({ applicationId: file.number, text: followUp(file, words) })),
  };
}

/** What is typed in a form of the minutes, of some files. */
export function minutesIn(
  input: Readonly<Record<string, unknown>> & { readonly remarks: string },
  files: readonly string[],
) {
  return files.flatMap((applicationId) => {
    const text = input[`${additionField}${applicationId}`];
    return typeof text === 'string' && text !== '' ? [{ applicationId, text }] : [];
  });
}

function followUp({ outcome, reason, conditions, kind }: MinutesFile, { t, date }: Translator): string {
  if (outcome === 'deferred') return t('sessions.draft.deferred', { reason });
  const isLabel = outcome === 'withdrawn' || outcome === 'kept';
  const told = isLabel ? t(`outcomes.${outcome}`) : t(`scope.outcome.${kind}.${outcome}`);
  const due = conditions.map(({ text, due: dueOn }) =>
    t('sessions.draft.condition', { condition: text, day: date(dueOn) }),
  );
  return [t('sessions.draft.decided', { outcome: told }), ...due].join('\n');
}

import type { MinutesFile } from '../../commands/items/papers.ts';
import type { Translator } from '../../i18n/i18n.ts';

/** What follows from each file of the minutes that their reader may know of, as a first wording for who completes them. */
export function minutesDraft(files: readonly MinutesFile[], { t, date }: Translator): string {
  const lines = files.flatMap(({ organisation, number, outcome, reason, conditions, kind }) => {
    const file = `${organisation} (${number})`;
    if (outcome === 'deferred') return [t('sessions.draft.deferred', { file, reason })];
    const isLabel = outcome === 'withdrawn' || outcome === 'kept';
    const told = isLabel ? t(`outcomes.${outcome}`) : t(`scope.outcome.${kind}.${outcome}`);
    const due = conditions.map(({ text, due: dueOn }) =>
      t('sessions.draft.condition', { condition: text, day: date(dueOn) }),
    );
    return [t('sessions.draft.decided', { file, outcome: told }), ...due];
  });
  return lines.length === 0 ? '' : [t('sessions.draft.title'), ...lines].join('\n');
}

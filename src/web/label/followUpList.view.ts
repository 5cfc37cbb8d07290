import { type FollowUpLine, listFollowUp } from '../../commands/label/views/listFollowUp.ts';
import type { Asker, Deps } from '../../commands/ports/ports.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { columnsIn, type List } from '../papers/list.ts';

/** What waits on labels, as its list shows it to an officer. */
export async function followUpList(deps: Deps, asker: Asker, words: Translator): Promise<List<FollowUpLine>> {
  const { t, language } = words;
  const column = columnsIn(words);
  return {
    name: 'follow-up',
    title: t('followUp.title'),
    asked: [],
    columns: [
      column('what', 'text', ({ what }) => t(`followUp.what.${what}`), 44),
      column('organisation', 'text', ({ organisation }) => organisation),
      column('label', 'text', ({ number }) => number, 18),
      column('due', 'day', ({ open, dueAt }) => (open ? null : dueAt.slice(0, 10))),
      column('since', 'day', ({ open, dueAt }) => (open ? dueAt.slice(0, 10) : null)),
      column('late', 'text', ({ late }) => t(late ? 'site.yes' : 'site.no'), 10),
      column('address', 'text', ({ path }) => `${deps.publicUrl}/${language}/${path}`, 60),
    ],
    rows: (await listFollowUp(deps, asker)).lines,
  };
}

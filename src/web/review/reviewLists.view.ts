import type { Asker, Deps } from '../../commands/ports/ports.ts';
import { listReviews } from '../../commands/review/views/listReviews.ts';
import { listTies, type OwnTies } from '../../commands/review/views/listTies.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { columnsIn, type List } from '../papers/list.ts';
import { type StaffQueue, staffQueue } from './queue.view.ts';

type Group = StaffQueue['groups'][number];
type Queued = Group['lines'][number] & { readonly step: string };

/** A reviewer's own work, in the order of its urgency. */
export async function queueList(deps: Deps, asker: Asker, words: Translator): Promise<List<Queued>> {
  const { t } = words;
  const column = columnsIn(words);
  const { groups } = staffQueue(await listReviews(deps, asker), words);
  return {
    name: 'reviews',
    title: t('staff.queue.title'),
    asked: [],
    columns: [
      column('file', 'text', ({ applicationId }) => applicationId, 18),
      column('organisation', 'text', ({ organisation }) => organisation),
      column('about', 'text', ({ about }) => about),
      column('state', 'text', ({ step }) => step),
      column('due', 'day', (line) => ('dueAt' in line ? line.dueAt.slice(0, 10) : null)),
      column('scored', 'number', (line) => ('scored' in line ? line.scored : null)),
      column('criteria', 'number', (line) => ('criteria' in line ? line.criteria : null)),
    ],
    rows: groups.flatMap(({ id, lines }) => {
      const step = t(`staff.queue.${id}.title`, { count: lines.length });
      return lines.map((line) => ({ ...line, step }));
    }),
  };
}

/** A person's own ties, as the register of conflicts keeps them. */
export async function ownTiesList(
  deps: Deps,
  asker: Asker,
  words: Translator,
): Promise<List<OwnTies['ties'][number]>> {
  const { t } = words;
  const column = columnsIn(words);
  return {
    name: 'ties',
    title: t('ties.title'),
    asked: [],
    columns: [
      column('organisation', 'text', ({ tie }) => tie.organisation || t('ties.detected')),
      column('kind', 'text', ({ tie: { source, kind } }) =>
        t(`ties.kinds.${source === 'detected' && kind === 'board' ? 'shared' : kind}`),
      ),
      column('bars', 'text', ({ bars }) => t(bars ? 'site.yes' : 'site.no'), 10),
      column('share', 'number', ({ tie }) => tie.share),
      column('since', 'day', ({ tie }) => tie.since),
      column('ended', 'day', ({ tie }) => tie.ended),
      column('note', 'text', ({ tie }) => tie.note, 44),
    ],
    rows: (await listTies(deps, asker, { beginning: '', after: '' })).ties,
  };
}

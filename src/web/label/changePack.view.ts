import type { ViewedChangePack } from '../../commands/label/changePack/viewChangePack.ts';
import type { Translator } from '../../i18n/i18n.ts';
import type { Obstacle } from '../../scoring/impact.ts';
import { schemeChanges } from './schemeChanges.view.ts';

export type ChangePackView = ReturnType<typeof changePackView>;

/** A version of the criteria beside another one, in the reader's words. */
export function changePackView(
  { before, after, changes, pack, losing, ...viewed }: ViewedChangePack,
  words: Translator,
) {
  const { language, t } = words;
  const text = after.texts[language];
  const nameOf = ({ kind, id }: Pick<Obstacle, 'kind' | 'id'>) => {
    if (kind === 'overall') return t('changePack.threshold');
    return kind === 'floor'
      ? t('changePack.floorOf', { theme: text.themes[id]?.title ?? id })
      : `${id} · ${text.criteria[id]?.title ?? ''}`;
  };
  return {
    ...viewed,
    from: before.scheme.version,
    to: after.scheme.version,
    status: after.scheme.status,
    ...schemeChanges(changes, [before, after], words),
    pack: pack && {
      ...pack,
      totals: pack.totals && {
        ...pack.totals,
        obstacles: pack.totals.obstacles.map((one) => ({ name: nameOf(one), count: one.count })),
      },
    },
    losing: losing.map(({ lost, kind, number, name }) => ({
      kind,
      number,
      name,
      lost: [...new Set(lost.map(nameOf))],
    })),
  };
}

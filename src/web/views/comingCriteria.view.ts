import type { Deps } from '../../commands/ports/ports.ts';
import { compareSchemes } from '../../criteria/compare.ts';
import type { PublishedScheme } from '../../criteria/scheme.ts';
import { comingAfter } from '../../criteria/versions.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { dayOf } from '../../register/day.ts';

export type ComingCriteria = NonNullable<ReturnType<typeof comingCriteria>>;

/** What the version of the criteria that comes next changes in one theme: it is shown, and counts for nothing yet. Null where nothing does. */
export function comingCriteria(
  { schemes, clock }: Pick<Deps, 'schemes' | 'clock'>,
  now: PublishedScheme,
  theme: string,
  { language }: Translator,
) {
  const coming = comingAfter(schemes, dayOf(clock.now().toISOString()));
  if (!coming) return null;
  const { version } = coming.scheme;
  const ofCriteria = ['criteria', `text.${language}.criteria`];
  const changes = new Map(
    compareSchemes(now, coming)
      .filter(({ what }) => ofCriteria.includes(what))
      .map(({ id, kind }) => [id, kind]),
  );
  const rules = new Map([...now.scheme.criteria, ...coming.scheme.criteria].map((rule) => [rule.id, rule]));
  const lines = [...changes]
    .filter(([id]) => rules.get(id)?.theme === theme)
    .map(([id, kind]) => ({
      id,
      kind,
      title: (coming.texts[language].criteria[id] ?? now.texts[language].criteria[id])?.title ?? '',
      /** Empty for one that goes. */
      href: kind === 'removed' ? '' : `/${language}/criteria/${version}/${id}`,
    }));
  return lines.length === 0 ? null : { version, opensOn: coming.opensOn, lines };
}

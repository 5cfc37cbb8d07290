import type { Language } from '../../criteria/scheme.ts';
import type { PublicStatus } from '../../register/publicStatus.ts';
import type { BadgeForm } from '../http/webDeps.ts';

/**
 * Where the badge of this very label is. At the bare address of a label that was replaced stands its successor's, for sites that
 * show it; a page that speaks of the label itself asks for its own.
 */
export function ownBadge(
  number: string,
  { word }: PublicStatus,
  form: BadgeForm,
  language: Language,
): string {
  const own = word === 'superseded' ? '&successor=no' : '';
  return `/badges/${number}.svg?form=${form}&language=${language}${own}`;
}

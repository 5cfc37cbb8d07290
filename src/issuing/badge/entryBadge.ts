import type { Language } from '../../criteria/scheme.ts';
import type { Entry } from '../../register/entry.ts';
import { dayOfStatus, type PublicStatus } from '../../register/publicStatus.ts';
import { drawBadge } from './badge.ts';
import type { BadgeForm } from './badgeData.ts';

/** The badge of a register entry, saying what its status says, as SVG. */
export function entryBadge(
  entry: Entry,
  { word }: PublicStatus,
  form: BadgeForm,
  language: Language,
  publicUrl: string,
): string {
  const { number, specimen } = entry;
  const address = `${publicUrl}/labels/${number}`;
  const until = dayOfStatus(entry, word);
  return drawBadge({ number, status: word, language, until, address, form, specimen });
}

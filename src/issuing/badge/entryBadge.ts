import type { Language } from '../../criteria/scheme.ts';
import { badgeDay } from '../../i18n/badgeTitle.ts';
import type { Entry } from '../../register/entry.ts';
import { endedOn, type Validity } from '../../register/validity.ts';
import { drawBadge } from './badge.ts';
import type { BadgeForm } from './badgeData.ts';

/** The badge of a register entry, saying what its status says, as SVG. */
export function entryBadge(
  entry: Entry,
  validity: Validity,
  form: BadgeForm,
  language: Language,
  publicUrl: string,
): string {
  const { number, specimen } = entry;
  const address = `${publicUrl}/labels/${number}`;
  const until = badgeDay(validity) ?? undefined;
  const year = endedOn(entry, validity)?.slice(0, 4);
  return drawBadge({ number, status: validity.word, language, until, year, address, form, specimen });
}

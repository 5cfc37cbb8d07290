import { dotted } from '../../../templates/dotted.ts';
import type { ReviewerProfile } from '../../commands/items/items.ts';
import type { OwnProfile } from '../../commands/review/views/viewProfile.ts';
import { languages } from '../../criteria/scheme.ts';
import type { Translator } from '../../i18n/i18n.ts';
import type { Unavailable } from '../../policies/reviewer.ts';
import { legalForms } from '../../register/legalForm.ts';
import { sectors } from '../../register/sector.ts';
import { languageNames } from '../http/language.ts';

export type ReviewerProfileView = ReturnType<typeof reviewerProfile>;

/** A reviewer's own profile as a form, and whether they can be asked today. */
export function reviewerProfile(own: OwnProfile, words: Translator) {
  const { profile, unavailable, published } = own;
  const { themes } = published.texts[words.language];
  const group = <Value extends string>(
    id: 'theme' | 'sector' | 'form' | 'language',
    values: readonly Value[],
    chosen: readonly string[],
    text: (value: Value) => string,
  ) => {
    const box = (value: Value) => ({
      name: `${id}-${value}`,
      text: text(value),
      ticked: chosen.includes(value),
    });
    return { id, boxes: values.map(box) };
  };
  const themeIds = published.scheme.themes.map(({ id }) => id);
  return {
    ...own,
    standing: standingOf(profile, unavailable, words),
    groups: profile
      ? [
          group('theme', themeIds, profile.themes, (id) => themes[id]?.title ?? id),
          group('sector', sectors, profile.sectors, (id) => words.t(`sectors.${id}`)),
          group('form', legalForms, profile.legalForms, (id) => words.t(`legalForms.${id}`)),
          group('language', languages, profile.languages, (id) => languageNames[id]),
        ]
      : [],
    values: {
      capacity: String(profile?.capacity ?? ''),
      awayFrom: profile?.awayFrom ?? '',
      awayUntil: profile?.awayUntil ?? '',
    },
  };
}

/** Seat and admission in a sentence: until when, or why not now. */
export function standingOf(
  profile: ReviewerProfile | null,
  unavailable: Unavailable | null,
  words: Translator,
): string {
  if (profile === null) return words.t('reviewers.standing.notAdmitted');
  const { seat, sector, admittedUntil, suspendedOn, awayUntil } = profile;
  const day = (value: string | null) => (value === null ? '' : words.date(value));
  const since = { until: day(admittedUntil), suspended: day(suspendedOn), back: day(awayUntil) };
  const key = unavailable === 'away' && awayUntil === null ? 'awayOpen' : (unavailable ?? 'admitted');
  return dotted(
    words.t(`reviewers.seats.${seat}`),
    sector && words.t(`sectors.${sector}`),
    words.t(`reviewers.standing.${key}`, since),
  );
}

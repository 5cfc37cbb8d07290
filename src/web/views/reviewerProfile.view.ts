import { dotted } from '../../../templates/dotted.ts';
import type { PersonPage } from '../../commands/people/views/viewPerson.ts';
import type { OwnProfile } from '../../commands/review/views/viewProfile.ts';
import { languages } from '../../criteria/scheme.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { seats } from '../../policies/reviewer.ts';
import { legalForms } from '../../register/legalForm.ts';
import { sectors } from '../../register/sector.ts';
import { languageNames } from '../http/language.ts';

export type ReviewerProfileView = ReturnType<typeof reviewerProfile>;

/** A reviewer's own profile as a form, and whether they can be asked today. */
export function reviewerProfile({ profile, unavailable, published }: OwnProfile, words: Translator) {
  const { scheme, texts } = published;
  const group = <Value extends string>(
    id: 'theme' | 'sector' | 'form' | 'language',
    values: readonly Value[],
    held: readonly string[],
    text: (value: Value) => string,
  ) => ({
    id,
    boxes: values.map((value) => ({
      name: `${id}-${value}`,
      text: text(value),
      ticked: held.includes(value),
    })),
  });
  const themes = scheme.themes.map(({ id }) => id);
  return {
    admitted: profile !== null,
    revision: profile?.revision ?? 0,
    standing: standingOf({ profile, unavailable }, words),
    open: unavailable === null,
    /** The most files that one person reads at a time. */
    max: scheme.process.reviewerLoad,
    groups: profile
      ? [
          group('theme', themes, profile.themes, (id) => texts[words.language].themes[id]?.title ?? id),
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

export type AdmissionView = NonNullable<ReturnType<typeof admissionView>>;

/** What an administrator sees of a reviewer and can change; null for who holds no such role. */
export function admissionView({ person, self, reviewer, unavailable }: PersonPage, words: Translator) {
  if (!person.roles.includes('reviewer') || person.removedAt !== null) return null;
  return {
    revision: reviewer?.revision ?? 0,
    admitted: reviewer !== null,
    standing: standingOf({ profile: reviewer, unavailable }, words),
    open: unavailable === null,
    mayAdmit: !self,
    maySuspend: reviewer !== null && reviewer.suspendedOn === null,
    seats,
    sectors,
    seat: reviewer?.seat ?? '',
    sector: reviewer?.sector ?? '',
  };
}

/** Seat and admission in a sentence: until when, or why not now. */
function standingOf(
  { profile, unavailable }: Pick<OwnProfile, 'profile' | 'unavailable'>,
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

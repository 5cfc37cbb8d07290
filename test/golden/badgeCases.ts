import type { BadgeData, BadgeForm } from '../../src/issuing/badge/badgeData.ts';
import type { PublicWord } from '../../src/register/publicStatus.ts';

const days: Readonly<Record<PublicWord, string | null>> = {
  active: null,
  conditional: null,
  provisional: null,
  extended: '2030-01-31',
  suspended: '2028-03-13',
  expired: '2029-10-31',
  terminated: '2028-06-01',
  withdrawn: '2028-03-13',
  superseded: '2029-10-01',
};

export const statuses = Object.keys(days) as readonly PublicWord[];
export const forms: readonly BadgeForm[] = ['large', 'standard', 'mark'];

/** A badge of the sample label, by default the French standard panel of a valid one. */
export function badgeCase(change: Partial<BadgeData> = {}): BadgeData {
  const status = change.status ?? 'active';
  const until = days[status];
  return {
    number: 'MIE-26-00042-D',
    status,
    language: 'fr',
    ...(until ? { until } : {}),
    ...(status === 'expired' || status === 'terminated' ? { year: until?.slice(0, 4) } : {}),
    address: 'https://label.example/labels/MIE-26-00042-D',
    form: 'standard',
    specimen: false,
    ...change,
  };
}

/** Every drawing kept in badges/, by file name: each status in each form, the languages, and the specimens. */
export const badgeCases: ReadonlyMap<string, BadgeData> = new Map([
  ...statuses.flatMap((status) =>
    forms.map((form) => [`${status}-${form}.svg`, badgeCase({ status, form })] as const),
  ),
  ...(['de', 'it', 'en'] as const).map(
    (language) => [`extended-standard-${language}.svg`, badgeCase({ status: 'extended', language })] as const,
  ),
  ...forms.map((form) => [`specimen-${form}.svg`, badgeCase({ form, specimen: true })] as const),
]);

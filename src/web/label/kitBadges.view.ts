import type { Language } from '../../criteria/scheme.ts';
import type { Translator } from '../../i18n/i18n.ts';
import type { BadgeForm } from '../http/webDeps.ts';
import { usualWidth } from '../register/badgeWanted.ts';
import { isShownAsIssued } from '../register/issuedPath.ts';
import { type BadgeFormat, badgeSizes } from '../schemas/badge.ts';
import { badgeAlt, type ShownBadge } from '../views/badge.view.ts';

export type BadgeFormView = ReturnType<typeof kitBadges>[number];

/** How large each form is drawn, in the order in which holders need them. */
const forms = [
  ['standard', 300, 330],
  ['large', 300, 520],
  ['mark', 64, 64],
] as const satisfies readonly (readonly [BadgeForm, number, number])[];
const formats = ['svg', 'png', 'webp'] as const satisfies readonly BadgeFormat[];

/** The badge that stands at a permanent address, in every form and format of a language. */
export function kitBadges(shown: ShownBadge, language: Language, words: Translator) {
  const alt = badgeAlt(shown, words);
  return forms.map(([form, width, height]) => ({
    form,
    src: addressOf(shown, form, language, 'svg'),
    alt,
    /** Of the drawing, in its own units. */
    width,
    height,
    /** Whether the files carry the credential. */
    isBaked: isBaked(shown, form, language),
    formats: formats.map((format) => ({
      name: format === 'webp' ? 'WebP' : format.toUpperCase(),
      files: filesOf(shown, form, language, format),
    })),
  }));
}

/** A drawing has no width of its own. */
function filesOf(shown: ShownBadge, form: BadgeForm, language: Language, format: BadgeFormat) {
  const { number } = shown.entry;
  const stem = `${number}-${form}-${language}`;
  const address = addressOf(shown, form, language, format);
  if (format === 'svg') return [{ width: null, href: address, name: `${stem}.svg` }];
  const sizes: readonly number[] = badgeSizes[format];
  const usual = usualWidth(form);
  const widths = sizes.includes(usual) ? sizes : [usual, ...sizes];
  return widths.map((width) => ({
    width,
    href: `${address}${sizes.includes(width) ? `&size=${width}` : ''}`,
    name: `${stem}-${width}.${format}`,
  }));
}

function addressOf({ entry }: ShownBadge, form: BadgeForm, language: Language, format: BadgeFormat): string {
  return `/badges/${entry.number}.${format}?form=${form}&language=${language}`;
}

/** Whether SVG and PNG come as they were issued: with the credential in them. */
function isBaked({ entry, status }: ShownBadge, form: BadgeForm, language: Language): boolean {
  const issued = entry.files.some(({ kind, revision }) => kind === 'badgePng' && revision === entry.revision);
  return form === 'large' && language === entry.language && issued && isShownAsIssued(entry, status);
}

import type { Label } from '../../commands/items.ts';
import { statusToday } from '../../register/publicStatus.ts';
import type { Words } from '../../words/i18n.ts';
import { type StatusView, statusView } from './status.ts';

/** A label for its holder: what to show and how. */
export interface LabelKitView {
  readonly number: string;
  readonly href: string;
  readonly status: StatusView;
  /** False while certificate and badges are made. */
  readonly ready: boolean;
  readonly offers: readonly string[];
  readonly since: string;
  readonly until: string;
  readonly downloads: readonly { readonly text: string; readonly href: string }[];
  /** HTML for the holder's own site. */
  readonly embed: string;
}

/** The kit of a label as it stands today. */
export function labelKit(label: Label, publicUrl: string, today: string, words: Words): LabelKitView {
  const { id: number, state, context, offers, language } = label;
  const status = statusView(statusToday({ state, ...context }, today), context.until, words);
  const badge = `/badges/${number}`;
  const alt = words.t('applicant.kit.alt', { number });
  return {
    number,
    href: `/${words.language}/labels/${number}`,
    status,
    ready: state !== 'issuing',
    offers: offers.map(({ name }) => name),
    since: words.date(context.since),
    until: words.date(context.until),
    downloads: [
      { text: words.t('applicant.kit.certificate'), href: `/labels/${number}/certificate.pdf` },
      { text: words.t('applicant.kit.badgeSvg'), href: `${badge}.svg` },
      { text: words.t('applicant.kit.badgePng'), href: `${badge}.png` },
      { text: words.t('applicant.kit.badgeMark'), href: `${badge}.svg?form=mark` },
    ],
    embed: `<a href="${publicUrl}/labels/${number}"><img src="${publicUrl}${badge}.svg?language=${language}" alt="${alt}" width="200"></a>`,
  };
}

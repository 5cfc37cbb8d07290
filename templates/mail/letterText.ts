import type { LetterView } from './letter.ts';

/** A letter as plain text. */
export function letterText(view: LetterView): string {
  const { t, greeting, paragraphs, quote, list, code, rows, button, after, site } = view;
  const blocks = [
    view.specimen && `[${t('site.specimen.word')}] ${t('site.specimen.text')}`,
    greeting,
    ...paragraphs,
    quote.map((line) => `> ${line}`).join('\n>\n'),
    list
      .map(({ text, href }, at) => [`${at + 1}. ${text}`, href && `   ${href}`].filter(Boolean).join('\n'))
      .join('\n'),
    code && `    ${code}`,
    rows.map((row) => t('letters.row', row)).join('\n'),
    link(view, button.text, button.href),
    ...after,
    [t('site.name'), t('site.strapline'), site.href].join('\n'),
    foot(view),
  ];
  return `${blocks.filter(Boolean).join('\n\n')}\n`;
}

function foot(view: LetterView): string {
  const { t, why, reviewed, contact, unsubscribe } = view;
  const lines = [
    why,
    !reviewed && t('site.unreviewed'),
    link(view, t('contact.write'), contact),
    unsubscribe && link(view, t('letters.unsubscribe'), unsubscribe),
  ];
  return lines.filter(Boolean).join('\n');
}

function link({ t }: LetterView, text: string, href: string): string {
  return `${t('letters.link', { text })}\n${href}`;
}

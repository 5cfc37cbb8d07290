import type { Translator } from '../../src/i18n/i18n.ts';
import type { LetterContent } from '../../src/mailing/letterContent.ts';
import type { LetterMark } from '../../src/profile/mark.ts';
import type { PageColour } from '../../src/profile/palette.ts';
import { type Html, html } from '../html.ts';

/** All that a letter shows, as text and as HTML. */
export interface LetterView extends LetterContent, Pick<Translator, 't' | 'language' | 'reviewed'> {
  readonly specimen: boolean;
  readonly greeting: string;
  readonly unsubscribe: string | null;
  /** Who reads an answer. */
  readonly contact: string;
  readonly site: { readonly href: string; readonly text: string };
}

const sans =
  "font-family:'Source Sans 3','Segoe UI',-apple-system,BlinkMacSystemFont,Roboto,Helvetica,Arial,sans-serif";
const serif = "font-family:'Source Serif 4',Georgia,'Times New Roman',serif";
const paragraphStyle = (paint: PageColour) =>
  `${sans};font-size:17px;line-height:26px;color:${paint('ink')};margin:0 0 16px`;
const smallStyle = (paint: PageColour) =>
  `${sans};font-size:14px;line-height:21px;color:${paint('slate')};margin:0 0 8px`;

/**
 * A letter as HTML. Mail programs read inline styles and tables, and no style sheet: every colour stands where it is used. The block
 * of styles only turns the lights down where a program can. No picture is loaded: the mark is drawn with plain boxes.
 */
export function letterHtml(view: LetterView, paint: PageColour, mark: LetterMark): Html {
  const { language, subject, preview } = view;
  return html`<!doctype html>
<html lang="${language}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <meta name="supported-color-schemes" content="light dark">
  <title>${subject}</title>
  <style>
    @media (prefers-color-scheme: dark) {
      .ground { background: ${paint('paper', 'dark')} !important }
      .card { background: ${paint('card', 'dark')} !important; border-color: ${paint('line', 'dark')} !important }
      .ink { color: ${paint('ink', 'dark')} !important }
      .quiet { color: ${paint('slate', 'dark')} !important }
      .lake { color: ${paint('lake', 'dark')} !important }
      .well { background: ${paint('well', 'dark')} !important; border-color: ${paint('line', 'dark')} !important }
      .button { background: ${paint('button', 'dark')} !important }
      .specimen { background: ${paint('sun-soft', 'dark')} !important; color: ${paint('sun-ink', 'dark')} !important }
    }
    @media (max-width: 480px) {
      .card { padding: 26px 20px 14px !important }
    }
  </style>
</head>
<body class="ground" style="margin:0;padding:0;background:${paint('paper')}">
<div lang="${language}" class="ground" style="background:${paint('paper')};padding:28px 12px 36px">
<div style="display:none;max-height:0;overflow:hidden">${preview}</div>
<table role="presentation" align="center" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:600px;margin:0 auto">
  <tr>
    <td style="padding:0 8px 22px">
      ${letterhead(view, paint, mark)}
    </td>
  </tr>
  <tr>
    <td class="card" style="background:${paint('card')};border:1px solid ${paint('line')};border-radius:14px;padding:36px 36px 22px">
      ${message(view, paint)}
    </td>
  </tr>
  <tr>
    <td style="padding:22px 8px 0">
      ${foot(view, paint)}
    </td>
  </tr>
</table>
</div>
</body>
</html>
`;
}

function letterhead({ t }: LetterView, paint: PageColour, { corners, turn, dots }: LetterMark): Html {
  const dot = (colour: string) =>
    html`<span style="display:inline-block;width:8px;height:8px;border-radius:4px;background:${colour};font-size:0;line-height:8px">&nbsp;</span>`;
  const gap = html`<span style="display:inline-block;width:7px">&nbsp;</span>`;
  const [above, below] = dots.map((names) =>
    names.map((name, i) => html`${i > 0 && gap}${dot(paint(name))}`),
  );
  return html`<table role="presentation" cellpadding="0" cellspacing="0" border="0"><tr>
  <td style="padding:0 14px 0 0">
    <div aria-hidden="true" style="width:42px;height:42px;background:${paint('lake')};border-radius:${corners};transform:rotate(${turn}deg)">
      <div style="transform:rotate(${-turn}deg);width:42px;height:42px;text-align:center;font-size:0;line-height:0">
        <div style="padding:11px 0 3px">${above}</div>
        <div>${below}</div>
      </div>
    </div>
  </td>
  <td>
    <p class="lake" style="${serif};font-size:23px;line-height:28px;font-weight:600;color:${paint('lake')};margin:0">${t('site.name')}</p>
    <p class="quiet" style="${sans};font-size:14px;line-height:19px;color:${paint('slate')};margin:0">${t('site.strapline')}</p>
  </td>
</tr></table>`;
}

function message(view: LetterView, paint: PageColour): Html {
  const { t, specimen, heading, greeting, paragraphs, quote, list, code, rows, button, after } = view;
  return html`${specimen && html`<p class="specimen" style="${sans};font-size:14px;line-height:20px;background:${paint('sun-soft')};color:${paint('sun-ink')};border-radius:8px;padding:8px 12px;margin:0 0 22px"><strong>${t('site.specimen.word')}</strong> ${t('site.specimen.text')}</p>`}
<h1 class="ink" style="${serif};font-size:29px;line-height:36px;font-weight:600;color:${paint('ink')};margin:0 0 20px">${heading}</h1>
${[greeting, ...paragraphs].map((one) => paragraph(one, paint))}
${quote.length > 0 && quoted(quote, paint)}
${list.length > 0 && html`<ol class="ink" style="${paragraphStyle(paint)};padding-left:24px">${list.map((one) => listItem(one, paint))}</ol>`}
${code && html`<p class="well lake" style="${sans};font-size:36px;line-height:44px;font-weight:600;letter-spacing:8px;text-align:center;color:${paint('lake')};background:${paint('well')};border:1px solid ${paint('line')};border-radius:12px;padding:18px 8px 18px 16px;margin:6px 0 24px">${code}</p>`}
${rows.length > 0 && facts(rows, paint)}
<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:8px 0 24px"><tr>
  <td class="button" bgcolor="${paint('lake')}" style="background:${paint('lake')};border-radius:11px"><a href="${button.href}" style="${sans};display:inline-block;font-size:17px;line-height:24px;font-weight:600;color:${paint('card')};text-decoration:none;padding:13px 26px">${button.text}</a></td>
</tr></table>
${after.map((one) => paragraph(one, paint))}
<p class="quiet" style="${smallStyle(paint)};margin-top:24px">${t('letters.copy')}<br><a class="lake" href="${button.href}" style="color:${paint('lake')};word-break:break-all">${button.href}</a></p>`;
}

/** What somebody wrote, told from what the letter says by its ground and its border. */
function quoted(quote: readonly string[], paint: PageColour): Html {
  return html`<blockquote class="well" style="background:${paint('well')};border:1px solid ${paint('line')};border-left:4px solid ${paint('lake')};border-radius:12px;padding:16px 18px 2px;margin:6px 0 24px;word-break:break-word;overflow-wrap:anywhere">${quote.map((one) => paragraph(one, paint))}</blockquote>`;
}

function listItem({ text, href }: LetterView['list'][number], paint: PageColour): Html {
  const shown =
    href === null ? text : html`<a class="lake" href="${href}" style="color:${paint('lake')}">${text}</a>`;
  return html`<li style="margin:0 0 8px">${shown}</li>`;
}

function paragraph(sentence: string, paint: PageColour): Html {
  return html`<p class="ink" style="${paragraphStyle(paint)}">${sentence}</p>`;
}

function facts(rows: LetterView['rows'], paint: PageColour): Html {
  return html`<table width="100%" cellpadding="0" cellspacing="0" border="0" class="well" style="background:${paint('well')};border:1px solid ${paint('line')};border-radius:12px;border-collapse:separate;margin:6px 0 24px">
  ${rows.map(({ label, value }, at) => {
    const above = at === 0 ? '14px' : '4px';
    const below = at === rows.length - 1 ? '14px' : '4px';
    return html`<tr>
    <th scope="row" class="quiet" align="left" valign="top" style="${sans};font-size:15px;line-height:23px;font-weight:400;color:${paint('slate')};text-align:left;vertical-align:top;width:112px;padding:${above} 8px ${below} 18px">${label}</th>
    <td class="ink" valign="top" style="${sans};font-size:15px;line-height:23px;font-weight:600;color:${paint('ink')};vertical-align:top;word-break:break-word;overflow-wrap:anywhere;padding:${above} 18px ${below} 8px">${value}</td>
  </tr>`;
  })}
</table>`;
}

function foot({ t, why, reviewed, site, contact, unsubscribe }: LetterView, paint: PageColour): Html {
  const link = (href: string, text: string) =>
    html`<a class="lake" href="${href}" style="color:${paint('lake')}">${text}</a>`;
  return html`<p class="quiet" style="${smallStyle(paint)}">${why}</p>
${!reviewed && html`<p class="quiet" style="${smallStyle(paint)}">${t('site.unreviewed')}</p>`}
<p class="quiet" style="${smallStyle(paint)}">${link(site.href, site.text)} · ${link(`mailto:${contact}`, t('contact.write'))}${unsubscribe && html` · ${link(unsubscribe, t('letters.unsubscribe'))}`}</p>`;
}

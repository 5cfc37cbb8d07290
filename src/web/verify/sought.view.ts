import { LabelError } from '../../errors.ts';
import type { Translator } from '../../i18n/i18n.ts';
import type { Day } from '../../register/day.ts';
import { otherPrefix } from '../../register/number.ts';
import { parseSearchText } from '../../register/searchText.ts';
import { askedDay } from '../forms/fields.ts';
import { parse } from '../forms/parse.ts';
import { refusalOf } from '../forms/refusal.ts';
import { shown } from '../views/shownText.view.ts';
import { shownHost } from '../views/website.view.ts';

/** The page with its one box: what was typed, what is wrong with it, what it means that no label names a site. */
export interface SoughtView {
  readonly typed: string;
  readonly on: string;
  /** By field. */
  readonly faults: Readonly<Record<string, string>>;
  readonly site?: { readonly host: string; readonly name: string };
}

type Query = Readonly<Record<string, string | string[] | undefined>>;

/** Longest name or offer that is looked for. */
const maxLength = 100;
/** Longest text that is shown again. */
const maxShown = 200;

/** A site whose labels are looked for, as of a day or of today. */
export type SoughtSite = SoughtView & { readonly host: string; readonly day: Day | '' };

/**
 * What follows from the box of the look-up: the address to go to, what the page says, or the name, offer or site that the page itself
 * looks for.
 */
export function soughtView(
  query: Query,
  today: Day,
  publicUrl: string,
  words: Translator,
):
  | SoughtView
  | (SoughtView & { readonly text: string; readonly day: Day })
  | SoughtSite
  | { readonly next: string } {
  const typed = textIn(query, 'q') || textIn(query, 'number');
  const page = { typed: shown(typed, maxShown), on: shown(textIn(query, 'on'), 20), faults: {} };
  const isSent = ['q', 'number', 'on'].some((name) => query[name] !== undefined);
  const fault = (field: string, text: string) => ({ ...page, faults: { [field]: text } });
  if (typed === '' && !isSent) return page;
  if (typed === '') return fault('q', words.t('lookup.box.empty'));
  const day = dayIn(query, today, words);
  if (typeof day !== 'string') return fault('on', day.text);
  const sought = parseSearchText(typed, publicUrl);
  const labels = `/${words.language}/labels`;
  switch (sought.kind) {
    case 'number':
      return { next: `${labels}/${sought.number}${day && `?on=${day}#asked`}` };
    case 'mistyped':
    case 'unfinished':
      return { next: `${labels}/${encodeURIComponent(sought.typed)}${day && `?on=${day}`}` };
    case 'site':
      return { ...page, host: sought.host, day };
    case 'words': {
      const prefix = otherPrefix(sought.text);
      if (prefix !== null) return fault('q', words.t('lookup.box.otherLabel', { prefix }));
      if (sought.text.length > maxLength) return fault('q', words.t('faults.tooLong', { max: maxLength }));
      if (day !== '') return { ...page, text: sought.text, day };
      // Whoever verifies asks for labels that do not hold as well.
      return { next: `/${words.language}/register?${new URLSearchParams({ q: sought.text, valid: 'any' })}` };
    }
  }
}

function dayIn(query: Query, today: Day, words: Translator): Day | { readonly text: string } {
  try {
    const { on } = parse({ on: askedDay }, { on: textIn(query, 'on') });
    return on > today ? { text: words.t('faults.dayAhead') } : on;
  } catch (error) {
    if (!(error instanceof LabelError)) throw error;
    return { text: refusalOf(error, {}, words).faults.on ?? words.t('faults.badDate') };
  }
}

/** The page for a site that no label names, with the part of its address that is like a name: that may be looked for. */
export function siteNotNamed(page: SoughtSite): SoughtView {
  const host = shownHost(page.host);
  const parts = host.replace(/^www\./, '').split('.');
  const name = (parts.at(-2) ?? host).replaceAll(/[-_]+/g, ' ');
  return { ...page, site: { host: shown(host, maxShown), name } };
}

function textIn(query: Query, name: string): string {
  const value = query[name];
  return typeof value === 'string' ? value.trim() : '';
}

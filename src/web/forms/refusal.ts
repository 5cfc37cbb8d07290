import type { Refusal } from '../../../templates/frame.ts';
import type { LabelError } from '../../errors.ts';
import type { Translator } from '../../i18n/i18n.ts';
import type { MessageKey, Params } from '../../messages.ts';
import type { WebContext } from '../http/state.ts';

/** Of a form that was not sent yet. */
export const noRefusal: Refusal = { typed: {}, faults: {}, summary: [], sure: {} };

/** Faults that a form explains beside its fields; any other error has a page of its own. */
const explained = new Set<LabelError['code']>([
  'invalid',
  'refused',
  'stale',
  'codeRefused',
  'codeSpent',
  'tooManyRequests',
  'uploadsFull',
  'uploadTooSlow',
  'mailUnavailable',
]);

/** Whether the page with the form is shown again for this error; the request counts as refused for it either way. */
export function explains({ state }: Pick<WebContext, 'state'>, error: LabelError): boolean {
  state.refusal = error;
  return explained.has(error.code);
}

/** The refusal as sentences, with what was typed. */
export function refusalOf(error: LabelError, typed: unknown, words: Translator): Refusal {
  const faults = error.faults.map(({ field, code, params }) => ({
    field,
    text: words.tOf(`faults.${code}` satisfies MessageKey, withDays(params, words)),
  }));
  const reasons = error.reasons.map((reason) => ({ text: reasonText(reason, words), reason }));
  const general = { text: words.tOf(`errors.${error.code}.text` satisfies MessageKey, error.params) };
  const summary = [...faults.map(({ field, text }) => ({ text, href: `#${field}` })), ...reasons];
  return {
    typed: textsOf(typed),
    faults: Object.fromEntries(faults.map(({ field, text }) => [field, text])),
    summary: summary.length > 0 ? summary : [general],
    sure: Object.fromEntries(
      error.faults.flatMap(({ field, params }) =>
        params?.sure === undefined ? [] : [[field, String(params.sure)]],
      ),
    ),
  };
}

/**
 * The refusal with the name of each field in its summary, where "fill in this field" alone says nothing: as the page calls it,
 * or a criterion by its code, or the common name of such a field. A reason leads to its place on the page, where it has one.
 */
export function named(
  refusal: Refusal,
  names: Readonly<Record<string, string>>,
  words: Translator,
  places: Readonly<Record<string, string>> = {},
): Refusal {
  const summary = refusal.summary.map(({ text, href, reason }) => {
    const place = reason === undefined ? undefined : own(places, reason);
    if (place !== undefined) return { text, href: place };
    if (href === undefined) return { text };
    const field = href.slice(1);
    const name = own(names, field) ?? own(names, field.split('.')[0] ?? '') ?? commonName(field, words);
    return { text: name ? words.t('applicant.fault', { field: name, fault: text }) : text, href };
  });
  return { ...refusal, summary };
}

/** Names of fields come from outside: inherited properties do not count. */
function own(texts: Readonly<Record<string, string>>, name: string): string | undefined {
  return Object.hasOwn(texts, name) ? texts[name] : undefined;
}

function commonName(field: string, words: Translator): string | undefined {
  const [criterion] = /[A-Z]{3}-\d{2}/.exec(field) ?? [];
  const key = `fields.${field}` as const;
  return criterion ?? (words.has(key) ? words.t(key) : undefined);
}

/** Days among the parameters in full, as pages write them. */
function withDays(params: Params = {}, words: Translator): Params {
  const shown = (value: string | number) =>
    typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? words.date(value) : value;
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, shown(value)]));
}

/** What a person can have typed: texts. Anything else in a body is not shown again. */
export function textsOf(typed: unknown): Refusal['typed'] {
  const fields: [string, unknown][] =
    typeof typed === 'object' && typed !== null ? Object.entries(typed) : [];
  return Object.fromEntries(
    fields.filter((field): field is [string, string] => typeof field[1] === 'string'),
  );
}

/** The sentence of a guard; one without a sentence gets a general one rather than an error. */
function reasonText(reason: string, words: Translator): string {
  const key = `reasons.${reason}` as const;
  return words.t(words.has(key) ? key : 'errors.refused.text');
}

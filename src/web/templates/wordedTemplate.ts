import type { Words } from '../../words/i18n.ts';
import { escapeHtml } from '../presenters/escapeHtml.ts';

/** What says the same on every page of a language: a message without values, and the language itself. */
const constant = /\{\{ (?:t\('([\w.]+)'\)|lang) \}\}/g;
/** What would be read as part of the template. */
const mark = /\{[{%#]|[%}#]\}/;

/**
 * The source of a template with what is the same on every page of a language written into it, escaped as it would be each
 * time: most of what a page says. What has no message stays, so that it fails where it is used.
 */
export function wordedTemplate(source: string, words: Words): string {
  return source.replace(constant, (said: string, key?: string) => {
    if (key === undefined) return words.language;
    if (!words.has(key)) return said;
    const text = words.tOf(key);
    return mark.test(text) ? said : escapeHtml(text);
  });
}

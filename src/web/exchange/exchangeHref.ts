import type { Translator } from '../../i18n/i18n.ts';
import { organisationHref } from '../views/organisation.view.ts';

/** The page of what an organisation looks for and writes. */
export function exchangesHref(words: Translator, organisationId: string): string {
  return `${organisationHref(words, organisationId)}/exchanges`;
}

/** The page of one of its conversations. */
export function conversationHref(words: Translator, organisationId: string, conversationId: string): string {
  return `${exchangesHref(words, organisationId)}/conversations/${conversationId}`;
}

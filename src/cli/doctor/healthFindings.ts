import type { HealthPage } from '../../commands/desk/health/viewHealth.ts';
import { healthSentence } from '../../i18n/healthSentence.ts';
import type { Translator } from '../../i18n/i18n.ts';
import type { Finding } from './finding.ts';

/** The lines of the page of operators (`/fr/health`), in the same words. */
export function healthFindings({ lines }: HealthPage, words: Translator): Finding[] {
  return lines.map((line) => {
    const { name: what, says, todo } = healthSentence(line, words);
    return { light: line.light, what, says, ...(todo && { todo }) };
  });
}

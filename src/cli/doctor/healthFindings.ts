import type { HealthPage } from '../../commands/desk/health/viewHealth.ts';
import type { Translator } from '../../i18n/i18n.ts';
import type { Finding } from './finding.ts';

/** What the page of the caretakers says (`/fr/health`), in the same words. */
export function healthFindings({ lines }: HealthPage, { t, tOf, has }: Translator): Finding[] {
  return lines.map(({ what, state, light, facts }) => {
    const todo = `health.todo.${what}.${state}`;
    return {
      light,
      what: t(`health.names.${what}`),
      says: state === 'unknown' ? t('health.unknown') : tOf(`health.lines.${what}.${state}`, facts),
      todo: state !== 'unknown' && has(todo) ? tOf(todo, facts) : undefined,
    };
  });
}

import type { Translator } from './i18n.ts';

/** How one thing stands that the service stands on; `state` says which sentence tells it. */
interface Line {
  readonly what: string;
  readonly state: string;
  readonly light: string;
  readonly facts: Readonly<Record<string, string | number>>;
}

/** A line of health in a language: what it is about, how that stands, and what to do, empty where nothing is. */
export function healthSentence(
  { what, state, light, facts }: Line,
  { t, tOf, has }: Pick<Translator, 't' | 'tOf' | 'has'>,
) {
  const todo = `health.todo.${what}.${state}`;
  return {
    name: tOf(`health.names.${what}`, {}),
    says: state === 'unknown' ? t('health.unknown') : tOf(`health.lines.${what}.${state}`, facts),
    todo: light !== 'good' && state !== 'unknown' && has(todo) ? tOf(todo, facts) : '',
  };
}

import type { Translator } from './i18n.ts';

/** A file as far as it says what it is about. */
export interface AboutLabel {
  readonly kind: 'initial' | 'renewal' | 'extension' | 'reconsideration';
  readonly scope: { readonly label: string } | null;
  readonly succeeds?: { readonly label: string } | null;
}

/** What a file on a label that is there, or in the place of one, is about, "Extension du label MIE-…"; empty for any other. */
export function aboutLabel({ kind, scope, succeeds }: AboutLabel, { t }: Pick<Translator, 't'>): string {
  if (succeeds) return t('scope.kind.succession', { number: succeeds.label });
  if (!scope || (kind !== 'extension' && kind !== 'reconsideration')) return '';
  return t(`scope.kind.${kind}`, { number: scope.label });
}

/** What was decided on a file, in the words of its kind. */
export function outcomeOn(
  { kind }: Pick<AboutLabel, 'kind'>,
  outcome: 'granted' | 'grantedWithConditions' | 'refused',
  { t }: Pick<Translator, 't'>,
): string {
  return t(`scope.outcome.${kind}.${outcome}`);
}

import type { StaffRole } from '../commands/items/items.ts';
import type { LetterParams } from '../commands/items/letters.ts';
import type { Translator } from '../i18n/i18n.ts';
import type { Said } from './said.ts';

/** What is said when someone's roles were proposed to change, changed, or stay after all. */
export function rolesChange(params: LetterParams['rolesChange'], words: Translator): Said {
  const { step, given, taken, dueAt } = params;
  const names = (roles: readonly StaffRole[]) => roles.map((role) => words.t(`roles.${role}`)).join(', ');
  const rows = [
    ['given', names(given)],
    ['taken', names(taken)],
    ['dueAt', dueAt === '' ? '' : words.time(dueAt)],
  ] as const;
  return {
    words: `rolesChange.${step}`,
    values: { person: params.person },
    rows: [...whoAndBy(params, words), ...rows.filter(([, value]) => value !== '')],
  };
}

/** What is said when someone's access was taken or given back, or their passkeys taken. */
export function accessChange(params: LetterParams['accessChange'], words: Translator): Said {
  const { step, person } = params;
  return { words: `accessChange.${step}`, values: { person }, rows: whoAndBy(params, words) };
}

interface WhoAndBy {
  readonly person: string;
  readonly by: string;
}

function whoAndBy({ person, by }: WhoAndBy, { t }: Translator): Said['rows'] {
  return [
    ['person', person],
    ['by', by === '' ? t('letters.byCommandLine') : by],
  ];
}

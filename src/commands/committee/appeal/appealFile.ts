import { fault, LabelError } from '../../../errors.ts';
import { hadPart, isFreeToJudge } from '../../../policies/appeal.ts';
import { requireVisible, unchanged } from '../../common/requireVisible.ts';
import type { Appeal } from '../../items/decidingItems.ts';
import type { Application, Person, Review } from '../../items/items.ts';
import type { Deps } from '../../ports/ports.ts';
import { hasConflict } from '../../review/ties/barredFrom.ts';

/** An appeal with the file that it is about. */
export interface AppealFile {
  readonly appeal: Appeal;
  readonly application: Application;
  readonly reviews: readonly Review[];
}

/** Loads it; who may see what of it is for the caller to say. */
export async function appealFile(deps: Pick<Deps, 'store'>, appealId: string): Promise<AppealFile> {
  const appeal = requireVisible(await deps.store.appeal(appealId));
  const { applicationId } = appeal.context;
  return {
    appeal,
    application: requireVisible(await deps.store.application(applicationId)),
    reviews: await deps.store.reviewsOf(applicationId),
  };
}

/** The same as someone saw it, for who judges or may judge it; to a member of the committee with a part or a tie it does not exist. */
export async function appealToJudge(
  deps: Deps,
  asker: Person,
  input: { readonly appealId: string; readonly revision: number },
): Promise<AppealFile & { readonly tookPart: boolean }> {
  const file = await appealFile(deps, input.appealId);
  const free = isFreeToJudge(asker, file);
  const tied = await hasConflict(deps, asker, file.appeal.context.organisationId);
  requireVisible((free && !tied) || null);
  unchanged(file.appeal, input.revision);
  return { ...file, tookPart: hadPart(asker, file) };
}

/** What was said in an appeal, with one statement more. */
export function withWord(
  { words }: Pick<Appeal, 'words'>,
  step: Appeal['words'][number]['step'],
  text: string,
  at: string,
): Pick<Appeal, 'words'> {
  return { words: [...words, { step, text, at }] };
}

/** Fewest characters of a reason in an appeal: the organisation reads it as it is. */
export const shortestWord = 40;

/** A reason without the space around it; `invalid` in its field when it says too little. */
export function requireReason(reason: string, field = 'reason'): string {
  const text = reason.trim();
  if (text.length < shortestWord) {
    throw new LabelError('invalid', { faults: [fault(field, 'tooShort', { min: shortestWord })] });
  }
  return text;
}

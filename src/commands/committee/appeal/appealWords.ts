import type { AppealEvent } from '../../../workflow/appealEvents.ts';
import { applyToAppeal, type OnFile } from '../../common/applyEvent.ts';
import type { Appeal } from '../../items/decidingItems.ts';
import type { ChangeOf, Deps } from '../../ports/ports.ts';

type Event<Type extends AppealEvent['type']> = OnFile<Extract<AppealEvent, { readonly type: Type }>>;
type Word = Appeal['words'][number];
type Request = NonNullable<Appeal['requests']>[number];

/** The step that takes effect once enough members asked for it, by what became true. */
const effects: Readonly<Record<string, Word['step']>> = {
  'appeal.inadmissible': 'declareInadmissible',
  'appeal.stayGranted': 'grantStay',
  'appeal.stayConfirmed': 'confirmStay',
  'appeal.stayLifted': 'liftStay',
};

/** One step of an appeal, its reason kept with what was said before; what was only asked for is over. */
export function reasoned(
  deps: Pick<Deps, 'ids'>,
  appeal: Appeal,
  event: Event<'admit' | 'uphold' | 'partlyUphold' | 'dismiss'>,
): ChangeOf<'appeals'> {
  return applyToAppeal(deps, appeal, event, saying(appeal, { ...event, step: event.type }));
}

/** The last word said in an appeal; nothing is asked for any more. */
export function saying(
  { words }: Appeal,
  { step, reason: text, at }: Pick<Word, 'step' | 'at'> & { readonly reason: string },
): Pick<Appeal, 'words' | 'requests'> {
  return { words: [...words, { step, text, at }], requests: [] };
}

/** What one member asks for; `effect` is what took effect with it, with the reasons of all who asked, null while others are missing. */
export function requested(
  deps: Pick<Deps, 'ids'>,
  appeal: Appeal,
  event: Event<Request['step']>,
): { readonly change: ChangeOf<'appeals'>; readonly effect: Word | null } {
  const { type, reason, at, actor } = event;
  const change = applyToAppeal(deps, appeal, event);
  const { requests = [] } = appeal;
  const others = requests.filter(({ personId }) => personId !== actor.id);
  const step = change.record.facts.map((fact) => effects[fact]).find((one) => one !== undefined);
  if (!step) {
    const own = { personId: actor.id, step: type, text: reason, at };
    return { change: { ...change, after: { ...change.after, requests: [...others, own] } }, effect: null };
  }
  const said = [...others.filter((one) => one.step === type).map(({ text }) => text), reason];
  const word = { step, reason: said.join('\n\n'), at };
  return {
    change: { ...change, after: { ...change.after, ...saying(appeal, word) } },
    effect: { step, text: word.reason, at },
  };
}

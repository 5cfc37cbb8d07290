import { minReasonLength } from '../../commands/common/requireReason.ts';
import type { ChangeDesk, LabelChanges } from '../../commands/desk/viewChange.ts';
import { changedThings } from '../../commands/items/noticeOfChange.ts';
import type { OwnChanges } from '../../commands/label/changes/viewOwnChanges.ts';
import { criteriaOf } from '../../criteria/criteriaOf.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { labelKitHref } from '../views/organisation.view.ts';

export type OwnChangesView = ReturnType<typeof ownChangesView>;
export type LabelChangesView = ReturnType<typeof labelChangesView>;
export type ChangeView = ReturnType<typeof changeView>;

const min = minReasonLength;
const scopes = ['organisation', 'offer'] as const;

/** The notices of a label's holder, and the form for another one. */
export function ownChangesView({ label, organisation, ...own }: OwnChanges, words: Translator) {
  const href = labelKitHref(words, organisation.id, label.id);
  return {
    ...own,
    number: label.id,
    organisation: organisation.name,
    kit: href,
    href: `${href}/changes`,
    things: changedThings,
    min,
  };
}

/** The notices on a label on the officers' desk. */
export function labelChangesView(
  { label, organisation, applicationId, changes }: LabelChanges,
  words: Translator,
) {
  const desk = `/${words.language}/files/${applicationId}/label`;
  return {
    number: label.id,
    organisation: organisation.name,
    desk,
    href: `${desk}/changes`,
    changes,
    things: changedThings,
    min,
  };
}

/** One of them, to be assessed. */
export function changeView(
  { label, organisation, applicationId, change, published, ...desk }: ChangeDesk,
  words: Translator,
) {
  const { scheme, texts } = published;
  const titles = texts[words.language].criteria;
  const home = `/${words.language}/files/${applicationId}/label`;
  return {
    ...desk,
    number: label.id,
    organisation: organisation.name,
    change,
    desk: home,
    href: `${home}/changes/${change.id}`,
    version: scheme.version,
    criteria: scopes.map((scope) => ({
      scope,
      items: criteriaOf(scheme, scope).map(({ id }) => ({ id, title: `${id} · ${titles[id]?.title ?? ''}` })),
    })),
    min,
  };
}

import { requireVisible } from '../commands/common/requireVisible.ts';
import { schemeOf } from '../commands/common/schemeOf.ts';
import type { CriteriaAnnounced } from '../commands/items/changePack.ts';
import type { Recipient } from '../commands/items/letters.ts';
import type { Deps } from '../commands/ports/ports.ts';
import { type Cause, letter } from './letter.ts';
import { editors } from './recipients.ts';
import { nameAndNumber, theFile } from './subjects.ts';

/** What both letters on criteria that come have in common. */
const ofCriteria = { topic: null, to: editors };

/** Tells owners and editors of a label which criteria its renewal will fall under, and what it would fail on as it was judged. */
export const criteriaForLabel = letter({
  ...ofCriteria,
  on: ['label.criteriaAnnounced'],
  about: async (deps, cause) => {
    const { context } = requireVisible(await deps.store.label(cause.id));
    const organisation = requireVisible(await deps.store.organisation(context.organisationId));
    return { organisation, published: schemeOf(deps, cause.data.version) };
  },
  path: ({ id, organisation }) => `organisations/${organisation.id}/labels/${id}`,
  tells: ({ id, organisation, ...about }, { language }) => ({
    organisation: organisation.name,
    number: id,
    ...toldOf(about, language),
  }),
  says: ({ organisation, number, version, opensOn, ...told }, { date, t }) => ({
    rows: { organisation, label: number },
    values: {
      number,
      version,
      opensOn: date(opensOn),
      lost: told.lost.length,
      toAnswer: told.toAnswer.length,
    },
    list: listOf(told, t('changePack.threshold'), t('changePack.isNew')),
  }),
});

/** Tells owners and editors of a draft until when it can be sent under the criteria that it was begun under. */
export const criteriaForDraft = letter({
  ...ofCriteria,
  on: ['application.criteriaAnnounced'],
  about: async (deps: Deps, cause: Cause<'application.criteriaAnnounced'>) => ({
    ...(await theFile(deps, cause)),
    published: schemeOf(deps, cause.data.version),
  }),
  holds: ({ application }) => application.state === 'draft',
  path: ({ number }) => `applications/${number}`,
  tells: ({ published, data, ...file }, { language }) => ({
    ...nameAndNumber(file),
    ...toldOf({ published, data }, language),
  }),
  says: ({ organisation, number, version, opensOn, ...told }, { date, t }) => ({
    rows: { organisation, number },
    values: {
      number,
      version,
      opensOn: date(opensOn),
      lost: told.lost.length,
      toAnswer: told.toAnswer.length,
    },
    list: listOf(told, t('changePack.threshold'), t('changePack.isNew')),
  }),
});

/** The criteria and themes that are named, as they are called in the new version; an empty name is the threshold. */
function toldOf(
  { data, published }: { readonly data: CriteriaAnnounced; readonly published: ReturnType<typeof schemeOf> },
  language: Recipient['language'],
) {
  const { themes, criteria } = published.texts[language];
  const titled = (id: string) => (criteria[id] ? `${id} · ${criteria[id].title}` : (themes[id]?.title ?? ''));
  return {
    version: data.version,
    opensOn: data.opensOn,
    lost: [...new Set(data.lost.map(({ id }) => titled(id)))],
    toAnswer: [...new Set(data.toAnswer.map(({ criterion }) => titled(criterion)))],
  };
}

function listOf(
  { lost, toAnswer }: Pick<ReturnType<typeof toldOf>, 'lost' | 'toAnswer'>,
  threshold: string,
  isNew: string,
): readonly string[] {
  return [...lost.map((name) => name || threshold), ...toAnswer.map((name) => `${name} (${isNew})`)];
}

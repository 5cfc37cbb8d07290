import type { ApplicantFile } from '../../commands/application/views/viewApplication.ts';
import { isAppealedBefore, shortestGrounds } from '../../commands/committee/appeal/lodgeAppeal.ts';
import { offeredAmong } from '../../commands/file/documentsOf.ts';
import type { ToldAppeal } from '../../commands/file/toldAppeal.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { type FrameView, frameView } from './applicationFrame.view.ts';
import { turnedAway } from './timeline.view.ts';

/** The page of an application's appeal: the form while one can be lodged, then what becomes of it. */
export interface OwnAppealView {
  readonly frame: FrameView;
  readonly form: {
    readonly lead: string;
    readonly until: string;
    readonly meanwhile: string;
    readonly grounds: readonly { readonly value: string; readonly text: string; readonly hint: string }[];
    readonly hint: string;
    readonly documents: readonly { readonly name: string; readonly text: string }[];
    readonly mine: boolean;
    readonly revision: number;
  } | null;
  /** Why there is no form; empty where there is one, or an appeal to tell of. */
  readonly closed: string;
  /** The newest first. */
  readonly appeals: readonly ToldAppealView[];
  readonly names: Readonly<Record<string, string>>;
}

/** An appeal as its organisation reads it. */
interface ToldAppealView {
  readonly lodged: string;
  readonly state: string;
  readonly tone: 'leaf' | 'coral' | 'sun' | 'lake';
  readonly follows: string;
  readonly ground: string;
  readonly grounds: string;
  readonly documents: readonly string[];
  readonly said: readonly { readonly title: string; readonly on: string; readonly text: string }[];
}

export const grounds = ['process', 'evidence'] as const;

/** What the decision of now can be appealed against as, and until when; null where it cannot. */
export function appealable({ application, history }: ApplicantFile, now: string) {
  const { state, decision, dueAt } = application;
  const against =
    state === 'refused'
      ? turnedAway(history)
        ? 'ineligibility'
        : 'refusal'
      : state === 'agreement' && decision?.outcome === 'grantedWithConditions'
        ? 'conditions'
        : null;
  if (against === null || dueAt === null) return null;
  return { against, dueAt, open: now < dueAt } as const;
}

/** The view of the page; `now` is an instant. */
export function ownAppealView(file: ApplicantFile, now: string, words: Translator): OwnAppealView {
  const { application, role, documents, appeals } = file;
  const can = appealable(file, now);
  const again = isAppealedBefore(appeals);
  return {
    frame: frameView(file, words),
    form:
      can?.open && !again
        ? {
            lead: words.t('appeals.own.lead', { against: can.against }),
            until: words.t('appeals.own.until', { due: words.date(can.dueAt) }),
            meanwhile: words.t('appeals.own.meanwhile', { against: can.against }),
            grounds: grounds.map((value) => ({
              value,
              text: words.t(`appeals.ground.${value}.name`),
              hint: words.t(`appeals.ground.${value}.hint`),
            })),
            hint: words.t('appeals.own.groundsHint', { min: shortestGrounds }),
            documents: offeredAmong(documents).map(({ id, latest }) => ({
              name: `document.${id}`,
              text: latest.name,
            })),
            mine: role === 'owner',
            revision: application.revision,
          }
        : null,
    closed: closedText(file, can, words),
    appeals: appeals.map((appeal) => told(appeal, file, words)),
    names: { ground: words.t('appeals.own.ground'), grounds: words.t('appeals.own.grounds') },
  };
}

function closedText(file: ApplicantFile, can: ReturnType<typeof appealable>, words: Translator): string {
  if (file.appeals.length > 0) {
    return can && isAppealedBefore(file.appeals) ? words.t('appeals.own.once') : '';
  }
  if (!can) return words.t('appeals.own.none');
  return can.open ? '' : words.t('appeals.own.late', { due: words.date(can.dueAt) });
}

function told(appeal: ToldAppeal, file: ApplicantFile, words: Translator): ToldAppealView {
  const { state, against } = appeal;
  const named = file.documents.flatMap(({ latest, earlier }) => [latest, ...earlier]);
  return {
    lodged: words.t('appeals.own.lodged', {
      on: words.date(appeal.lodgedAt),
      against: words.t(`appeals.against.${against}`),
    }),
    state: words.t(`states.appeal.${state}`),
    tone: toneOf(state),
    follows: words.t(`appeals.own.follows.${state}`, { against }),
    ground: words.t(`appeals.ground.${appeal.ground}.name`),
    grounds: appeal.grounds,
    documents: named.filter(({ id }) => appeal.documents.includes(id)).map(({ name }) => name),
    said: saidViews(appeal.words, words),
  };
}

/** What was said in an appeal, in order. */
export function saidViews(said: ToldAppeal['words'], words: Translator) {
  return said.map(({ step, at, text }) => ({
    title: words.t(`appeals.own.step.${step}`),
    on: words.date(at),
    text,
  }));
}

/** The colour of a state's word. */
export function toneOf(state: ToldAppeal['state']): ToldAppealView['tone'] {
  if (state === 'upheld' || state === 'partlyUpheld') return 'leaf';
  if (state === 'dismissed' || state === 'inadmissible') return 'coral';
  return state === 'lodged' ? 'sun' : 'lake';
}

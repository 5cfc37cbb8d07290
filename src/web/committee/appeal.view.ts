import { appealOutcomes } from '../../commands/committee/appeal/judgeAppeal.ts';
import type { AppealDesk } from '../../commands/committee/views/viewAppeal.ts';
import { minReasonLength } from '../../commands/common/requireReason.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { toneOf } from '../views/ownAppeal.view.ts';
import { personName } from '../views/staffWords.view.ts';

/** The two answers to whether an appeal is admitted. */
export const admissions = ['admit', 'inadmissible'] as const;

export type StaffAppeal = ReturnType<typeof staffAppeal>;

/** An appeal on the desk of an officer or a member of the committee, with the actions that its state takes from them. */
export function staffAppeal({ appeal, organisation, whole, panelists, may }: AppealDesk, words: Translator) {
  const { t } = words;
  const { applicationId, against, panelSize, stayed } = appeal.context;
  const free = panelists.filter((one) => one.blocker === null);
  return {
    href: `/${words.language}/appeals/${appeal.id}`,
    number: applicationId,
    organisation,
    revision: appeal.revision,
    state: t(`states.appeal.${appeal.state}`),
    tone: toneOf(appeal.state),
    stayed,
    lodged: t('appeals.desk.lodged', {
      on: words.date(appeal.lodgedAt),
      against: t(`appeals.against.${against}`),
    }),
    whole: whole && wholeView(whole, words),
    file: whole?.readsFile ? `/${words.language}/files/${applicationId}` : '',
    may,
    names: {
      admission: t('appeals.desk.admission.label'),
      vote: t('appeals.desk.vote.label'),
      reason: t('appeals.desk.reason'),
      stayReason: t('appeals.desk.reason'),
    },
    min: minReasonLength,
    admissions,
    outcomes: appealOutcomes,
    form: {
      size: panelSize,
      enough: free.length >= panelSize,
      people: free.map(({ person }) => ({ name: `panel.${person.id}`, text: personName(person) })),
      excluded: panelists.flatMap(({ person, blocker: why }) =>
        why === null ? [] : [{ name: personName(person), why: t(`appeals.desk.form.why.${why}`) }],
      ),
    },
  };
}

function wholeView(whole: NonNullable<AppealDesk['whole']>, words: Translator) {
  return {
    ground: words.t(`appeals.ground.${whole.ground}.name`),
    grounds: whole.grounds,
    said: whole.words,
    documents: whole.documents,
    readsFile: whole.readsFile,
    panel: whole.panel.map(({ person, voted, outcome }) => ({
      name: personName(person),
      vote: outcome
        ? words.t('appeals.desk.vote.for', { outcome: words.t(`appeals.desk.settle.${outcome}`) })
        : words.t(voted ? 'appeals.desk.vote.said' : 'appeals.desk.vote.waits'),
    })),
    majority: whole.majority,
    decision: whole.decision,
  };
}

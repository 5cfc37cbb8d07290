import { announceDecision } from '../../../src/commands/committee/decision/announceDecision.ts';
import {
  decideApplication,
  deferApplication,
} from '../../../src/commands/committee/decision/decideApplication.ts';
import { castVote, recuseMember } from '../../../src/commands/committee/session/castVote.ts';
import { addMonths, dayOf } from '../../../src/register/day.ts';
import { presidingOn } from '../../../src/workflow/session/sessionChair.ts';
import type { Known } from '../known.ts';
import { move } from '../move.ts';
import { fileAt, filesIn, reason } from '../targets.ts';

/** Files of an open session that it has not concluded, each with the session. */
function onTable(known: Known) {
  const open = known.all('committeeSessions').filter(({ state }) => state === 'open');
  return open.flatMap((session) =>
    filesIn('deliberation')(known)
      .filter(
        ({ id }) =>
          session.context.agenda.includes(id) &&
          !session.context.concluded.some((one) => one.applicationId === id),
      )
      .map((file) => ({ session, file })),
  );
}
/** Those on which everyone in the room who may has voted. */
const votedOn = (known: Known) =>
  onTable(known).filter(({ session: { context }, file }) => {
    const of = <T extends { readonly applicationId: string }>(all: readonly T[]) =>
      all.filter((one) => one.applicationId === file.id);
    const silent = [...of(context.votes), ...of(context.recusals)].map(({ personId }) => personId);
    return context.present.every((id) => silent.includes(id));
  });

/** Members vote, step out and put off; whoever chairs the file enters what the votes say. */
export const moves = [
  move({
    name: 'castVote',
    weight: 30,
    targets: onTable,
    act: async ({ at }, { session: { context }, file }, draw) => {
      const silent = context.present.filter(
        (id) => !context.votes.some((vote) => vote.applicationId === file.id && vote.personId === id),
      );
      const [deps, member] = await at('committee', draw.one(silent.length > 0 ? silent : context.attended));
      const choice = draw.one(['for', 'for', 'for', 'for', 'against', 'abstain'] as const);
      await castVote(deps, member, { applicationId: file.id, choice, reason });
    },
  }),
  move({
    name: 'recuseMember',
    weight: 2,
    targets: onTable,
    act: async ({ at, staff }, { file }, draw) => {
      const [deps, member] = await at('committee', draw.one(staff.committee));
      await recuseMember(deps, member, { applicationId: file.id, personId: member.id, reason });
    },
  }),
  move({
    name: 'decideApplication',
    weight: 14,
    targets: votedOn,
    act: async ({ at }, { session: { context }, file }, draw) => {
      const [deps, chair] = await at(
        'committee',
        presidingOn(context, file.id) ?? draw.one(context.attended),
      );
      const votes = context.votes.filter((vote) => vote.applicationId === file.id);
      const count = (choice: string) => votes.filter((vote) => vote.choice === choice).length;
      const carried =
        count('for') > count('against') ? draw.one(['granted', 'grantedWithConditions'] as const) : 'refused';
      const outcome = draw.once(8) ? draw.one(['granted', 'refused'] as const) : carried;
      const due = addMonths(dayOf(deps.clock.now().toISOString()), 3 + draw.whole(6));
      const conditions = outcome === 'grantedWithConditions' ? [{ text: 'Publier les statuts.', due }] : [];
      await decideApplication(deps, chair, { ...fileAt(file), outcome, reason, conditions });
    },
  }),
  move({
    name: 'deferApplication',
    targets: onTable,
    act: async ({ at }, { session: { context }, file }, draw) => {
      if (!draw.once(4)) return;
      const [deps, chair] = await at(
        'committee',
        presidingOn(context, file.id) ?? draw.one(context.attended),
      );
      await deferApplication(deps, chair, { ...fileAt(file), reason });
    },
  }),
  move({
    name: 'announceDecision',
    weight: 8,
    targets: filesIn('decided'),
    act: async ({ at, staff }, file, draw) => {
      const [deps, officer] = await at('files', draw.one(staff.officers));
      await announceDecision(deps, officer, fileAt(file));
    },
  }),
];

import { isInCommittee, isOfficer } from '../../../policies/who.ts';
import { dryRun } from '../../common/dryRun.ts';
import type { Session } from '../../items/decidingItems.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { noteAttendance, takeChair } from './attendance.ts';
import { excuseOneself } from './excuse.ts';
import { signMinutes } from './minutesOf.ts';
import { cancelSession, closeSession, conveneSession, openSession } from './moveSession.ts';
import { changePlan } from './planSession.ts';
import { draftMinutes, reviseMinutes } from './writeMinutes.ts';

/** What refuses each action on a session now, for a person, as codes of reasons; `minutes` is their digest, once they are written. */
export async function sessionRefusals(deps: Deps, asker: Asker, session: Session, minutes: string) {
  const at = { sessionId: session.id, revision: session.revision };
  const { plannedFor, agenda, quorum, chair } = session.context;
  const seats = [asker.id, ...Array.from({ length: quorum }, (_, i) => `seat-${i}`)];
  const why = (act: (dry: Deps) => Promise<void>) => dryRun(deps, act);
  const written = session.state === 'closed';
  const asMember = isInCommittee(asker);
  return {
    plan: await why((dry) => changePlan(dry, asker, { ...at, plannedFor, place: '', agenda })),
    convene: await why((dry) => conveneSession(dry, asker, at)),
    cancel: await why((dry) => cancelSession(dry, asker, { ...at, reason: '.' })),
    excuse: await why((dry) => excuseOneself(dry, asker, { ...at, comes: false })),
    takeExcuseBack: await why((dry) => excuseOneself(dry, asker, { ...at, comes: true })),
    // Tried with people who are no members: nothing but that may be missing.
    open: (await why((dry) => openSession(dry, asker, { ...at, present: seats }))).filter(
      (reason) => reason !== 'membersOnly' && reason !== 'invitedOnly',
    ),
    /** For oneself, as the next one. */
    leave: await why((dry) => noteAttendance(dry, asker, { ...at, personId: asker.id, here: false })),
    comeBack: await why((dry) => noteAttendance(dry, asker, { ...at, personId: asker.id, here: true })),
    /** For a chair who left without saying so. */
    noteChair:
      chair === null || chair === asker.id
        ? ['wrongState']
        : await why((dry) =>
            noteAttendance(dry, asker, { ...at, personId: chair, here: false, reason: '.' }),
          ),
    takeChair: await why((dry) => takeChair(dry, asker, { ...at, applicationId: null, reason: '.' })),
    close: await why((dry) => closeSession(dry, asker, at)),
    sign:
      written && asMember ? await why((dry) => signMinutes(dry, asker, { ...at, minutes })) : ['wrongState'],
    draft: isOfficer(asker)
      ? await why((dry) => draftMinutes(dry, asker, { ...at, remarks: '.', additions: [] }))
      : ['wrongState'],
    revise: await why((dry) => reviseMinutes(dry, asker, { ...at, remarks: '.' })),
  };
}

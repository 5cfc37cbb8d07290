import { expect } from 'chai';
import type { EventActor } from '../../src/workflow/events.ts';
import type { SessionEvent } from '../../src/workflow/session/sessionEvents.ts';
import { step } from '../../src/workflow/step.ts';
import type { SessionContext, SessionState, StoredSession } from '../../src/workflow/stored.ts';
import { currentVersion } from '../../src/workflow/versions.ts';
import { actor, times } from './support/cast.ts';
import { starts } from './support/starts.ts';

const file = 'A-1';
const reason = 'Spécimen';

/**
 * Where the chair of the session is: in the room, gone, recused from the file, with someone else in the chair of that file, or
 * out of the chair that another chair took.
 */
const rooms = ['chairHere', 'chairLeft', 'chairRecused', 'fileTaken', 'sessionTaken'] as const;
type Room = (typeof rooms)[number];

/** Everyone who can try: each is in the room unless their name says otherwise. */
const people: Readonly<Record<string, EventActor>> = {
  chair: { id: 'chair', roles: ['chair', 'committee'] },
  /** The same after they left the committee: they come and go, and chair nothing. */
  resigned: { id: 'chair', roles: [] },
  otherChair: { id: 'other-chair', roles: ['chair', 'committee'] },
  absentChair: { id: 'absent-chair', roles: ['chair', 'committee'] },
  member: actor('committee', 'member-1'),
  recusedMember: actor('committee', 'recused'),
  absentMember: actor('committee', 'absent'),
  leftMember: actor('committee', 'left'),
  officer: actor('officer'),
  sittingOfficer: { id: 'member-2', roles: ['officer', 'committee'] },
  outsider: actor('reviewer', 'outsider'),
};

/** What one can do to a session; `other` is a member in the room who is nobody of the table. */
const events = {
  letIn: (by) => ({ type: 'arrive', at: times.now, actor: by, personId: 'absent', member: true }),
  comeBack: (by) => ({
    type: 'arrive',
    at: times.now,
    actor: by,
    personId: by.id,
    member: by.id !== 'outsider',
  }),
  noteLeft: (by) => ({ type: 'leave', at: times.now, actor: by, personId: 'other', reason }),
  noteChairLeft: (by) => ({ type: 'leave', at: times.now, actor: by, personId: 'chair', reason }),
  leave: (by) => ({ type: 'leave', at: times.now, actor: by, personId: by.id, reason: '' }),
  takeSession: (by, c) => ({
    type: 'takeChair',
    at: times.now,
    actor: by,
    applicationId: null,
    ...taking(by, c),
  }),
  takeFile: (by, c) => ({
    type: 'takeChair',
    at: times.now,
    actor: by,
    applicationId: file,
    ...taking(by, c),
  }),
  recuseOther: (by) => ({ ...recuse(by), personId: 'other' }),
  recuseSelf: (by) => ({ ...recuse(by), personId: by.id }),
  vote: (by) => ({
    type: 'vote',
    at: times.now,
    actor: by,
    applicationId: file,
    choice: 'for',
    reason,
    conflict: false,
  }),
  conclude: (by) => ({
    type: 'conclude',
    at: times.now,
    actor: by,
    applicationId: file,
    result: 'decided',
    conflicted: [],
  }),
  close: (by) => ({ type: 'close', at: times.now, actor: by, waiting: [] }),
  revise: (by) => ({ type: 'reviseMinutes', at: times.now, actor: by, remarks: reason }),
  sign: (by) => ({ type: 'signMinutes', at: times.now, actor: by, minutes: 'a'.repeat(64) }),
} satisfies Record<string, (by: EventActor, c: SessionContext) => SessionEvent>;
type Name = keyof typeof events;

const recuse = (by: EventActor) =>
  ({ type: 'recuse', at: times.now, actor: by, applicationId: file, reason, conflict: false }) as const;
const taking = (by: EventActor, c: SessionContext) => {
  const chairs = ['chair', 'other-chair'].filter((id) => id !== c.chair && id !== by.id);
  return { reason, holderServes: true, otherChairs: chairs.filter((id) => c.present.includes(id)).length };
};

const inside = ['otherChair', 'member', 'recusedMember', 'sittingOfficer'];
const free = ['otherChair', 'member', 'sittingOfficer'];
const sat = ['chair', ...inside, 'leftMember'];
const recusing = [...free, 'absentChair', 'absentMember', 'leftMember'];
const leaving = (chair: readonly string[]) => [...chair, ...inside];

/** Who may do what while a session is open, by where its chair is; nobody else may. */
const open: Readonly<Record<Exclude<Name, 'revise' | 'sign'>, Readonly<Record<Room, readonly string[]>>>> = {
  letIn: {
    chairHere: ['chair'],
    chairLeft: [],
    chairRecused: ['chair'],
    fileTaken: ['chair'],
    sessionTaken: ['otherChair'],
  },
  comeBack: {
    chairHere: ['leftMember'],
    chairLeft: ['chair', 'resigned', 'leftMember'],
    chairRecused: ['leftMember'],
    fileTaken: ['leftMember'],
    sessionTaken: ['chair', 'resigned', 'leftMember'],
  },
  noteLeft: {
    chairHere: ['chair'],
    chairLeft: [],
    chairRecused: ['chair'],
    fileTaken: ['chair'],
    sessionTaken: ['otherChair'],
  },
  noteChairLeft: {
    chairHere: ['chair', 'resigned', 'officer'],
    chairLeft: [],
    chairRecused: ['chair', 'resigned', 'officer'],
    fileTaken: ['chair', 'resigned', 'officer'],
    sessionTaken: [],
  },
  leave: {
    chairHere: leaving(['chair', 'resigned']),
    chairLeft: leaving([]),
    chairRecused: leaving(['chair', 'resigned']),
    fileTaken: leaving(['chair', 'resigned']),
    sessionTaken: leaving([]),
  },
  takeSession: {
    chairHere: [],
    chairLeft: ['otherChair'],
    chairRecused: [],
    fileTaken: [],
    sessionTaken: [],
  },
  takeFile: {
    chairHere: [],
    chairLeft: ['otherChair'],
    chairRecused: ['otherChair'],
    fileTaken: [],
    sessionTaken: [],
  },
  recuseOther: {
    chairHere: ['chair'],
    chairLeft: [],
    chairRecused: [],
    fileTaken: ['member'],
    sessionTaken: ['otherChair'],
  },
  recuseSelf: {
    chairHere: ['chair', ...recusing],
    chairLeft: ['chair', ...recusing],
    chairRecused: recusing,
    fileTaken: recusing,
    sessionTaken: ['chair', ...recusing],
  },
  vote: {
    chairHere: ['chair', ...free],
    chairLeft: free,
    chairRecused: free,
    fileTaken: free,
    sessionTaken: free,
  },
  conclude: {
    chairHere: ['chair'],
    chairLeft: [],
    chairRecused: [],
    fileTaken: ['member'],
    sessionTaken: ['otherChair'],
  },
  close: {
    chairHere: ['chair'],
    chairLeft: [],
    chairRecused: ['chair'],
    fileTaken: ['chair'],
    sessionTaken: ['otherChair'],
  },
};

/** A session in a state, with its chair in the room or not. */
function sessionOf(state: SessionState, room: Room): StoredSession {
  const away = room === 'chairLeft' || room === 'sessionTaken';
  const recused = room === 'chairRecused' || room === 'fileTaken' ? ['chair', 'recused'] : ['recused'];
  const present = ['chair', 'other-chair', 'member-1', 'member-2', 'recused', 'other'].slice(away ? 1 : 0);
  const opened = state === 'open' || state === 'closed';
  const context: SessionContext = {
    ...starts.session.context,
    agenda: [file],
    ...(opened && {
      chair: room === 'sessionTaken' ? 'other-chair' : 'chair',
      chairs: [
        { applicationId: null, personId: 'chair' },
        ...(room === 'fileTaken' ? [{ applicationId: file, personId: 'member-1' }] : []),
        ...(room === 'sessionTaken' ? [{ applicationId: null, personId: 'other-chair' }] : []),
      ],
      present: state === 'open' ? present : [],
      attended: ['chair', 'left', ...present],
      recusals: recused.map((personId) => ({ applicationId: file, personId })),
    }),
  };
  return { machineVersion: currentVersion.session, state, context };
}

/** Who gets through with an event. */
function passing(name: Name, stored: StoredSession): readonly string[] {
  const { context } = stored;
  return Object.keys(people).filter((who) => {
    const by = people[who] ?? actor('reader');
    return step('session', stored, events[name](by, context)).taken;
  });
}

describe('who acts in a session', () => {
  for (const room of rooms) {
    for (const name of Object.keys(open) as (keyof typeof open)[]) {
      it(`${name}, ${room}`, () => {
        expect(passing(name, sessionOf('open', room))).to.have.members([...open[name][room]]);
      });
    }

    it(`after its end, ${room}`, () => {
      const stored = sessionOf('closed', room);
      expect(passing('revise', stored)).to.deep.equal([room === 'sessionTaken' ? 'otherChair' : 'chair']);
      expect(passing('sign', stored)).to.have.members(sat);
      for (const name of Object.keys(open) as (keyof typeof open)[])
        expect(passing(name, stored), name).to.deep.equal([]);
    });
  }

  for (const state of ['planned', 'convened', 'minutesApproved', 'cancelled'] as const) {
    it(`nobody, while it is ${state}`, () => {
      for (const name of Object.keys(events) as Name[])
        expect(passing(name, sessionOf(state, 'chairHere')), name).to.deep.equal([]);
    });
  }

  it('lets any free member take the chair of a file only when no chair is in the room', () => {
    const stored = sessionOf('open', 'chairRecused');
    const present = stored.context.present.filter((id) => id !== 'other-chair');
    expect(passing('takeFile', { ...stored, context: { ...stored.context, present } })).to.have.members([
      'member',
      'sittingOfficer',
    ]);
  });

  it('accepts a recusal by the chair before the first vote only, and by a stored conflict at any time', () => {
    const { context, ...stored } = sessionOf('open', 'chairHere');
    const votes = [{ applicationId: file, item: file, personId: 'member-1', choice: 'for' as const }];
    const by = people.chair ?? actor('chair');
    const said = { ...recuse(by), personId: 'other' };
    const tried = (event: SessionEvent) =>
      step('session', { ...stored, context: { ...context, votes } }, event);
    expect(tried(said)).to.deep.equal({ taken: false, reasons: ['ownWordOrConflict'] });
    expect(tried({ ...said, conflict: true }).taken).to.equal(true);
    expect(tried({ ...said, actor: actor('committee', 'other') }).taken).to.equal(true);
  });

  it('approves the minutes once signed by the chair and, for each file, by two members not recused from it', () => {
    const approved = (room: Room, ...signers: readonly string[]) => {
      const { context, ...stored } = sessionOf('closed', room);
      const concluded = [{ applicationId: file, result: 'decided', chair: 'member-1' }] as const;
      const signed = signers.reduce<StoredSession>(
        (before, id) => {
          const result = step('session', before, events.sign(actor('committee', id)));
          return result.taken ? result.next : before;
        },
        { ...stored, context: { ...context, concluded } },
      );
      return signed.state === 'minutesApproved';
    };
    expect(approved('chairHere', 'chair', 'member-1')).to.equal(true);
    expect(approved('chairHere', 'chair')).to.equal(false);
    expect(approved('chairHere', 'member-1', 'member-2'), 'without the chair').to.equal(false);
    expect(approved('chairRecused', 'chair', 'member-1'), 'one of them is recused').to.equal(false);
    expect(approved('chairRecused', 'chair', 'member-1', 'member-2')).to.equal(true);
  });

  it('keeps votes of people who left, and removes those of recused people', () => {
    const { context, ...stored } = sessionOf('open', 'chairHere');
    const votes = [{ applicationId: file, item: file, personId: 'other', choice: 'against' as const }];
    const voted = { ...stored, context: { ...context, votes } };
    const votesAfter = (event: SessionEvent) => {
      const result = step('session', voted, event);
      return result.taken ? result.next.context.votes : result.reasons;
    };
    expect(votesAfter(events.noteLeft(people.chair ?? actor('chair')))).to.deep.equal(votes);
    expect(votesAfter({ ...recuse(actor('committee', 'other')), personId: 'other' })).to.deep.equal([]);
    const conflicted = { ...events.conclude(people.chair ?? actor('chair')), conflicted: ['other'] };
    expect(votesAfter(conflicted), 'a tie that turned up').to.deep.equal([]);
  });
});

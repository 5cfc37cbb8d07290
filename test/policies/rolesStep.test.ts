import { expect } from 'chai';
import {
  confirmableUntil,
  type RolesCase,
  type RolesStep,
  rolesStepBlockers,
} from '../../src/policies/rolesStep.ts';

const now = '2026-11-02T08:00:00.000Z';
const administrators = ['ada', 'bea', 'cid'];
const proposal = { by: 'ada', until: confirmableUntil(now), given: ['reviewer'] };
const states = { none: null, open: proposal, lapsed: { ...proposal, until: now } } as const;
type State = keyof typeof states;

/** Why a step is refused, by step, by whose roles, by who asks, by what waits; '' where it is taken. */
const table: Record<RolesStep, Record<string, Record<string, Record<State, string>>>> = {
  propose: {
    zoe: {
      ada: { none: '', open: 'proposalOpen', lapsed: '' },
      bea: { none: '', open: 'proposalOpen', lapsed: '' },
    },
    bea: {
      ada: { none: '', open: 'proposalOpen', lapsed: '' },
      bea: { none: 'ownRoles', open: 'ownRoles proposalOpen', lapsed: 'ownRoles' },
    },
  },
  confirm: {
    zoe: {
      ada: { none: 'noProposal', open: 'ownProposal', lapsed: 'proposalLapsed ownProposal' },
      bea: { none: 'noProposal', open: '', lapsed: 'proposalLapsed' },
    },
    bea: {
      ada: { none: 'noProposal', open: 'ownProposal', lapsed: 'proposalLapsed ownProposal' },
      bea: { none: 'ownRoles noProposal', open: 'ownRoles', lapsed: 'ownRoles proposalLapsed' },
    },
  },
  decline: {
    zoe: {
      ada: { none: 'noProposal', open: '', lapsed: 'proposalLapsed' },
      bea: { none: 'noProposal', open: '', lapsed: 'proposalLapsed' },
    },
    bea: {
      ada: { none: 'noProposal', open: '', lapsed: 'proposalLapsed' },
      bea: { none: 'ownRoles noProposal', open: 'ownRoles', lapsed: 'ownRoles proposalLapsed' },
    },
  },
};

describe('roles of staff need two administrators', () => {
  const ask = (step: RolesStep, about: Partial<RolesCase> & { whose?: string; state?: State }) => {
    const { whose = 'zoe', state = 'none', ...rest } = about;
    const person = { id: whose, removedAt: null, rolesProposal: states[state] };
    const whole = { askerId: 'bea', person, gives: true, administrators, now, ...rest };
    return rolesStepBlockers(step, whole).join(' ');
  };

  for (const [step, byWhose] of Object.entries(table) as [RolesStep, (typeof table)[RolesStep]][]) {
    for (const [whose, byAsker] of Object.entries(byWhose)) {
      for (const [askerId, byState] of Object.entries(byAsker)) {
        it(`${askerId} asks to ${step} the roles of ${whose}`, () => {
          for (const [state, reasons] of Object.entries(byState) as [State, string][]) {
            expect(ask(step, { askerId, whose, state }), state).to.equal(reasons);
          }
        });
      }
    }
  }

  it('refuse a proposal that nobody could confirm', () => {
    expect(ask('propose', { administrators: ['bea'] })).to.equal('noSecondAdministrator');
    expect(ask('propose', { administrators: ['bea', 'ada'] })).to.equal('');
    expect(ask('propose', { administrators: ['bea', 'ada'], whose: 'ada' })).to.equal(
      'noSecondAdministrator',
    );
  });

  it('refuse to confirm a proposal of a former administrator', () => {
    expect(ask('confirm', { administrators: ['bea', 'cid'], state: 'open' })).to.equal('proposerGone');
    expect(ask('decline', { administrators: ['bea', 'cid'], state: 'open' })).to.equal('');
  });

  it('are not given to a removed person, and can still be taken', () => {
    const person = { id: 'zoe', removedAt: now, rolesProposal: null };
    expect(ask('propose', { person })).to.equal('personRemoved');
    expect(ask('propose', { person, gives: false })).to.equal('');
    const open = { ...person, rolesProposal: proposal };
    expect(ask('confirm', { person: open })).to.equal('personRemoved');
    expect(ask('confirm', { person: open, gives: false })).to.equal('');
    expect(ask('decline', { person: open })).to.equal('');
  });
});

import { expect } from 'chai';
import { parse } from 'node-html-parser';
import { languages } from '../../../src/criteria/scheme.ts';
import { createI18n } from '../../../src/i18n/i18n.ts';
import { dayOf } from '../../../src/register/day.ts';
import { type Space, spaceView } from '../../../src/web/people/space.view.ts';
import { machines } from '../../../src/workflow/machines.ts';
import { myPage } from '../../../templates/pages/people/my.ts';
import { pageFrame } from '../../support/samples/pageFrame.ts';
import { realScheme } from '../../support/samples/realScheme.ts';

type File = Space['mine'][number]['applications'][number];

const i18n = createI18n();
const now = '2026-11-20T09:00:00.000Z';
const dueAt = '2026-12-02T22:59:59.999Z';
const procedure = { stepDays: { screening: 15, decision: 45 }, reviewDays: 20 } as Space['procedure'];

// What the applicant may see of a file: a sealed decision is a deliberation.
const states = Object.keys(machines.application.states).filter((state) => state !== 'decided');
const yours = ['draft', 'informationRequested', 'correction', 'agreement'];
const over = ['granted', 'refused', 'closed', 'withdrawn', 'lapsed'];

/** A file in a state as listed by its organisation or by an adviser. */
function space(state: string, advises: boolean): Space {
  const file = {
    application: {
      id: 'MIE-A-2026-0001-A',
      state,
      kind: 'initial',
      scope: null,
      startedAt: now,
      submittedAt: state === 'draft' ? null : now,
      dueAt: yours.includes(state) && state !== 'draft' ? dueAt : null,
      decision: null,
    },
    history: [],
    information: [],
    organisation: { region: null },
    published: realScheme(),
    label: null,
  } as unknown as File;
  const organisation = { id: 'O1', name: 'Spécimen', legalForm: 'association', mergedInto: null };
  const mine = {
    organisation,
    role: 'editor',
    advises,
    applications: [file],
    labels: [],
    asked: [],
    unanswered: [],
  };
  const person = { id: 'P1', name: 'Spécimen', roles: [] };
  const rest = { invitations: [], sponsorships: [], said: {}, now, procedure };
  return { mine: [mine], person, ...rest } as unknown as Space;
}

describe('the files of one’s own space', () => {
  it('are told in the plain words of their own page, with who acts and until when, and no word of the machine', () => {
    for (const language of languages) {
      const words = i18n[language];
      const machine = states.map((state) => words.t(`states.application.${state}` as never));
      for (const state of states) {
        for (const advises of [false, true]) {
          const page = parse(
            String(myPage(pageFrame(words), spaceView(space(state, advises), words))),
          ).querySelector('main');
          const row = page?.querySelector('li.task:has(a[href*="/applications/"])') ?? parse('');
          const at = `${language} ${state}`;
          expect(row.querySelector('a')?.text, at).to.equal(words.t(`applicant.title.${state}` as never));
          expect(machine, at).not.to.include(row.querySelector('.pill')?.text);
          const turn = over.includes(state) ? 'over' : yours.includes(state) ? 'you' : 'us';
          expect(row.querySelector('.pill')?.text, at).to.equal(words.t(`applicant.turn.${turn}`));
          const due = words.t('applicant.turn.due', { due: words.date(dayOf(dueAt)) });
          if (turn === 'you' && state !== 'draft') expect(row.text, at).to.include(due);
          const hasDay = turn !== 'over' && state !== 'draft' && state !== 'appealed';
          expect(row.querySelectorAll('.task__line'), `a day: ${at}`).to.have.length(hasDay ? 2 : 1);
          // Only a file that came to its end makes room for another.
          const ended = over.includes(state) && state !== 'refused';
          expect(page?.querySelector('form[action$="/applications"]') !== null, at).to.equal(ended);
        }
      }
    }
  });
});

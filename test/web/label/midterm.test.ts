// Tier: all. Budget: 5 s.
import { expect } from 'chai';
import { type HTMLElement, parse } from 'node-html-parser';
import { answerCriterion } from '../../../src/commands/application/selfAssessment/answerCriterion.ts';
import { setFacts } from '../../../src/commands/application/selfAssessment/setFacts.ts';
import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import { frozenFile } from '../../../src/commands/file/frozenFile.ts';
import { labelFiles } from '../../../src/commands/file/labelFiles.ts';
import type { Surveillance } from '../../../src/commands/items/surveillance.ts';
import { midtermQuestions } from '../../../src/commands/label/surveillance/midtermQuestions.ts';
import { type Language, languages, type SchemeText } from '../../../src/criteria/scheme.ts';
import { filledDraft } from '../../support/applicationSteps.ts';
import { advanceToIssuedLabel } from '../../support/issueLabel.ts';
import { specimen } from '../../support/samples/specimen.ts';
import { declare, morningOf, taskOf } from '../../support/surveillanceSteps.ts';
import { updatePerson } from '../../support/updatePerson.ts';
import type { Browser } from '../../support/web.ts';
import { type WebWithCast, webWithCast } from '../../support/webWithCast.ts';

const flat = (text: string) => text.replaceAll(/[\s\u00a0\u202f]+/g, ' ').trim();

/** What begins a sentence on the levels, and how a level is named, in each language. */
const level: Readonly<Record<Language, readonly [string, (level: number, text: string) => string]>> = {
  fr: ['À l’attribution : ', (n, text) => `niveau ${n}, « ${text} »`],
  de: ['Bei der Vergabe: ', (n, text) => `Stufe ${n}, «${text}»`],
  it: ['All’attribuzione: ', (n, text) => `livello ${n}, «${text}»`],
  en: ['When it was granted: ', (n, text) => `level ${n}, “${text}”`],
};

interface Kind {
  readonly criterion: string;
  /** The levels that the label rests on, in their order; none where it is not applicable. */
  readonly rests: readonly number[];
  /** The last sentence, which asks. */
  readonly asks: Readonly<Record<Language, string>>;
  readonly said: 'yes' | 'no';
}

const still = {
  fr: 'Est-ce toujours le cas ?',
  de: 'Ist das noch so?',
  it: 'È ancora così?',
  en: 'Is this still so?',
};
const kinds: Readonly<Record<string, Kind>> = {
  'levels in sentences': { criterion: 'TRA-01', rests: [3], asks: still, said: 'yes' },
  'a level by its figures': { criterion: 'LUC-01', rests: [4], asks: still, said: 'no' },
  'a minimum of the renewal': {
    criterion: 'ENV-01',
    rests: [2],
    asks: {
      fr: 'Est-ce le cas aujourd’hui ?',
      de: 'Ist das heute so?',
      it: 'Oggi è così?',
      en: 'Is this so today?',
    },
    said: 'no',
  },
  'a criterion that was not applicable': {
    criterion: 'LUC-04',
    rests: [],
    asks: {
      fr: 'Si l’un des deux est vrai, répondez « oui ».',
      de: 'Trifft eines davon zu, antworten Sie mit «Ja».',
      it: 'Se una delle due cose è vera, rispondete «sì».',
      en: 'If either is true, answer “yes”.',
    },
    said: 'no',
  },
  'a level of each offer': {
    criterion: 'OFR-03',
    rests: [3, 2],
    asks: {
      fr: 'Est-ce toujours le cas pour chaque offre ?',
      de: 'Ist das bei jedem Angebot noch so?',
      it: 'È ancora così per ogni offerta?',
      en: 'Is this still so for each offer?',
    },
    said: 'yes',
  },
};
const answers: Readonly<Record<Language, Readonly<Record<'yes' | 'no', string>>>> = {
  fr: { yes: 'Oui', no: 'Non' },
  de: { yes: 'Ja', no: 'Nein' },
  it: { yes: 'Sì', no: 'No' },
  en: { yes: 'Yes', no: 'No' },
};
/** What an officer reads of a "no", by the criterion, and what the holder and the e-mail are told to do about one. */
const falls: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  fr: { 'LUC-01': 'n’est plus atteint', 'ENV-01': 'pas encore atteint', 'LUC-04': 'plus « sans objet »' },
  de: {
    'LUC-01': 'nicht mehr erreicht',
    'ENV-01': 'noch nicht erreicht',
    'LUC-04': 'mehr «nicht anwendbar»',
  },
  it: {
    'LUC-01': 'non è più raggiunto',
    'ENV-01': 'non è ancora raggiunto',
    'LUC-04': 'più «non pertinente»',
  },
  en: { 'LUC-01': 'no longer met', 'ENV-01': 'not met yet', 'LUC-04': 'longer “not applicable”' },
};
const whenNot: Readonly<Record<Language, string>> = {
  fr: 'pourquoi, et ce que vous prévoyez',
  de: 'warum und was Sie vorhaben',
  it: 'perché, e che cosa prevedete',
  en: 'why and what you plan to do',
};

describe('what is asked half way', () => {
  let web: WebWithCast;
  let own: Browser;
  let officer: Browser;
  let task: Surveillance;
  let texts: Readonly<Record<Language, SchemeText>>;
  const forms = new Map<Language, HTMLElement>();
  before(async () => {
    web = await webWithCast('midterm-page');
    const { deps, cast } = web;
    const draft = await filledDraft(deps, await web.person('holder'));
    const { id: applicationId, owner } = draft;
    const { organisationId } = requireVisible(owner.memberships[0]);
    // Of one person alone, some criteria may be not applicable.
    const people = { F01: 1, F02: 1 };
    const facts = { ...specimen.facts, ...people };
    await setFacts(deps, owner, { applicationId, offerId: '', facts, sure: people });
    const comment = 'Une seule personne travaille ici.';
    const answer = { criterion: 'LUC-04', level: null, na: true, evidence: '', comment };
    await answerCriterion(deps, owner, { applicationId, offerId: '', answer });
    const number = await advanceToIssuedLabel(web, cast, draft);
    texts = (await frozenFile(deps, applicationId)).published.texts;
    for (const language of languages) {
      const editor = await web.person(`editor-${language}`);
      await updatePerson(deps, editor, { memberships: [{ organisationId, role: 'editor' }], language });
    }
    await morningOf(web, '2028-04-05');
    task = await taskOf(deps, number, 'midterm');
    own = await web.browserOf(owner);
    officer = await web.browserOf(cast.officer);
    for (const language of languages) forms.set(language, await pageIn(own, language));
    const said = Object.values(kinds).map(({ criterion, said }) => [criterion, said]);
    await declare(deps, owner, task.id, { stillMet: Object.fromEntries(said) });
  });
  after(() => web.stop());
  afterEach(() => expect(web.logged, 'nothing here is an error of ours').to.deep.equal([]));

  const pageIn = async (browser: Browser, language: Language) => {
    const { organisationId, labelNumber, applicationId } = task.context;
    const path =
      browser === own
        ? `organisations/${organisationId}/labels/${labelNumber}/declaration/${task.id}`
        : `files/${applicationId}/label/surveillance/${task.id}`;
    return parse((await browser.get(`/${language}/${path}`)).text);
  };
  const read = (page: HTMLElement, question: string) => {
    const term = page.querySelectorAll('dt').find(({ text }) => flat(text).endsWith(question));
    return flat(term?.nextElementSibling?.text ?? '');
  };
  const letterIn = (language: Language) =>
    flat(
      web.letters.find(
        ({ kind, text }) =>
          kind === 'surveillanceOpened' && text.includes(`/${language}/`) && text.includes(task.id),
      )?.text ?? '',
    );

  for (const [kind, { criterion, rests, asks, said }] of Object.entries(kinds))
    for (const language of languages)
      it(`is a question in sentences of ${kind}: ${language}`, async () => {
        const words = texts[language].criteria[criterion];
        const question = flat(words?.question ?? '');
        const [granted, named] = level[language];
        const levels = [...rests, 2].map((n) => flat(named(n, words?.levels[n] ?? '')));
        const legend = forms
          .get(language)
          ?.querySelectorAll('legend')
          .find(({ text }) => flat(text) === question);
        const hint = flat(legend?.parentNode?.querySelector('.govuk-hint')?.text ?? '');
        expect(hint.toLowerCase()).to.include(granted.toLowerCase());
        let from = 0;
        for (const one of levels) {
          expect(hint.slice(from), hint).to.include(one);
          from = hint.indexOf(one, from) + one.length;
        }
        expect(hint.endsWith(asks[language]), hint).to.equal(true);
        const answered = `${hint} ${answers[language][said]}`;
        expect(read(await pageIn(own, language), question), 'as it was sent').to.equal(answered);
        const desk = await pageIn(officer, language);
        expect(read(desk, `${criterion} · ${question}`), 'as an officer reads it').to.equal(answered);
        const fallen = desk.querySelectorAll('li').filter(({ text }) => text.includes(`${criterion} · `));
        expect(
          fallen.map(({ text }) => flat(text).includes(falls[language][criterion] ?? '?')),
        ).to.deep.equal(said === 'no' ? [true] : []);
        expect(letterIn(language), 'e-mail').to.include(question);
      });

  for (const language of languages)
    it(`says what to do where it is not so any more: ${language}`, () => {
      const { text = '' } = forms.get(language)?.querySelector('form .question p') ?? {};
      for (const place of [text, letterIn(language)]) expect(flat(place)).to.include(whenNot[language]);
    });

  const cycles = { first: 'renewal', renewal: 'due' } as const;
  for (const cycle of ['first', 'renewal'] as const)
    it(`asks for a minimum of the renewal as for ${cycles[cycle]} in a ${cycle} cycle`, async () => {
      const { labelNumber: number, applicationId, organisationId } = task.context;
      const [file] = await labelFiles(web.deps, { context: { number, applicationId, organisationId } });
      const content = { ...file.snapshot.content, ofLabel: { number, cycle } };
      const mandatory = file.published.scheme.criteria.filter(({ id }) => id === 'ENV-01');
      const asked = { figures: [], accounts: false, mandatory };
      expect(
        midtermQuestions([{ ...file, snapshot: { ...file.snapshot, content } }], [], asked),
      ).to.deep.equal([
        { criterion: 'ENV-01', minimum: 2, granted: [{ offer: '', level: 2 }], standing: cycles[cycle] },
      ]);
    });
});

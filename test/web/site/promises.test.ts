import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect } from 'chai';
import { loadAgreement } from '../../../src/boot/loadAgreement.ts';
import { type Agreement, agreementDigest } from '../../../src/commands/items/agreementText.ts';
import { type Language, languages } from '../../../src/criteria/scheme.ts';
import { loadLocale } from '../../../src/i18n/loadLocales.ts';
import type { LetterKind } from '../../../src/letters/letters.ts';
import { parseYaml } from '../../../src/parseYaml.ts';
import { realScheme } from '../../support/samples/realScheme.ts';
import { letterKinds } from '../../support/samples/sampleLetters.ts';

/** A test, with a part of a title; a criterion that a first label must meet; a sentence that tells who does it; or people. */
type Keeper = `test/${string}` | `criterion ${string}` | `words ${string}` | (typeof people)[number];
const people = ['the holder', 'the office', 'the law'] as const;

/** What keeps each sentence that the public, an applicant and a holder are told. */
const sentences: Readonly<Record<string, readonly Keeper[]>> = {
  'questionnaire.sheet.sums': ['test/web/application/questionnaire: stores nothing of a sheet but sums'],
  'questionnaire.sheet.after': [
    'test/commands/application/questionnaire: takes away all that was answered where fewer than five did',
    'test/commands/application/questionnaire: lets each role do what it may, at each stage, and tells nobody more',
  ],
  'questionnaire.sheet.thanksText': [
    'test/web/application/questionnaire: stores nothing of a sheet but sums',
  ],
  'questionnaire.how.sums': ['test/web/application/questionnaire: stores nothing of a sheet but sums'],
  'questionnaire.how.after': [
    'test/commands/application/questionnaire: takes away all that was answered where fewer than five did',
  ],
  'questionnaire.mailText': [
    'test/commands/application/questionnaire: lets each role do what it may, at each stage, and tells nobody more',
  ],
  'howLong.promises.days': [
    'test/web/views/stepEnds.view: by when the steps of a file end',
    'test/commands/application/information: pause the file, point to its parts',
  ],
  'howLong.promises.pause': ['test/web/views/stepEnds.view: paused by a correction that was sent back'],
  'howLong.promises.dates': ['test/web/views/stepEnds.view: by when the steps of a file end'],
  'howLong.promises.late': ['test/web/views/stepEnds.view: late'],
  'howLong.until': [
    'test/commands/desk/figures/countProcedure: differs between any two days by whole fives',
    'test/commands/desk/figures/countProcedure: is told from five files on, then by whole fives',
  ],
  'pages.home.steps.assess.text': ['test/e2e/saving: updates the score'],
  'pages.home.steps.review.text': ['test/web/review/blindness: is shown nowhere'],
  'pages.home.steps.decide.text': [
    'test/web/committee/staffCommittee: refuse a decision without or against the votes',
  ],
  'pages.home.steps.show.text': ['test/web/http/cache/answerFromCache: never show yesterday’s status'],
  'pages.home.guarantees.here.text': ['criterion OFR-01'],
  'pages.home.guarantees.purpose.text': ['criterion FIN-01', 'criterion LUC-01'],
  'pages.home.guarantees.free.text': ['criterion GOU-01'],
  'pages.home.guarantees.pay.text': ['criterion TRV-01', 'criterion LUC-03'],
  'pages.home.guarantees.open.text': ['criterion TRA-01'],
  'pages.home.guarantees.checked.text': [
    'test/web/label/staffLabel: is suspended with a reason and a day, at once',
  ],
  'pages.how.steps.assess.text': [
    'test/e2e/saving: updates the score',
    'test/web/application/applicantWay: then submits',
  ],
  'pages.how.steps.screen.text': [
    'test/commands/application/information: pause the file, point to its parts',
  ],
  'pages.how.steps.review.text': [
    'test/web/review/ties: and from assignment to them',
    'test/web/review/blindness: is shown nowhere',
    'test/commands/review/moderationStaffing: must be invited, whatever their role, like a reviewer',
  ],
  'pages.how.steps.decide.text': [
    'test/policies/duties: who holds another of the four parts',
    'test/web/committee/staffCommittee: refuse a decision without or against the votes',
  ],
  'pages.how.steps.sign.text': [
    'test/commands/common/fromDraftToLabel: register row, files and journal agree',
  ],
  'pages.how.steps.follow.text': [
    'test/commands/label/surveillance/surveillanceLife: opens ahead of the end of its month',
    'test/commands/application/renewal: starts empty except for its offers, and shows the last cycle',
  ],
  'pages.how.fair.separate': ['test/workflow/invariants: nobody holds two of reviewer'],
  'pages.how.fair.conflict': [
    'test/web/review/ties: hides a file on every page from people who declare a tie',
  ],
  'pages.how.fair.reasons': ['test/workflow/invariants: every refusal has its reasons'],
  'pages.how.fair.open': ['test/commands/application/sponsorship: and never changes the score'],
  'pages.how.diagramText': ['test/workflow/diagram/diagram: shows every state and event'],
  'pages.how.afterText': [
    'test/commands/label/sanctions/withdrawal: flips state, register and status list',
    'test/commands/label/sanctions/notice: ends after that day by the clock',
    'test/commands/label/revisions: are revoked for good by a suspension; restoring',
    'test/commands/application/renewal: extends the label during the review, and replaces it',
    'test/web/http/cache/answerFromCache: show a change of another process on page, badge and data',
  ],
  'guarantees.how': [
    'test/policies/duties: who holds another',
    'test/web/application/beforeApplying: every criterion of a version',
  ],
  'guarantees.pairs.offers.yes': ['test/scoring/verdict: labels each passing offer independently'],
  'guarantees.pairs.here.yes': ['criterion OFR-01'],
  'guarantees.pairs.purpose.yes': ['criterion FIN-01', 'criterion LUC-01'],
  'guarantees.pairs.free.yes': ['criterion GOU-01', 'criterion TRA-01'],
  'guarantees.pairs.pay.yes': ['criterion TRV-01', 'criterion LUC-03'],
  'guarantees.pairs.living.yes': ['test/scoring/verdict: refused for the floor'],
  'guarantees.pairs.quality.yes': [
    'test/commands/common/refusals: a submission with all reasons at once',
    'test/web/label/staffLabel: is suspended with a reason',
  ],
  'guarantees.pairs.today.yes': ['test/web/http/cache/answerFromCache: never show yesterday’s status'],
  'report.next.read': ['test/web/complaint/report: is read by officers only', 'the office'],
  'report.next.check': ['the office'],
  'report.next.act': ['test/web/label/staffLabel: is suspended with a reason', 'the law'],
  'report.kept': ['test/web/complaint/report: its content with the retention period and its photo'],
  'agreement.0': ['test/commands/application/renewal: extends the label during the review'],
  'agreement.1': ['the holder'],
  'agreement.2': [
    'the holder',
    'test/commands/label/conditions/followConditions: that are not met in time are told',
  ],
  'agreement.3': [
    'test/commands/application/renewal: is judged by the rules of a renewal',
    'test/commands/label/surveillance/siteChecks: draws anew in another year',
    'test/commands/label/surveillance/surveillanceLife: opens ahead of the end of its month',
    'the holder',
  ],
  'agreement.4': ['test/commands/label/surveillance/surveillanceLife: opens ahead of the end of its month'],
  'agreement.5': ['the holder', 'test/commands/label/changes/changes: are assessed by an officer'],
  'agreement.6': ['the holder'],
  'agreement.7': [
    'test/commands/label/sanctions/suspension: is answered by the holder, which officers are told',
    'test/commands/label/sanctions/suspension: can come first where it is urgent',
    'test/commands/label/sanctions/withdrawal: once the holder was heard',
    'test/commands/label/surveillance/surveillanceEnds: begin with taking the mark away',
  ],
  'agreement.8': [
    'test/commands/committee/labelAppeals: reinstate the label under its number',
    'test/commands/committee/labelAppeals: make the label hold by a stay',
  ],
  'agreement.9': [
    'test/web/register/labels: one never issued',
    'test/web/label/staffLabel: the reason stays internal',
  ],
  'agreement.10': [
    'test/web/people/access',
    'test/commands/privacy/carryOutRetention: erases the content of a file',
  ],
  'agreement.11': [
    'test/commands/committee/expireDeadlines: end a label the day after its last day',
    'test/commands/label/sanctions/notice: ends by the word of its owner alone, on a day to come',
    'test/commands/label/sanctions/recordedNotice: ends the label ten days after it was confirmed',
    'test/commands/label/sanctions/recordedNotice: is published as what it is',
    'the holder',
  ],
  'agreement.12': ['the law'],
};

/** What keeps the days, duties and rights that letters tell of; one that tells of none is kept by the test that it goes. */
const letters: Readonly<Partial<Record<LetterKind, readonly Keeper[]>>> = {
  messageReceived: ['test/commands/exchange/conversations: shows who writes, and where'],
  apiKeyEnds: ['test/commands/people/apiKeys: tell who can replace them fourteen and three days before'],
  messagesDigest: ['test/commands/exchange/waitingMessages: are told in one e-mail the next morning'],
  needsDigest: ['test/commands/exchange/fittingOffers: are told to their holders once a week'],
  outcomeAsked: [
    'test/commands/exchange/outcomes: are asked once, after thirty days',
    'test/web/exchange/outcomeLink: is said by one click of each side',
  ],
  needExpired: ['test/commands/exchange/needs: is over after its day'],
  needRemoved: ['test/commands/exchange/needs: is taken off the list by an officer'],
  complaintSecret: ['test/web/complaint/ownComplaint: has a new secret sent to the address'],
  testEmail: ['test/cli/testEmail: sends as the service does'],
  signInCode: ['test/web/people/signIn: then says when the request is void'],
  organisationInvitation: ['test/commands/people/membership: join with the role of their invitation'],
  membershipEnded: ['test/commands/people/membership: tell whom another takes out'],
  ownershipReceived: ['test/commands/people/membership: transfer ownership in one step'],
  reviewInvitation: [
    'test/commands/review/assigning: invites the next candidate automatically when someone declines',
  ],
  reviewAccepted: [
    'test/workers/mail: tell who accepted a review by which day it is due',
    'test/commands/review/assigning: lets a substitute wait while others score',
  ],
  moderationInvitation: ['test/commands/review/moderationStaffing: the next one is invited'],
  applicationSubmitted: ['test/commands/application/deposit: freezes who signed'],
  decisionAnnounced: ['test/workflow/invariants: the instant until which it can be appealed'],
  labelIssued: ['test/commands/common/fromDraftToLabel: ends with an active label'],
  labelReissued: ['test/commands/label/revisions: revoke what has the old one'],
  labelStillShown: [
    'test/commands/label/reportStaleBadges: is reported again after thirty days at the earliest',
  ],
  labelSanction: [
    'test/commands/label/sanctions/suspension: can come first where it is urgent',
    'test/commands/label/sanctions/notice: is kept when the notice is taken back until that day',
    'test/commands/label/sanctions/recordedNotice: ends the label ten days after it was confirmed',
  ],
  noticeRecorded: ['test/commands/label/sanctions/recordedNotice: waits for another officer, who is told'],
  labelWaits: ['test/commands/label/sanctions/suspension: which officers are told'],
  labelEnds: [
    'test/commands/label/renewal/remindOfEnds: the end of a label',
    'test/commands/application/renewal: opens within its window only',
  ],
  labelExtended: [
    'test/commands/label/renewal/endExtension: holds on for the days of grace of its scheme',
    'test/commands/label/renewal/endExtension: is prolonged to a day to come',
  ],
  extensionEnds: ['test/commands/label/renewal/endExtension: at the end of its extension'],
  extensionWaits: ['test/commands/label/renewal/endExtension: tells holder and office thirty and seven days'],
  labelExpired: ['test/commands/label/renewal/endExtension: expires with its period'],
  labelReplaced: [
    'test/commands/application/renewal: replaces it at the signature',
    'test/web/label/labelKit: links from a replaced label to its successor',
  ],
  workDigest: ['test/commands/desk/digest/tellDigests: on working days, once'],
  draftExpires: ['test/commands/privacy/carryOutRetention: and erases it with its files thirty days later'],
  informationRequested: ['test/commands/application/information: give the organisation its working days'],
  answerDue: [
    'test/commands/application/information: get reminders five working days and one day before the deadline',
  ],
  informationAnswered: ['test/commands/application/information: are sent whole'],
  applicationLapsed: [
    'test/commands/committee/expireDeadlines: end a file whose',
    'test/commands/privacy/carryOutRetention: erases the content of a file without a label a year after',
  ],
  applicationWithdrawn: [
    'test/commands/application/information: end when the owner withdraws the application',
  ],
  sessionConvened: ['test/commands/committee/sessions: refuses votes of recused people'],
  sessionCancelled: ['test/commands/committee/sessions'],
  appealLodged: ['test/commands/committee/appeals'],
  appealPanel: ['test/commands/committee/appeals: panel dissolved when a member gets a tie'],
  appealProgress: ['test/commands/committee/appeals: new people review, and the earlier ones have no access'],
  correctionAsked: ['test/commands/review/findings: up to the end of the correction'],
  findingMoved: [
    'test/commands/review/findings: that are late are reported to the officers, who extend them once',
  ],
  rolesChange: ['test/commands/people/roles: change only when a second administrator confirms'],
  webhookFailed: [
    'test/workers/webhooks/takeTurn: tries again by a schedule, with the same id, and pauses after three days',
  ],
  accessChange: ['test/commands/people/roles: do not return with the access'],
  sponsorshipAsked: ['test/commands/application/sponsorship: bars people of the holder from the file'],
  sponsorshipGiven: ['test/commands/application/sponsorship'],
  sponsorshipDeclined: ['test/commands/application/sponsorship'],
  surveillanceOpened: [
    'test/commands/label/surveillance/surveillanceLife: opens ahead of the end of its month',
    'test/scoring/siteChecks: can be computed again',
  ],
  conditionsOpened: [
    'test/commands/label/conditions/followConditions: open with the signature',
    'test/commands/label/conditions/earlierConditions: begin with a letter',
  ],
  conditionImposed: [
    'test/commands/label/conditions/imposeCondition: makes the label conditional, for everyone',
    'test/commands/label/conditions/imposeCondition: falls with an appeal that is upheld',
  ],
  conditionDue: ['test/commands/label/conditions/followConditions: are recalled on the days'],
  conditionMoved: [
    'test/commands/label/conditions/followConditions: that are not met in time are told to both sides',
    'test/commands/label/conditions/followConditions: are over with the last one met',
  ],
  conditionWaits: ['test/commands/label/conditions/followConditions: that are not met in time are told'],
  surveillanceDue: ['test/commands/label/surveillance/surveillanceLife: reminded of once by two clocks'],
  surveillanceOverdue: [
    'test/commands/label/surveillance/surveillanceLife: which nothing follows from, and can still be made',
  ],
  surveillanceFindings: [
    'test/commands/label/surveillance/surveillanceLife: goes back with findings and a day, is made again',
  ],
  surveillanceConfirmed: ['test/commands/label/surveillance/surveillanceLife: is made again and confirmed'],
  surveillanceWaits: ['test/commands/label/surveillance/surveillanceLife'],
};

const locales = new URL('../../../templates/locales/', import.meta.url);
const agreements = 'criteria/made-in-ess/agreement';
/** Neither headings, nor who has a part, nor what is said not to be guaranteed. */
const told = [
  /^howLong\.(?:promises\.|until$)/,
  /^pages\.how\.(?!who\.|.*(?:title|lead|Heading)$)/,
  /^pages\.home\.(?:guarantees|steps)\..*\.text$/,
  /^guarantees\.(?:how|pairs\..*\.yes)$/,
  /^report\.(?:next\..*|kept)$/,
  /^questionnaire\.(?:mailText|(?:how|sheet)\.(?:sums|after|thanksText))$/,
];

function sentencesIn(language: Language): ReadonlyMap<string, string> {
  const { messages } = loadLocale(locales, language);
  const { articles } = loadAgreement(agreements).texts[language];
  return new Map([
    ...Object.entries(messages).filter(([key]) => told.some((one) => one.test(key))),
    ...articles.map(({ title, text }, i) => [`agreement.${i}`, `${title}. ${text}`] as const),
  ]);
}

describe('promises', () => {
  const all = new Map<Language, ReadonlyMap<string, string>>();
  before(async () => {
    for (const language of languages) all.set(language, sentencesIn(language));
  });

  it('are each kept by a test, sentence by sentence', () => {
    expect([...(all.get('fr') ?? new Map()).keys()].sort()).to.deep.equal(Object.keys(sentences).sort());
    const { messages } = loadLocale(locales, 'fr');
    const mandatory = realScheme().scheme.criteria.filter(({ minimum }) => minimum?.due === 'first');
    const due = mandatory.map(({ id }) => id);
    for (const keeper of [sentences, letters].flatMap((table) => Object.values(table).flat())) {
      const [, kind, what = ''] = /^(test\/|criterion |words |)(.*)$/s.exec(keeper) ?? [];
      const [file, title = ''] = what.split(': ', 2);
      const path = `test/${file}.test.ts`;
      const holds = {
        'test/': existsSync(path) && readFileSync(path, 'utf8').includes(title),
        'criterion ': due.includes(what),
        'words ': Object.hasOwn(messages, what),
        '': people.some((one) => one === keeper),
      };
      expect(holds[kind as keyof typeof holds], keeper).to.equal(true);
    }
  });

  it('of letters are kept: a test names each letter without a row of its own', () => {
    const tests = ['commands', 'web', 'workers'].flatMap((floor) =>
      readdirSync(`test/${floor}`, { recursive: true, encoding: 'utf8' })
        .filter((path) => path.endsWith('.test.ts') && !import.meta.url.endsWith(path))
        .map((path) => readFileSync(`test/${floor}/${path}`, 'utf8')),
    );
    const named = (kind: LetterKind) => tests.some((text) => text.includes(`'${kind}'`));
    expect(letterKinds.filter((kind) => !letters[kind] && !named(kind))).to.deep.equal([]);
  });

  it('to those who signed stay word for word as they signed them', () => {
    const digests = Object.fromEntries(
      readdirSync(agreements).map((version) => {
        const read = (one: Language) =>
          parseYaml(readFileSync(`${agreements}/${version}/${one}.yaml`, 'utf8'));
        const texts = Object.fromEntries(languages.map((one) => [one, read(one)])) as Agreement['texts'];
        return [version, languages.map((one) => agreementDigest({ version, texts }, one).slice(0, 12))];
      }),
    );
    expect(digests, languages.join()).to.deep.equal({
      '1.0.0': ['e3927344a98f', 'cfacfd080fb0', '56a88fd4eca2', '1be97289b9b2'],
      '1.1.0': ['8b75de221b52', 'd6830e5aa4d1', 'b2f4190640f2', '048d77d9e1cb'],
      '1.2.0': ['cc67648cd1c0', 'a528ca3261b8', 'ec0c77040302', 'dec7acd10a4e'],
      '1.3.0': ['ada7185a456a', 'ef591e19d826', 'c2a189448b2e', 'b73ca63508bd'],
    });
  });
});

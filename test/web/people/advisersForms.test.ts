// Tier: all. Budget: 7 s.
import { expect } from 'chai';
import { type HTMLElement, parse } from 'node-html-parser';
import { requestInformation } from '../../../src/commands/application/screening/requestInformation.ts';
import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import { currentApplication, filledDraft } from '../../support/applicationSteps.ts';
import { issueConditionalLabel } from '../../support/issueConditionalLabel.ts';
import { morningOf, taskOf } from '../../support/surveillanceSteps.ts';
import { updatePerson } from '../../support/updatePerson.ts';
import type { Browser } from '../../support/web.ts';
import { type WebWithCast, webWithCast } from '../../support/webWithCast.ts';

/** Leaving an organisation and taking back what was said are done by nobody here: the pages after them need both. */
const ending = /\/(people\/remove|drop)$/;

interface Sent {
  readonly action: string;
  readonly status: number;
  readonly text: string;
}

/** Sends each form of a page as it stands, once for each of its buttons. */
async function sendAll(browser: Browser, path: string): Promise<Sent[]> {
  const page = parse((await browser.get(path)).text);
  const sent: Sent[] = [];
  for (const form of page.querySelectorAll('main form[method=post]')) {
    const action = form.getAttribute('action') ?? path;
    if (ending.test(action) || form.querySelector('fieldset[disabled]')) continue;
    const fields = form
      .querySelectorAll('input, textarea, select')
      .flatMap((field) => typedIn(field) ?? [])
      .filter(([name]) => name !== '');
    const buttons = form.querySelectorAll('button[name]');
    const pressed = buttons.map((one) => [one.getAttribute('name'), one.getAttribute('value')]);
    for (const button of pressed.length > 0 ? pressed : [[]]) {
      const body = { ...Object.fromEntries(fields), ...(button.length > 0 && Object.fromEntries([button])) };
      const { status, text } =
        form.getAttribute('enctype') === 'multipart/form-data'
          ? await browser.parts(action, (parts) =>
              Object.entries(body).reduce((all, [name, value]) => all.field(name, String(value)), parts),
            )
          : await browser.post(action, body, path);
      sent.push({ action, status, text });
    }
  }
  return sent;
}

function typedIn(field: HTMLElement): [string, string][] | null {
  const [name = '', type = ''] = [field.getAttribute('name'), field.getAttribute('type')];
  if (name === 'csrf' || type === 'file') return null;
  const isOff = /radio|checkbox/.test(type) && field.getAttribute('checked') === undefined;
  if (isOff) return null;
  const chosen = field.querySelector('option[selected]')?.getAttribute('value') ?? '';
  return [[name, field.tagName === 'SELECT' ? chosen : (field.getAttribute('value') ?? field.text)]];
}

describe('the forms that an adviser is shown', () => {
  let web: WebWithCast;
  before(async () => {
    web = await webWithCast('advisers-forms');
  });
  after(() => web.stop());

  /** Pages of an organisation with a draft, one with questions to answer, one with a label, and one whose file was withdrawn. */
  const places: Readonly<Record<string, () => Promise<readonly [string, readonly string[]]>>> = {
    draft: async () => {
      const { id, owner } = await filledDraft(web.deps, await web.person('drafting'));
      const copy = requireVisible(await web.deps.store.selfAssessment(id));
      const below = ['figures', 'themes/FIN', 'offers', `offers/${copy.offersNamed[0]?.id}`, 'evidence'];
      const more = ['certificates', 'certificates/esus', 'sponsors', 'questionnaires', 'import', 'submit'];
      const at = `/fr/applications/${id}`;
      return [organisationOf(owner), [at, ...[...below, ...more, 'withdraw'].map((one) => `${at}/${one}`)]];
    },
    questions: async () => {
      const id = await web.submittedFile();
      const { revision, context } = await currentApplication(web.deps, id);
      const items = [{ place: null, question: 'Où est le procès-verbal ?' }];
      const asked = { applicationId: id, revision, items };
      await requestInformation(web.deps, web.cast.officer, asked);
      const at = `/fr/applications/${id}`;
      return [context.organisationId, [at, `${at}/information`, `${at}/withdraw`]];
    },
    withdrawn: async () => {
      const { id, owner } = await filledDraft(web.deps, await web.person('withdrawn'));
      await web.connection
        .collection<{ _id: string }>('applications')
        .updateOne({ _id: id }, { $set: { state: 'withdrawn' } });
      return [organisationOf(owner), [`/fr/applications/${id}`]];
    },
    label: async () => {
      const { number, organisationId, applicationId } = await issueConditionalLabel(web, web.cast, 'holder', [
        { text: 'Publier les salaires de chaque fonction.', due: '2027-12-31' },
      ]);
      await morningOf(web, '2027-10-01');
      const label = `/fr/organisations/${organisationId}/labels/${number}`;
      const task = await taskOf(web.deps, number, 'declaration');
      const below = ['changes', 'conditions', 'renewal', 'hearing', 'extension', 'appeal', 'notice'];
      const file = ['', '/findings', '/appeal', '/sponsors'].map(
        (one) => `/fr/applications/${applicationId}${one}`,
      );
      const organisation = ['', '/story', '/exchanges', '/exchanges/new'];
      return [
        organisationId,
        [
          '/fr/my',
          label,
          `${label}/declaration/${task.id}`,
          ...below.map((one) => `${label}/${one}`),
          ...file,
          ...organisation.map((one) => `/fr/organisations/${organisationId}${one}`),
        ],
      ];
    },
  };
  const organisationOf = ({ memberships }: { memberships: readonly { organisationId: string }[] }) =>
    requireVisible(memberships[0]).organisationId;

  for (const [name, place] of Object.entries(places)) {
    it(`are taken from them, whether they write or read: ${name}`, async () => {
      const [organisationId, paths] = await place();
      for (const role of ['reader', 'editor'] as const) {
        const person = await updatePerson(web.deps, await web.person(`${name}-${role}`), {
          memberships: [{ organisationId, role, adviser: true }],
        });
        const browser = await web.browserOf(person);
        let forms = 0;
        for (const path of paths) {
          for (const { action, status, text } of await sendAll(browser, path)) {
            forms += 1;
            expect(status, `${role} ${path}: ${action}`).to.be.oneOf([303, 409, 422]);
            const said = parse(text).querySelector('.govuk-error-summary')?.text ?? '';
            expect(said, `${role} ${path}: ${action}`).not.to.match(/[Ss]eule? une? personne|responsable/);
          }
        }
        if (role === 'editor' && name === 'draft') expect(forms).to.be.greaterThan(8);
      }
    });
  }
});

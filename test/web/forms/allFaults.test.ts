import { expect } from 'chai';
import { parse } from 'node-html-parser';
import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import { issueLabel } from '../../support/issueLabel.ts';
import { morningOf, taskOf } from '../../support/surveillanceSteps.ts';
import type { Browser } from '../../support/web.ts';
import { webWithApplicants } from '../../support/webWithApplicants.ts';
import { webWithCast } from '../../support/webWithCast.ts';

type Typed = Readonly<Record<string, string>>;

/** Sends a form in which every field is wrong: each is named in one summary, in its order, and all that was typed is there. */
async function expectAllFaults(
  browser: Browser,
  path: string,
  wrong: Typed,
  also: Typed = {},
): Promise<void> {
  const answer = await browser.post(path, { ...wrong, ...also });
  expect(answer.status, path).to.equal(422);
  const page = parse(answer.text);
  const named = page.querySelectorAll('.govuk-error-summary a').map((one) => one.getAttribute('href'));
  expect(named, path).to.deep.equal(Object.keys(wrong).map((field) => `#${field}`));
  for (const [field, typed] of Object.entries(wrong)) {
    // A summary leads to the field: it, or something around it, has that id.
    expect(page.querySelector(`[id="${field}"]`), `${path} ${field}`).to.not.equal(null);
    const inputs = page.querySelectorAll(`[name="${field}"]`);
    const text = inputs.map((one) => one.getAttribute('value') ?? one.textContent).join();
    if (inputs.some((one) => /text|email|date|url/.test(one.getAttribute('type') ?? 'text')))
      expect(text, `${path} ${field}`).to.include(typed);
  }
}

describe('a form with every field wrong', () => {
  it('of a draft, its organisation and its exchanges is refused at once, field by field, with all that was typed', async () => {
    const web = await webWithApplicants('all-faults');
    try {
      const { at, browser, id, owner } = await web.completeDraft();
      const { organisationId } = requireVisible(owner.memberships[0]);
      const organisation = requireVisible(await web.deps.store.organisation(organisationId));
      const revision = String(organisation.revision);
      const copy = requireVisible(await web.deps.store.selfAssessment(id));
      const offer = requireVisible(copy.offersNamed[0]).id;
      const long = 'x'.repeat(5000);
      const place = {
        street: '',
        postcode: 'douze',
        commune: '',
        founded: '2999-01-01',
        website: 'pas un site',
      };
      const forms: readonly (readonly [string, Typed, Typed?])[] = [
        ['/fr/organisations/new', { name: 'Pain 🥖', legalForm: '', identifier: 'CHE-1', ...place }],
        [`/fr/organisations/${organisationId}`, place, { revision }],
        [
          `/fr/organisations/${organisationId}/exchanges/new`,
          {
            kind: '',
            title: 'a@b.ch',
            text: 'www.specimen.ch',
            quantity: long,
            place: '',
            until: '2020-01-01',
          },
        ],
        [`${at}/figures`, { F01: 'beaucoup', F02: '-3', F04: '8.400' }],
        [`${at}/offers`, { name: 'Pain 🥖', type: 'rien', sheet: '' }],
        [`${at}/offers/${offer}`, { name: 'Pain 🥖', sheet: '', O01: 'beaucoup', O02: '-3' }],
        [`${at}/certificates/esus`, { number: '', until: '2020-01-01', link: 'pas un lien' }],
        [`${at}/sponsors`, { labelNumber: '', purpose: '' }],
      ];
      for (const [path, wrong, also] of forms) await expectAllFaults(browser, path, wrong, also);
    } finally {
      await web.stop();
    }
  });

  it('of a holder is refused at once as well', async () => {
    const web = await webWithCast('all-faults-holder');
    try {
      const { owner, organisationId, number } = await issueLabel(web, web.cast, 'holder');
      const browser = await web.browserOf(owner);
      await morningOf(web, '2027-10-01');
      const label = `/fr/organisations/${organisationId}/labels/${number}`;
      const task = await taskOf(web.deps, number, 'declaration');
      const declared = { F06: '', F20: '-1', F21: 'rien', F10: '8.400', F24: '', accounts: '', text: '' };
      await expectAllFaults(browser, `${label}/declaration/${task.id}`, { ...declared, name: '', role: '' });
      await expectAllFaults(browser, `${label}/changes`, { things: '', on: '2999-13-01', text: 'Trop peu.' });
    } finally {
      await web.stop();
    }
  });
});

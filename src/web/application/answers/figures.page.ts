import { figuresPage } from '../../../../templates/pages/application/figures.ts';
import { savedFigures } from '../../../../templates/pages/application/saved.ts';
import { setFacts } from '../../../commands/application/selfAssessment/setFacts.ts';
import type { ApplicantFile } from '../../../commands/application/views/viewApplication.ts';
import { figureFaults } from '../../../commands/common/figureFaults.ts';
import { factsOfScope } from '../../../criteria/figures.ts';
import { formPage } from '../../forms/formPage.ts';
import { askerOf } from '../../http/session/signedIn.ts';
import type { WebRouter } from '../../http/state.ts';
import { applicationHref } from '../../views/applicationFrame.view.ts';
import { loadFile, requireTakesAnswers } from '../submission/loadFile.ts';
import { changedFacts, factShape, isChange, namedFaults, withNames } from './facts.form.ts';
import { type FieldShape, formFields, requireVersion, textOf } from './fields.form.ts';
import { figuresForm } from './figures.view.ts';
import { versionTokenOf } from './versionTokens.view.ts';

/** All figures of the organisation on one page, saved together or not at all. */
export function figuresRoutes(router: WebRouter): void {
  const rulesOf = ({ published }: ApplicantFile) => factsOfScope(published.scheme, 'organisation');
  formPage(router, '/applications/:id/figures', {
    load: loadFile,
    template: figuresPage,
    parts: savedFigures,
    shape: (file): FieldShape => ({ ...formFields, ...factShape(rulesOf(file)) }),
    page: (file, ctx) => figuresForm(file, ctx.words),
    check: (input, { assessment, published }, { words }) => {
      const { facts: kept, earlier } = assessment;
      const changed = changedFacts(factsOfScope(published.scheme, 'organisation'), input, kept);
      const before = { kept, earlier: earlier?.assessment.facts };
      const { faults } = figureFaults(published.scheme, 'organisation', changed, before);
      return namedFaults(faults, published, words);
    },
    submit: async (input, file, ctx) => {
      requireTakesAnswers(file);
      const { assessment, application, published } = file;
      const changed = changedFacts(rulesOf(file), input, assessment.facts);
      if (isChange(changed)) {
        requireVersion(textOf(input, 'versionToken'), versionTokenOf(assessment.facts));
        const facts = { applicationId: application.id, offerId: '', ...changed };
        await withNames(published, ctx.words, () => setFacts(ctx.deps, askerOf(ctx), facts));
      }
      const [first] = published.scheme.themes;
      const next = input.go === 'stay' || !first ? 'figures' : `themes/${first.id}`;
      return `${applicationHref(ctx.words, application.id, next)}?saved=1`;
    },
  });
}

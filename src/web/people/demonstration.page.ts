import * as z from 'zod';
import { demoPeoplePage } from '../../../templates/pages/people/demoPeople.ts';
import { demoResetPage } from '../../../templates/pages/people/demoReset.ts';
import { demoTourPage } from '../../../templates/pages/people/demoTour.ts';
import { becomeSpecimen } from '../../commands/people/signIn/becomeSpecimen.ts';
import type { DemoPerson } from '../../commands/ports/demonstrationPorts.ts';
import { newestLabels } from '../../commands/register/readLabels.ts';
import { LabelError } from '../../errors.ts';
import { parse } from '../forms/parse.ts';
import { onlyHere } from '../http/onlyHere.ts';
import { rotate, sessionOf } from '../http/session/sessionOf.ts';
import type { Web, WebContext, WebRouter } from '../http/state.ts';
import { completeSignIn } from './completeSignIn.ts';
import { tourSteps } from './tour.view.ts';

/** Where someone begins, by what they do. */
const homes: Readonly<Record<DemoPerson['part'], string>> = {
  applicant: '/my',
  reviewer: '/review',
  officer: '/lists/files',
  committee: '/committee',
  administrator: '/people',
};
/** A person by their address, nobody for a visitor; and the step of the tour that leads there. */
const become = { person: z.string().max(200), step: z.coerce.number().int().min(1).max(6).optional() };

/**
 * In development: becoming any person of the demonstration by one button, being a visitor again, beginning anew, and a tour. For a
 * browser on this machine alone, as the letters are; elsewhere these addresses do not exist.
 */
export function demonstrationPages(router: WebRouter, { deps }: Web): void {
  const { mode, demonstration } = deps;
  if (mode !== 'development' || !demonstration) return;
  router.use(['/dev/people', '/dev/reset', '/dev/tour'], onlyHere);
  const { people } = demonstration;
  const steps = async () => tourSteps(await newestLabels(deps, 1));

  router.get('/dev/people', (ctx) => ctx.render(demoPeoplePage, { people }));
  router.post('/dev/people', async (ctx) => {
    const { person: email, step } = parse(become, ctx.request.body);
    const home = `/${ctx.words.language}`;
    if (email === '') await rotate(ctx, {});
    else {
      const person = await becomeSpecimen(deps, demonstration, { email, request: ctx.state.request });
      await completeSignIn(deps, ctx, person, { how: 'code' });
    }
    const part = people.find((one) => one.email === email)?.part;
    const data = sessionOf(ctx);
    const shown = step === undefined ? undefined : (await steps())[step - 1];
    if (step !== undefined && data) data.tour = step;
    seeOther(ctx, `${home}${shown?.path ?? (part ? homes[part] : '')}`);
  });
  router.get('/dev/tour', (ctx) => {
    const last = sessionOf(ctx)?.tour ?? 0;
    ctx.redirect(`/${ctx.words.language}/dev/tour/${last < 6 ? last + 1 : 1}`);
  });
  router.get('/dev/tour/:step', async (ctx) => {
    const all = await steps();
    const at = all.findIndex((_, i) => String(i + 1) === ctx.params.step);
    const step = all[at];
    if (!step) throw new LabelError('notFound');
    ctx.render(demoTourPage, { steps: all, step, at });
  });
  router.post('/dev/reset', (ctx) => {
    parse({}, ctx.request.body);
    ctx.render(demoResetPage, {});
    // What is dropped is needed until the answer was given.
    ctx.res.once('close', () => demonstration.reset());
  });
}

function seeOther(ctx: WebContext, to: string): void {
  ctx.redirect(to);
  ctx.status = 303;
}

import { calibrationPage } from '../../../templates/pages/review/calibration.ts';
import { personCalibrationPage } from '../../../templates/pages/review/personCalibration.ts';
import { openScheme } from '../../commands/common/schemeOf.ts';
import { viewCalibration, viewPersonCalibration } from '../../commands/review/views/viewCalibration.ts';
import { askerOf } from '../http/session/signedIn.ts';
import type { WebContext, WebRouter } from '../http/state.ts';
import { calibrationView, personCalibrationView } from './calibration.view.ts';

/** How far the reviewers agree: of everyone for administrators, of oneself for a reviewer. */
export function calibrationPages(router: WebRouter): void {
  router.get('/calibration', async (ctx) => {
    const calibration = await viewCalibration(ctx.deps, askerOf(ctx));
    ctx.render(calibrationPage, calibrationView(calibration, inForce(ctx), ctx.words));
  });
  router.get('/calibration/:personId', (ctx) => showPerson(ctx, ctx.params.personId ?? '', false));
  router.get('/review/calibration', (ctx) => showPerson(ctx, askerOf(ctx).id, true));
}

async function showPerson(ctx: WebContext, personId: string, own: boolean): Promise<void> {
  const calibration = await viewPersonCalibration(ctx.deps, askerOf(ctx), { personId });
  ctx.render(personCalibrationPage, personCalibrationView(calibration, own, inForce(ctx), ctx.words));
}

function inForce({ deps }: WebContext) {
  return openScheme(deps);
}

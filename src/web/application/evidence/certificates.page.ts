import { certificatePage, certificatesPage } from '../../../../templates/pages/application/certificates.ts';
import { addEvidence } from '../../../commands/application/evidence/addEvidence.ts';
import {
  certificateFaults,
  dropCertificate,
  holdCertificate,
} from '../../../commands/application/evidence/holdCertificate.ts';
import { requireVisible } from '../../../commands/common/requireVisible.ts';
import { type Certificate, certificateOf } from '../../../criteria/certificates.ts';
import { dayOf } from '../../../register/day.ts';
import { day, line, optionalLine, optionalLink } from '../../forms/fields.ts';
import { formAction, formPage } from '../../forms/formPage.ts';
import { askerOf } from '../../http/session/signedIn.ts';
import type { WebContext, WebRouter } from '../../http/state.ts';
import { dropUpload } from '../../http/uploads/keptUpload.ts';
import { anyFileOf } from '../../http/uploads/upload.ts';
import { applicationHref } from '../../views/applicationFrame.view.ts';
import { loadFile } from '../submission/loadFile.ts';
import { certificatesView, certificateView } from './certificates.view.ts';

type Loaded = Awaited<ReturnType<typeof load>>;

const path = '/applications/:id/certificates';
const shown = {
  template: certificatePage,
  load,
  page: ({ file, certificate }: Loaded, ctx: WebContext) => ({
    ...certificateView(file, certificate, todayOf(ctx), ctx.words),
    again: ctx.method === 'GET' && ctx.query.again !== undefined,
  }),
};
const shape = { number: line(60), until: day, link: optionalLink(300), document: optionalLine(40) };

/** Certificates of others that the organisation holds: said once, they fill in the answers that they are about. */
export function certificateRoutes(router: WebRouter): void {
  router.get(path, async (ctx) => {
    const file = await loadFile(ctx);
    ctx.render(certificatesPage, {
      ...certificatesView(file, todayOf(ctx), ctx.words),
      saved: ctx.query.saved !== undefined,
    });
  });
  formPage(router, `${path}/:certificate`, {
    ...shown,
    shape,
    check: (input, _, ctx) => {
      const { document: _joined, ...said } = input;
      return certificateFaults(anyFileOf(ctx) ? said : input, todayOf(ctx));
    },
    submit: async (input, { file, certificate }, ctx) => {
      const asker = askerOf(ctx);
      const applicationId = file.application.id;
      const upload = anyFileOf(ctx);
      const period = { from: null, until: input.until };
      const document = upload
        ? (await addEvidence(ctx.deps, asker, { applicationId, ...upload, ...period })).document
        : input.document;
      if (upload) {
        // It is in the library from now on: where anything else is refused, it stands chosen there.
        await dropUpload(ctx);
        delete ctx.state.upload;
        Object(ctx.request.body).document = document;
      }
      const evidence = sentence(certificate, input, ctx);
      const said = { ...input, applicationId, document, evidence, certificate: certificate.id };
      await holdCertificate(ctx.deps, asker, said);
      return `${applicationHref(ctx.words, applicationId, `certificates/${certificate.id}`)}?saved=1`;
    },
  });
  formAction(router, `${path}/:certificate/drop`, {
    ...shown,
    shape: {},
    submit: async (_, { file, certificate }, ctx) => {
      const applicationId = file.application.id;
      await dropCertificate(ctx.deps, askerOf(ctx), { applicationId, certificate: certificate.id });
      return `${applicationHref(ctx.words, applicationId, 'certificates')}?saved=1`;
    },
  });
}

/** How answers name it as evidence. */
function sentence(
  { name }: Certificate,
  { number, until }: { number: string; until: string },
  { words }: WebContext,
) {
  return words.t('certificates.evidence', { name, number, until: words.date(until) });
}

function todayOf({ deps }: WebContext) {
  return dayOf(deps.clock.now().toISOString());
}

async function load(ctx: WebContext) {
  const file = await loadFile(ctx);
  return { file, certificate: requireVisible(certificateOf(ctx.params.certificate ?? '')) };
}

import { script } from '../../components/passkey.ts';
import type { Frame } from '../../frame.ts';
import { attributes, type Html, html } from '../../html.ts';

/** Where pictures and PDFs open beside their criterion; shown by its script, which is fetched with it. */
export function viewer(frame: Frame): Html {
  const { t, asset } = frame;
  const says = attributes({
    'data-worker': asset('pdfWorker.js'),
    'data-loading': t('viewer.loading'),
    'data-failed': t('viewer.failed'),
    'data-unreached': t('viewer.unreached'),
    'data-found': t('viewer.found'),
    'data-missing': t('viewer.missing'),
    'data-of': t('viewer.of', { total: '%s' }),
  });
  return html`<section class="viewer" aria-labelledby="viewer-name" hidden data-viewer${says}>
  <div class="viewer__bar">
    <h2 class="viewer__name" id="viewer-name"></h2>
    <a class="viewer__save" href="" download>${t('viewer.save')}</a>
    <button class="button button--quiet button--small" type="button" data-do="close">${t('viewer.close')}</button>
  </div>
  <div class="viewer__bar">
    <span class="viewer__turn">
      ${tool('previous', '‹', t('viewer.previous'))}
      <label>${t('evidence.passage.page')} <input class="govuk-input viewer__page" type="number" min="1" inputmode="numeric"></label>
      <span class="viewer__of"></span>
      ${tool('next', '›', t('viewer.next'))}
    </span>
    ${tool('smaller', '−', t('viewer.smaller'))}
    ${tool('larger', '+', t('viewer.larger'))}
    <p class="viewer__said" role="status"></p>
  </div>
  <div class="viewer__sheet" tabindex="0" role="region" aria-labelledby="viewer-name"></div>
</section>
${script(frame, 'viewer.js')}`;
}

function tool(does: string, sign: string, name: string): Html {
  return html`<button class="button button--quiet button--small" type="button" data-do="${does}"><span aria-hidden="true">${sign}</span><span class="govuk-visually-hidden">${name}</span></button>`;
}

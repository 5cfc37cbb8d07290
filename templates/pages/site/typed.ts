import type { Guarded } from '../../../src/policies/recentSignIn.ts';
import type { HeldForm } from '../../../src/web/http/heldForm.ts';
import { button } from '../../components/button.ts';
import { heldFields, heldTexts } from '../../components/heldForm.ts';
import { csrfField } from '../../components/hidden.ts';
import type { Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { layout, titleOf } from '../../layout.ts';

interface TypedView extends Pick<HeldForm, 'fields' | 'texts'> {
  readonly path: string;
  /** What it does, where that needs a recent sign-in. */
  readonly action: Guarded | null;
  /** Whom it is about, for who may know them. */
  readonly about: string | null;
}

/** A form that was sent after its session expired, or without a required recent sign-in: to be sent once more, or thrown away. */
export function typedPage(frame: Frame, view: TypedView): Html {
  const { t, lang } = frame;
  const { action, about, path, texts } = view;
  const group = action ? 'anew' : 'typed';
  const title = action ? t(`pages.anew.actions.${action}`) : t('pages.typed.title');
  return layout(
    frame,
    { title: titleOf(frame, title) },
    html`<div class="narrow">
  <h1>${title}</h1>
  <p class="lead">${t(`pages.${group}.lead`)}</p>
  <form class="card late" method="post" action="${path}">
    ${csrfField(frame)}
    ${heldFields(view)}
    ${about && html`<p><strong>${t('pages.anew.about', { name: about })}</strong></p>`}
    <p>${t(`pages.${group}.all`)}</p>
    ${heldTexts(frame, texts)}
    ${button({ text: t(`pages.${group}.button`), size: 'large' })}
  </form>
  <form class="after" method="post" action="/${lang}/typed/discard">
    ${csrfField(frame)}
    <button class="link-button" type="submit">${t(`pages.${group}.discard`)}</button>
  </form>
</div>`,
  );
}

import type { Person } from '../../../src/commands/items/items.ts';
import type { Topic } from '../../../src/commands/items/letters.ts';
import type { Passkey } from '../../../src/commands/ports/accessPorts.ts';
import type { OwnSession } from '../../../src/web/http/webDeps.ts';
import { button } from '../../components/button.ts';
import { checkbox, select } from '../../components/choices.ts';
import { errorSummary } from '../../components/errorSummary.ts';
import { textField } from '../../components/fields.ts';
import { csrfField } from '../../components/hidden.ts';
import { passkey, passkeyLess, passkeyScript } from '../../components/passkey.ts';
import type { FormState, Frame } from '../../frame.ts';
import { type Html, html } from '../../html.ts';
import { layout, titleOf } from '../../layout.ts';
import { accountData } from '../privacy/account.ts';

export interface AccountView {
  readonly person: Person;
  readonly sessions: readonly OwnSession[];
  /** Id of the session that asks. */
  readonly here: string;
  readonly passkeys: readonly Passkey[];
  /** Whether this session may add and remove passkeys. */
  readonly mayChangePasskeys: boolean;
  /** That our letters do not arrive, and why; null where they do. */
  readonly returned: { readonly text: string; readonly what: string } | null;
  /** Topics of letters that people may leave. */
  readonly topics: readonly Topic[];
}

/** A person's own account, with a form for each thing they can change there. */
export function accountPage(frame: Frame, view: AccountView & FormState): Html {
  const { t, lang, weak } = frame;
  return layout(
    frame,
    { title: titleOf(frame, t('account.title'), view), head: passkeyScript(frame) },
    html`<div class="narrow account">
  ${errorSummary(frame, view.refusal.summary)}
  <p class="overline"><a href="/${lang}/my">${t('nav.mySpace')}</a></p>
  <h1>${t('account.title')}</h1>
  <p class="lead">${t('account.lead')}</p>
  ${view.saved && html`<p class="banner" role="status">${t('account.saved')}</p>`}
  ${
    weak &&
    html`<section class="well account__weak">
    <h2 class="well__title">${t('account.weakTitle')}</h2>
    <p>${t(view.passkeys.length > 0 ? 'account.weakHave' : 'account.weakFirst')}</p>
  </section>`
  }
  ${
    view.returned &&
    html`<section class="well account__weak">
    <h2 class="well__title">${t('mail.ownReturned.title')}</h2>
    <p>${view.returned.text}</p>
    <p>${view.returned.what}</p>
  </section>`
  }
  ${profile(frame, view)}
  ${passkeys(frame, view)}
  ${sessions(frame, view)}
  ${calendar(frame)}
  ${letters(frame, view)}
  ${accountData(frame)}
</div>`,
  );
}

function profile(frame: Frame, { person, values, refusal }: AccountView & FormState): Html {
  const { t, lang } = frame;
  const languages = frame.languages.map(({ code, name }) => ({ value: code, text: name }));
  const { faults } = refusal;
  return html`<section class="card question" aria-labelledby="profile">
  <h2 class="question__title" id="profile">${t('account.profile.title')}</h2>
  <p><span class="quiet">${t('account.profile.email')}</span><br>${person.email}</p>
  <form method="post" action="/${lang}/account" novalidate>
    ${csrfField(frame)}
    ${textField(frame, { name: 'name', label: t('account.profile.name'), hint: t('account.profile.nameHint'), value: values.name, error: faults.name, autocomplete: 'name' })}
    ${select(frame, { name: 'language', label: t('account.profile.language'), value: values.language, error: faults.language, items: languages })}
    ${button({ text: t('account.profile.button') })}
  </form>
</section>`;
}

function passkeys(frame: Frame, { passkeys: keys, mayChangePasskeys }: AccountView): Html {
  const { t, lang, date, time } = frame;
  return html`<section class="card question" aria-labelledby="passkeys">
  <h2 class="question__title" id="passkeys">${t('account.passkeys.title')}</h2>
  <p>${t('account.passkeys.lead')}</p>
  ${
    keys.length > 0
      ? html`<ul class="tasks tasks--inside">
    ${keys.map(({ id, createdAt, usedAt, ...key }) => {
      const device = key.device || t('account.unknownDevice');
      const used =
        usedAt === null ? t('account.passkeys.never') : t('account.passkeys.used', { time: time(usedAt) });
      return html`<li class="task">
      <span class="task__text">${device}<span class="task__line">${t('account.passkeys.made', { date: date(createdAt) })} · ${used}</span></span>
      ${mayChangePasskeys && endForm(frame, 'passkeys/remove', { id, text: t('account.passkeys.remove'), label: t('account.passkeys.removeNamed', { device }) })}
    </li>`;
    })}
  </ul>`
      : html`<p>${t('account.passkeys.none')}</p>`
  }
  ${
    mayChangePasskeys
      ? html`${passkey(frame, {
          purpose: 'register',
          answer: `/${lang}/account/passkeys`,
          text: t('account.passkeys.add'),
          failed: t('pages.passkeyOffer.failed'),
          kind: keys.length > 0 ? 'quiet' : undefined,
        })}
  ${passkeyLess(frame, t('pages.passkeyOffer.noScript'))}`
      : html`<p class="quiet">${t('account.passkeys.strong')}</p>`
  }
</section>`;
}

function sessions(frame: Frame, { sessions: open, here }: AccountView): Html {
  const { t, tOf, lang, time } = frame;
  return html`<section class="card question" aria-labelledby="sessions">
  <h2 class="question__title" id="sessions">${t('account.sessions.title')}</h2>
  <p>${t('account.sessions.lead')}</p>
  <ul class="tasks tasks--inside">
    ${open.map(({ id, createdAt, seenAt, ...session }) => {
      const device = session.device || t('account.unknownDevice');
      const how = tOf(`account.how.${session.how}`);
      const current = id === here;
      return html`<li class="task">
      <span class="task__text">${device}${current && html` <span class="pill">${t('account.sessions.current')}</span>`}<span class="task__line">${t('account.sessions.since', { time: time(createdAt), how })}<br>${t('account.sessions.seen', { time: time(seenAt) })}</span></span>
      ${!current && endForm(frame, 'sessions/end', { id, text: t('account.sessions.end'), label: t('account.sessions.endNamed', { device }) })}
    </li>`;
    })}
  </ul>
  <form method="post" action="/${lang}/account/sign-out-everywhere">
    ${csrfField(frame)}
    <p class="quiet">${t('account.sessions.everywhereText')}</p>
    ${button({ text: t('account.sessions.everywhere'), kind: 'quiet' })}
  </form>
</section>`;
}

interface Ending {
  readonly id: string;
  readonly text: string;
  /** The same with the name of what is ended, as read aloud. */
  readonly label: string;
}

/** The button that ends one thing of a list. */
function endForm(frame: Frame, path: 'passkeys/remove' | 'sessions/end', { id, text, label }: Ending): Html {
  return html`<form class="task__state" method="post" action="/${frame.lang}/account/${path}">
  ${csrfField(frame)}
  <input type="hidden" name="id" value="${id}">
  <button class="button button--quiet button--small" type="submit" aria-label="${label}">${text}</button>
</form>`;
}

function calendar({ t, lang }: Frame): Html {
  return html`<section class="card question" aria-labelledby="calendar">
  <h2 class="question__title" id="calendar">${t('calendarFeed.title')}</h2>
  <p>${t('calendarFeed.short')}</p>
  <p><a href="/${lang}/account/calendar">${t('calendarFeed.door')}</a></p>
</section>`;
}

function letters(frame: Frame, { person, topics }: AccountView): Html {
  const { t, lang } = frame;
  return html`<section class="card question" aria-labelledby="letters">
  <h2 class="question__title" id="letters">${t('account.letters.title')}</h2>
  <p>${t('account.letters.lead')}</p>
  <form method="post" action="/${lang}/account/letters">
    ${csrfField(frame)}
    <fieldset class="whole-form">
      <legend class="account__legend">${t('account.letters.stopped')}</legend>
      ${topics.map((topic) => checkbox(frame, { name: topic, label: t(`letters.topics.${topic}`), value: person.unsubscribed.includes(topic) }))}
    </fieldset>
    ${button({ text: t('account.letters.button'), kind: 'quiet' })}
  </form>
</section>`;
}

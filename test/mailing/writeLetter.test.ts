// Tier: all. Budget: 12 s.
import { expect } from 'chai';
import { parse } from 'node-html-parser';
import type { Recipient } from '../../src/commands/items/letters.ts';
import { languages } from '../../src/criteria/scheme.ts';
import { LabelError } from '../../src/errors.ts';
import { createI18n } from '../../src/i18n/i18n.ts';
import type { Letter, LetterKind } from '../../src/letters/letters.ts';
import { letterContent } from '../../src/mailing/letterContent.ts';
import { writeLetter } from '../../src/mailing/writeLetter.ts';
import { letterMark } from '../../src/profile/mark.ts';
import { pageColour } from '../../src/profile/palette.ts';
import { letterHtml } from '../../templates/mail/letter.ts';
import { escapeFaults, hostile, keepNone } from '../support/pages/hostile.ts';
import { markupFaults } from '../support/pages/markupFaults.ts';
import { everyLetter, letterKinds, sampleLetter, sampleParams } from '../support/samples/sampleLetters.ts';

const paper = {
  i18n: createI18n(),
  publicUrl: 'https://label.example',
  linkKey: Buffer.alloc(32, 7),
  contact: 'secretariat@specimen.example',
  specimen: false,
};
const outcomes = ['granted', 'grantedWithConditions', 'refused', 'ineligible'] as const;

/** What a letter loads or runs: anything with an address that is no link for a person to follow. */
function loadedBy(html: string): string[] {
  const page = parse(html, { comment: true });
  const elements = page.querySelectorAll(
    'img, link, script, iframe, object, embed, form, video, audio, base',
  );
  const addresses = page.querySelectorAll('[src], [srcset], [background], [poster]');
  const styles = /url\(|@import|@font-face/i.exec(html) ?? [];
  return [...elements, ...addresses].map(String).concat(styles);
}

describe('mailing/writeLetter', () => {
  for (const language of languages) {
    it(`writes every kind in ${language}, as text and as self-contained HTML`, () => {
      for (const letter of everyLetter({ language })) {
        const { kind, subject, text, html, headers, to } = writeLetter(letter, paper);
        expect([kind, to]).to.deep.equal([letter.kind, 'reader@specimen.example']);
        expect(subject, kind).to.match(/\S/);
        expect(headers['Content-Language']).to.match(new RegExp(`^${language}-`));
        expect(loadedBy(html), kind).to.deep.equal([]);
        expect(markupFaults(html), kind).to.deep.equal([]);
        const page = parse(html);
        expect(page.querySelector('html')?.getAttribute('lang')).to.equal(language);
        expect(page.querySelector('body > [lang]')?.getAttribute('lang')).to.equal(language);
        expect(page.querySelectorAll('h1')).to.have.length(1);
        const links = page.querySelectorAll('a').map((a) => a.getAttribute('href'));
        // One that works without signing in has a proof behind it.
        expect(
          links.some((href) => href?.startsWith(letter.params.link)),
          kind,
        ).to.equal(true);
        expect(text, kind).to.include(letter.params.link);
        expect(links, kind).to.include(`mailto:${paper.contact}`);
        expect(text, kind).to.include(paper.contact);
        for (const words of [subject, text, page.textContent]) {
          expect(words, kind).to.not.match(/letters\.|\bundefined\b|\bnull\b|\{\w+\}|&\w+;/);
        }
      }
    });
  }

  it('includes each of its facts in text and HTML', () => {
    const facts: Partial<Record<LetterKind, readonly string[]>> = {
      signInCode: ['048213', '10 minutes', 'label.example'],
      testEmail: ['label.example'],
      organisationInvitation: ['Boulangerie Spécimen', 'Spécimen Responsable', 'Rédaction'],
      ownershipReceived: ['Boulangerie Spécimen'],
      reviewInvitation: ['Boulangerie Spécimen', '1er décembre 2026'],
      moderationInvitation: ['Boulangerie Spécimen', '1er décembre 2026'],
      applicationSubmitted: ['A-2026-000123', sampleParams.applicationSubmitted.digest],
      decisionAnnounced: ['A-2026-000123', '24 décembre 2026'],
      labelIssued: ['MIE-26-00042-D'],
      applicationWithdrawn: ['A-2026-000123', 'Boulangerie Spécimen'],
    };
    for (const [kind, said] of Object.entries(facts)) {
      const { text, html } = writeLetter(sampleLetter(kind as LetterKind), paper);
      for (const fact of said) {
        expect(text, kind).to.include(fact);
        expect(parse(html).textContent, kind).to.include(fact);
      }
    }
  });

  it('states the outcome inside and not in the subject, and the appeal deadline after a refusal or conditions', () => {
    const letters = outcomes.map((outcome) =>
      writeLetter(sampleLetter('decisionAnnounced', {}, { outcome }), paper),
    );
    expect(new Set(letters.map(({ subject }) => subject)).size).to.equal(1);
    expect(new Set(letters.map(({ text }) => text)).size).to.equal(4);
    expect(letters.map(({ text }) => /recours[^.]*/.test(text))).to.deep.equal([false, true, true, true]);
    for (const { text } of letters) expect(text).to.include('24 décembre 2026');
  });

  it('has a one-click unsubscribe link exactly on optional letters, the same for people and programs', () => {
    const withWayOut = letterKinds.filter((kind) => {
      const { headers, text, html } = writeLetter(sampleLetter(kind), paper);
      const link = /^<(https:\/\/label\.example\/fr\/unsubscribe\?[^>\s]+)>$/.exec(
        headers['List-Unsubscribe'] ?? '',
      )?.[1];
      expect(headers['List-Unsubscribe-Post'], kind).to.equal(
        link === undefined ? undefined : 'List-Unsubscribe=One-Click',
      );
      const links = parse(html)
        .querySelectorAll('a')
        .map((a) => a.getAttribute('href') ?? '');
      expect(text.includes('/unsubscribe?'), kind).to.equal(link !== undefined);
      expect(
        links.filter((href) => href.includes('/unsubscribe?')),
        kind,
      ).to.deep.equal(link === undefined ? [] : [link]);
      return link !== undefined;
    });
    expect(withWayOut).to.have.members([
      'labelIssued',
      'sponsorshipGiven',
      'sponsorshipDeclined',
      'informationAnswered',
      'applicantMessage',
      'handedOver',
      'standInNamed',
      'applicationWithdrawn',
      'workDigest',
      'surveillanceWaits',
      'needExpired',
      'needsDigest',
      'newcomerThanks',
      'outcomeAsked',
    ]);
  });

  it('shows typed text as text, never as markup', () => {
    const organisation = `Pain & <img src=x onerror=alert(1)> "d’ici" {name}`;
    for (const kind of ['applicationSubmitted', 'labelIssued', 'ownershipReceived'] as const) {
      const { text, html } = writeLetter(
        sampleLetter(kind, { name: '<b>Spécimen</b>' }, { organisation }),
        paper,
      );
      expect(text).to.include(organisation).and.to.include('<b>Spécimen</b>');
      expect(loadedBy(html)).to.deep.equal([]);
      expect(parse(html).querySelectorAll('b')).to.deep.equal([]);
      expect(html).to.include('Pain &amp; &lt;img');
    }
  });

  it('draws the mark of the label as its folder says, without a picture', () => {
    const { html } = writeLetter(sampleLetter('labelIssued'), paper);
    expect(html).to.include('border-radius:50% 50% 50% 4px;transform:rotate(-45deg)');
    const dots = [...html.matchAll(/border-radius:4px;background:(#\w+)/g)].map(([, colour]) => colour);
    expect(dots).to.deep.equal(['paper', 'coral-light', 'sun'].map((name) => pageColour(name)));
  });

  it('escapes every text of a letter', () => {
    const { t, language } = paper.i18n.fr;
    const site = { href: paper.publicUrl, text: 'label.example' };
    const around = {
      t,
      language,
      reviewed: false,
      specimen: true,
      greeting: '',
      unsubscribe: '',
      site,
      contact: '',
    };
    for (const letter of everyLetter()) {
      const view = hostile({ ...letterContent(letter, paper.i18n.fr), ...around }, keepNone);
      const html = String(letterHtml(view, pageColour, letterMark));
      expect([...escapeFaults(html), ...markupFaults(html)], letter.kind).to.deep.equal([]);
      expect(html.match(/hostile-x/g), letter.kind).to.have.lengthOf.at.least(10);
    }
  });

  it('refuses what could forge a header, a recipient or a line', () => {
    const refused = (letter: Letter): string[] => {
      try {
        writeLetter(letter, paper);
        return [];
      } catch (error) {
        if (!(error instanceof LabelError)) throw error;
        return error.faults.map(({ field, code }) => `${field}:${code}`);
      }
    };
    const line = 'Pain\r\nBcc: everyone@specimen.example';
    for (const forged of [line, 'Pain\nX: y', 'Pain\rX', 'Pain\0', 'Pain\u2028X', 'Pain\u202eX']) {
      expect(
        refused(sampleLetter('labelIssued', {}, { organisation: forged })),
        JSON.stringify(forged),
      ).to.deep.equal(['organisation:badCharacters']);
      expect(refused(sampleLetter('labelIssued', { name: forged }))).to.deep.equal(['name:badCharacters']);
    }
    for (const email of [
      'a@b.ch\r\nBcc: c@d.ch',
      'a@b.ch, c@d.ch',
      'a@b.ch;c@d.ch',
      '<a@b.ch>',
      'A <a@b.ch>',
      'a b@c.ch',
      'a@b@c.ch',
      'group:a@b.ch',
      '',
    ]) {
      expect(refused(sampleLetter('signInCode', { email })), email).to.deep.equal(['email:badEmail']);
    }
  });

  it('greets people without a name, and says when it is a specimen', () => {
    const nameless = writeLetter(sampleLetter('signInCode', { name: '' }), paper);
    expect(nameless.text.startsWith('Bonjour,\n')).to.equal(true);
    const specimen = writeLetter(sampleLetter('signInCode'), { ...paper, specimen: true });
    for (const words of [specimen.text, specimen.html]) expect(words).to.include('labels sans valeur');
    expect(nameless.text).to.not.include('labels sans valeur');
  });

  it('says that a translation is unreviewed', () => {
    const inLanguage = (language: Recipient['language']) =>
      writeLetter(sampleLetter('labelIssued', { language }), paper);
    expect(inLanguage('de').text).to.include(paper.i18n.de.t('site.unreviewed'));
    expect(inLanguage('fr').text).to.not.include(paper.i18n.fr.t('site.unreviewed'));
  });
});

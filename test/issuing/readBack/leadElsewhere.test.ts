import { expect } from 'chai';
import { leadElsewhere } from '../../../src/issuing/readBack/leadElsewhere.ts';
import { labelNumber } from './issued.ts';

const host = 'label.example';
const page = `https://${host}/labels/${labelNumber}`;
const encoded = encodeURIComponent;
const offer = (issuer: string) => JSON.stringify({ credential_issuer: issuer, grants: {} });

/** Texts of codes, and where each leads; null for what is ours or leads nowhere. */
const codes: Readonly<Record<string, readonly [text: string, leadsTo: string | null]>> = {
  'our page': [page, null],
  'our page without a scheme': [`${host}/labels/${labelNumber}`, null],
  'a number alone': [labelNumber, null],
  'a number behind a word': [`Label:${labelNumber}`, null],
  'a number above our page': [`${labelNumber}\n${host}/labels/${labelNumber}`, null],
  'a sentence': ['Ouvert: lundi à samedi, 7 h à 12 h', null],
  'an offer of ours to a wallet': [
    `openid-credential-offer://?credential_offer_uri=${encoded(`https://${host}/wallet/offers/1`)}`,
    null,
  ],
  'a request of ours to a wallet': [
    `openid4vp://?client_id=x509_san_dns%3A${host}&request_uri=${encoded(`https://${host}/wallet/requests/1`)}`,
    null,
  ],
  'another site': ['https://faux.example/labels', 'faux.example'],
  'another site after a new line': [`${labelNumber}\nhttps://faux.example`, 'faux.example'],
  'another site without a scheme after a new line': [`${labelNumber}\r\nfaux.example/menu`, 'faux.example'],
  'our page, and another site in the next line': [`${page}\nwww.faux.example`, 'www.faux.example'],
  'a host broken into two lines': [`https://${host}\n.faux.example/`, `${host}.faux.example`],
  'wide letters': ['ｈｔｔｐｓ：／／ｆａｕｘ．ｅｘａｍｐｌｅ', 'faux.example'],
  'letters with zeros between them': [[...'https://faux.example'].join('\0'), 'faux.example'],
  'our host as a user, behind a backslash': [`https://${host}\\@faux.example/`, 'faux.example'],
  'another site as a user, before a backslash': [`https://faux.example\\@${host}/`, 'faux.example'],
  'our page with backslashes': [`https:\\\\${host}\\labels\\${labelNumber}`, null],
  'a host with an encoded slash in it': [`https://${host}%2f.faux.example/labels`, `${host}%2f.faux.example`],
  'our host with an end that other names have': [`https://${host}./labels/${labelNumber}`, `${host}.`],
  'an offer of another issuer by reference': [
    `openid-credential-offer://?credential_offer_uri=${encoded('https://faux.example/offer')}`,
    'faux.example',
  ],
  'an offer of another issuer by value': [
    `openid-credential-offer://?credential_offer=${encoded(offer('https://faux.example'))}`,
    'faux.example',
  ],
  'an offer wrapped twice': [
    `openid-credential-offer:?credential_offer_uri=${encoded(encoded('https://faux.example'))}`,
    'faux.example',
  ],
  'an offer that names nobody': ['openid-credential-offer://?x=1', 'openid-credential-offer://'],
  'a request of somebody else': [
    `openid4vp://?client_id=x&request_uri=${encoded('https://faux.example/r')}`,
    'faux.example',
  ],
  'a message with an address': ['SMSTO:+41790000000:Voir https://faux.example', 'faux.example'],
  'a message with our address': [
    `SMSTO:+41790000000:${page}`,
    'SMSTO:+41790000000:https://label.example/labels/MIE-26-00042-D',
  ],
  'a message': ['sms:+41790000000?body=OUI', 'sms:+41790000000'],
  'a call after an empty line': ['\n \r\ntel:+41900000000', 'tel:+41900000000'],
  'a call': ['tel:+41900000000', 'tel:+41900000000'],
  'a mail': ['mailto:a@faux.example?subject=x', 'mailto:a@faux.example'],
  'a Swiss bill': ['SPC\n0200\n1\nCH4431999123000889012\nS\nFaux SA', 'SPC'],
  'a Swiss bill with an address in it': ['SPC\n0200\n1\nCH44\nhttps://faux.example', 'faux.example'],
  'a European payment': ['BCD\n002\n1\nSCT\n\nFaux\nDE00', 'BCD'],
  'a Swiss bill after an empty line': ['\r\nSPC\r\n0200\r\n1', 'SPC'],
  'a Czech payment': ['SPD*1.0*ACC:CZ5855000000001265098001*AM:9', 'SPD*'],
  'a Hungarian payment': ['HCT\n001\nOTPVHUHB', 'HCT'],
  'a Slovenian bill': ['UPNQR\n\n\n\n', 'UPNQR'],
  'a Russian payment': ['ST00012|Name=Faux|PersonalAcc=40702', 'ST00012|'],
  'an invoice of coins': ['LNBC20M1PVJLUEZPP5QQQSYQCYQ5RQWZQF', 'LNBC20M1PVJLUEZPP5QQQSYQCYQ5RQWZQF'],
  'a payment at a till': ['00020101021226580014', '00020101'],
  'a payment of coins': [
    'bitcoin:bc1qxy2kgdygjrsqtzq2n0yrf2493p83kkfjhx0wlh?amount=1',
    'bitcoin:bc1qxy2kgdygjrsqtzq2n0yrf2493p83kkfjhx0wlh',
  ],
  'a wireless network': ['WIFI:S:Label;T:WPA;P:x;;', 'WIFI:S:Label'],
  'a card of a person': ['BEGIN:VCARD\nVERSION:3.0\nFN:Faux\nEND:VCARD', 'BEGIN:VCARD'],
  'a card with an address': ['BEGIN:VCARD\nURL:https://faux.example\nEND:VCARD', 'faux.example'],
};

describe('issuing/readBack/leadElsewhere', () => {
  for (const [name, [text, leadsTo]] of Object.entries(codes))
    it(`says where a code leads: ${name}`, () => {
      expect(leadElsewhere([text], host)).to.equal(leadsTo);
      expect(leadElsewhere([page, text], host), 'beside one of ours').to.equal(leadsTo);
    });
});

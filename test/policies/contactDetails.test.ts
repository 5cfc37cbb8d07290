import { expect } from 'chai';
import { hasContactDetails } from '../../src/policies/contactDetails.ts';

describe('a text that leads away from the service', () => {
  for (const text of [
    'Écrivez à moi@specimen.example',
    'https://specimen.example/offre',
    'voir www.specimen',
    'notre site specimen.ch a tout',
    'SPECIMEN.COM',
    'appelez le 022 345 67 89',
    '+41 22 345 67 89',
    '0041/22.345.67.89',
    'رقم الهاتف ٠٢٢٣٤٥٦٧٨٩',
    '電話 ０２２ ３４５ ６７ ８９',
    'फ़ोन ०२२ ३४५ ६७ ८९',
    'telegram://specimen',
  ]) {
    it(`is found in ${text}`, () => expect(hasContactDetails(text)).to.equal(true));
  }

  for (const text of [
    'Livrer 200 paniers par semaine à vélo, Carouge',
    '1 100 000.00 francs, 20 000 repas par an',
    'du 01.02.2027 au 15.03.2027',
    'Chaque lundi à 07:30, dès 08.30',
    'Une équipe de 3 à 5 personnes. Chez nous.',
    '每周送两百个篮子',
    'नमस्ते, दो सौ टोकरियाँ',
    'סלים בכל שבוע',
    '<b>200</b> paniers',
    '',
  ]) {
    it(`is not found in ${text || 'nothing'}`, () => expect(hasContactDetails(text)).to.equal(false));
  }
});

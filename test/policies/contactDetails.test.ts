import { expect } from 'chai';
import { hasContactDetails } from '../../src/policies/contactDetails.ts';

/** "Call us" with a number, "write to us" with an address, or "see" with a site, as forty languages write it. */
const leading: Readonly<Record<string, string>> = {
  Albanian: 'Na telefononi: 069 123 45 67',
  Amharic: 'ይደውሉልን፦ +251 91 123 4567',
  Arabic: 'اتصل بنا ٠٢٢٣٤٥٦٧٨٩',
  Armenian: 'Զանգահարեք՝ +374 10 12 34 56',
  Basque: 'Idatzi: kaixo@specimen.example',
  Bengali: 'ফোন করুন ০১৭১২৩৪৫৬৭৮',
  Bulgarian: 'Обадете се: 0888 123 456',
  Burmese: 'ဖုန်းဆက်ပါ ၀၉၁၂၃၄၅၆၇၈၉',
  Catalan: 'Mireu www.specimen.example',
  Chinese: '请致电０２２３４５６７８９',
  Croatian: 'Pišite na specimen@specimen.example',
  Czech: 'Zavolejte +420 123 456 789',
  Danish: 'Ring til +45 12 34 56 78',
  Dutch: 'Bel 020-123 45 67 of kijk op specimen.nl',
  English: 'Call 022 345 67 89',
  Estonian: 'Helistage +372 512 3456 või specimen.ee',
  Finnish: 'Soita 09 1234 5678',
  French: 'Appelez le 022.345.67.89',
  Georgian: 'დარეკეთ +995 32 212 34 56',
  German: 'Rufen Sie 022/345 67 89 an',
  Greek: 'Καλέστε 0030 210 123 4567',
  Hebrew: 'התקשרו 02-234-56-78',
  Hindi: 'फ़ोन ०२२ ३४५ ६७ ८९',
  Hungarian: 'Hívjon: 06 30 123 4567',
  Icelandic: 'Skoðið https://specimen.example',
  Indonesian: 'Telepon 0812-3456-7890',
  Italian: 'Chiamate lo 022 345 67 89',
  Japanese: '電話０２２（３４５）６７８９',
  Khmer: 'ទូរស័ព្ទ ០១២ ៣៤៥ ៦៧៨',
  Korean: '전화 02-2345-6789',
  Persian: 'تماس ۰۲۱۲۳۴۵۶۷۸۹',
  Polish: 'Piszcie: spécimen@specimen.example',
  Portuguese: 'Ligue para +351 21 123 45 67',
  Romanian: 'Sunați la 0721 123 456',
  Romansh: 'Telefonai 081 234 56 78',
  Russian: 'Смотрите на пример.рф/предложение',
  Spanish: 'Llame al +34 612 345 678',
  Tamil: 'அழைக்க ௦௨௨௩௪௫௬௭௮௯',
  Thai: 'โทร ๐๒๒๓๔๕๖๗๘๙',
  Tigrinya: 'ደውሉ 079 123 45 67',
  Turkish: 'Bizi arayın: 0 212 123 45 67',
  Ukrainian: 'Телефонуйте 067 123 45 67',
  Urdu: 'فون ۰۳۰۰۱۲۳۴۵۶۷',
  Vietnamese: 'Gọi 024 3456 7890',
};

describe('a text that leads away from the service', () => {
  for (const [language, text] of Object.entries(leading))
    it(`is found in ${language}`, () => expect(hasContactDetails(text), text).to.equal(true));

  for (const text of [
    'Écrivez à moi@specimen.example',
    'https://specimen.example/offre',
    'voir www.specimen',
    'notre site specimen.ch a tout',
    'SPECIMEN.COM',
    '0041/22.345.67.89',
    'telegram://specimen',
    'specimen。ch',
    'moi＠specimen',
    '0 2 2 3 4 5 6 7 8 9',
    '022\u200b345\u200b67\u200b89',
    'spec\u00adimen.ch',
    'specimen[.]ch',
    'specimen (dot) ch',
    'moi ( AT ) specimen',
    'moi arobase specimen point ch',
  ]) {
    it(`is found in ${text}`, () => expect(hasContactDetails(text)).to.equal(true));
  }

  for (const text of [
    'Livrer 200 paniers par semaine à vélo, Carouge',
    '1 100 000.00 francs, 20 000 repas par an',
    'du 01.02.2027 au 15.03.2027',
    'Chaque lundi à 07:30, dès 08.30',
    'Une équipe de 3 à 5 personnes. Chez nous.',
    'Nous payons. Écrivez ici.',
    'Environ 0.5 kg par jour, 12.5 % de perte',
    'Norme SN 640 201, lot 3.2',
    '每周送两百个篮子',
    'नमस्ते, दो सौ टोकरियाँ',
    'סלים בכל שבוע',
    'Доставка 200 корзин в неделю, с 7:30',
    '<b>200</b> paniers',
    'Le point (3) du devis',
    '',
  ]) {
    it(`is not found in ${text || 'nothing'}`, () => expect(hasContactDetails(text)).to.equal(false));
  }
});

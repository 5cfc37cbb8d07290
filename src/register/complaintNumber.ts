import { checkCharacter } from './number.ts';

/** The number of a complaint: prefix, year, running number of that year, check character, as labels have it. */
export function complaintNumber(year: number, running: number): string {
  const [short, count] = [String(year % 100).padStart(2, '0'), String(running).padStart(5, '0')];
  return `C-${short}-${count}-${checkCharacter(`C${short}${count}`)}`;
}

/** Whether a text is such a number, with the right check character. */
export function isComplaintNumber(text: string): boolean {
  const [, year = '', count = '', check] = /^C-(\d{2})-(\d{5,9})-([0-9A-Z])$/.exec(text) ?? [];
  return check !== undefined && check === checkCharacter(`C${year}${count}`);
}

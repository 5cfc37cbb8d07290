/** What is of Made in ESS alone: its name and numbers, its region, its law and money, its languages, its colours. */
export const ofGeneva =
  /Made[ -]in[ -]ESS|\bMIE-|Gen[èe]v|Genf\b|Ginevr|Nyon|Suisse|Schweiz|Svizzer|Swiss|Switzerland|\bCHE-|SIREN|SIRET|[Ll][ée]man\b|\bCHF\b|\bFranken\b|\bfranchi\b|[Kk]anton|cantone|Europe\/Zurich|(?:fr|de|it)-CH|hreflang="(?:fr|en)"|APRÈS|#0b4f54|#f2b134|#f07f5a|#fbf8f2|Solidarwirtschaft|sociale e solidale|#8b9494|#dfe3e1|#2f4a4a/g;

/** What is of Zusieme alone. */
export const ofTyrol =
  /Zusieme|\bZUS-|Bozen|Bolzano|S[üu]dtirol|South Tyrol|Alto Adige|codice fiscale|Steuernummer|(?:de|it)[-_]IT|Europe\/Rome|#312e7a|#3d417e|#b7dd78|#f08bb0|specimen-south-tyrol/g;

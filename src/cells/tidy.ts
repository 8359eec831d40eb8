/**
 * Text as it was meant, without what copying and typesetting leave in it: no-break and zero-width spaces, direction
 * marks, full-width digits, curly quotation marks and the many dashes. Superscripts stay, for they are footnotes.
 */
export function tidy(text: string): string {
  return spacesKept(text).replace(/\s+/gu, ' ').trim();
}

/** The same, but no-break spaces are told apart (they group digits, while an ordinary space parts two numbers). */
export function spacesKept(text: string): string {
  return text
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\u00ad]/gu, '')
    .replace(/[\uff01-\uff5e]/gu, (wide) => String.fromCodePoint((wide.codePointAt(0) ?? 0) - 0xfee0))
    .replace(/[\u2010-\u2015\u2212\ufe58\ufe63]/gu, '-')
    .replace(/[\u2018\u2019\u201b\u2032]/gu, "'")
    .replace(/[\u201c\u201d\u201f\u2033]/gu, '"');
}

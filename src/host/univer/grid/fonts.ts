/**
 * Fonts of sheets. Calibri and its heirs are on few machines without Excel, and what stands in for them runs a tenth wider:
 * text that fits its cell in Excel would be cut here.
 */

/** Arial, or what is like it, as narrow as Calibri: a digit of Calibri is 0.507 em wide, one of Arial 0.556. */
const NARROWED = 'Narrowed sans';
const FACES = `
  @font-face { font-family: "${NARROWED}"; src: local("Arial"), local("Liberation Sans"), local("Helvetica"); size-adjust: 91%; }
  @font-face { font-family: "${NARROWED}"; src: local("Arial Bold"), local("Liberation Sans Bold"), local("Helvetica Bold"); font-weight: bold; size-adjust: 91%; }
`;

const SERIF = /times|cambria|georgia|garamond|roman|bookman|palatino/i;

/** The font of a cell, and what takes its place where it is not on the machine. */
export const fontsFor = (name: string | undefined): string =>
  (SERIF.test(name ?? '')
    ? `"${name}", "Liberation Serif", serif`
    : `"${name ?? 'Calibri'}", Carlito, "${NARROWED}", "Segoe UI", sans-serif`);

/** To be awaited before the first text is drawn and measured; where there is none of these fonts, the last resort of the list stays. */
export async function loadFonts(page: Document): Promise<void> {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(FACES);
  page.adoptedStyleSheets.push(sheet);
  await Promise.allSettled(['', 'bold '].map((weight) => page.fonts.load(`${weight}11px "${NARROWED}"`)));
}

/** Light or dark, as Office says; where it does not say, as the system says. */

interface OfficeColours {
  readonly isDarkTheme?: boolean;
  readonly bodyBackgroundColor?: string;
}

/** Office tells no change of its theme, so it is asked again whenever the pane is looked at. */
export class Appearance {
  #dark: boolean;
  readonly #listeners = new Set<() => void>();
  readonly #system: MediaQueryList;

  constructor(page: Window, private readonly coloursOfOffice: () => OfficeColours | undefined) {
    this.#system = page.matchMedia('(prefers-color-scheme: dark)');
    this.#dark = this.#find();
    this.#system.addEventListener('change', this.lookAgain);
    page.addEventListener('focus', this.lookAgain);
    page.document.addEventListener('visibilitychange', this.lookAgain);
  }

  readonly isDark = (): boolean => this.#dark;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly lookAgain = (): void => {
    const dark = this.#find();
    if (dark === this.#dark) return;
    this.#dark = dark;
    for (const listener of this.#listeners) listener();
  };

  #find(): boolean {
    const colours = this.coloursOfOffice();
    return colours?.isDarkTheme ?? isDarkColour(colours?.bodyBackgroundColor) ?? this.#system.matches;
  }
}

/** Whether a colour #RRGGBB is nearer to black, by how bright the eye finds it; undefined for anything else. */
const isDarkColour = (colour: string | undefined): boolean | undefined => {
  const [, red, green, blue] = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})/i.exec(colour ?? '') ?? [];
  if (red === undefined || green === undefined || blue === undefined) return undefined;
  return 299 * parseInt(red, 16) + 587 * parseInt(green, 16) + 114 * parseInt(blue, 16) < 128_000;
};

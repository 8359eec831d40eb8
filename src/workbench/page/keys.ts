/** The keys of the page as a whole: Ctrl+S saves, and F6 goes round the bar, the sheet and the pane, as in Excel. */

export interface KeyTargets {
  readonly save: () => void;
  /** Puts the keyboard into the cells. */
  readonly focusSheet: () => void;
}

/** In the order of F6. */
const REGIONS = ['.bar', '.sheet', '.pane'] as const;
type Region = (typeof REGIONS)[number];

export function listenForKeys(page: Document, targets: KeyTargets): void {
  // Before the grid, for which Tab and the letters are its own.
  page.addEventListener('keydown', (event) => {
    if (event.key === 'F6') goRound(page, targets, event.shiftKey);
    else if (event.key.toLowerCase() === 's' && (event.ctrlKey || event.metaKey)) targets.save();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }, { capture: true });
}

/** From where the keyboard is to the next place that is shown. */
export function goRound(page: Document, targets: KeyTargets, back: boolean): void {
  const shown = REGIONS.filter((region) => page.querySelector(`${region}:not([hidden])`) !== null);
  const here = shown.findIndex((region) => page.querySelector(region)!.contains(page.activeElement));
  // The grid keeps the keyboard in a field of its own, outside of everything.
  const from = here < 0 ? shown.indexOf('.sheet') : here;
  focus(page, shown[(from + (back ? shown.length - 1 : 1)) % shown.length]!, targets);
}

function focus(page: Document, region: Region, { focusSheet }: KeyTargets): void {
  if (region === '.sheet') {
    if (page.activeElement instanceof HTMLElement) page.activeElement.blur();
    focusSheet();
    return;
  }
  page.querySelector<HTMLElement>(region === '.pane' ? '.pane iframe' : '.bar button')?.focus();
}

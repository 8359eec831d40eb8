/** Names for those controls of Univer's screen that have none: who hears the page cannot see what they look like. */

interface Label {
  readonly selector: string;
  readonly attributes: Readonly<Record<string, string>>;
}

const LABELS: readonly Label[] = [
  { selector: '[data-u-comp="defined-name"] input', attributes: { 'aria-label': 'Name box: the selected cell' } },
  { selector: '[data-u-comp="formula-bar"] button', attributes: { 'aria-label': 'Stop calculating' } },
  { selector: 'button[data-u-comp="sheet-bar-append-button"]', attributes: { 'aria-label': 'Add a sheet' } },
  // Empty places at the sides of the grid, which are no landmarks.
  { selector: 'aside[data-u-comp]', attributes: { role: 'none' } },
  // The order of the keyboard is that of the page; the canvases of the editors are reached through the cells.
  { selector: 'canvas[id^="univer-sheet-main-canvas"]', attributes: { tabindex: '0', role: 'application', 'aria-label': 'Cells of the sheet' } },
  { selector: 'canvas[id="univer-doc-main-canvas"]', attributes: { tabindex: '-1' } },
  { selector: 'section[aria-label^="Notifications alt"]:first-of-type', attributes: { 'aria-label': 'Notifications of the grid' } },
];

/** Keeps the names up while Univer draws; gives the way to end it. Menus and messages of the grid stand outside of its place. */
export function labelControls(page: Document): () => void {
  const label = (): void => {
    for (const { selector, attributes } of LABELS) {
      for (const element of page.querySelectorAll(selector)) {
        for (const [name, value] of Object.entries(attributes)) if (element.getAttribute(name) !== value) element.setAttribute(name, value);
      }
    }
  };
  const observer = new MutationObserver(label);
  observer.observe(page.body, { childList: true, subtree: true, attributes: true, attributeFilter: ['tabindex', 'aria-label'] });
  label();
  return () => observer.disconnect();
}

/**
 * Opens the pane when Excel answers, and says in a sentence what is the matter when it does not. It must never throw: the
 * page is also the runtime of the functions.
 */

const unreachable =
  'Excel\'s own script (Office.js) could not be loaded from appsforoffice.microsoft.com, so the functions and this pane cannot work. ' +
  'Check the internet connection or the proxy, then close this pane and open it again. Nothing in the workbook is changed or lost.';

const silent =
  'Excel has not answered yet, so there is nothing to work with. If this stays, close this pane and open it again, or restart Excel. ' +
  'Nothing in the workbook is changed or lost.';

const elsewhere =
  'This page runs inside Excel. In Excel choose Form 8606 on the Home tab, or type =BASIS. in a cell.';

const incomplete = (error: unknown): string =>
  `The pane's own files could not be loaded (${error instanceof Error ? error.message : String(error)}). Close this pane and open it again. ` +
  'The functions in the cells go on working.';

/** How long Excel may take before the pane says that it is waiting. */
export const PATIENCE_MS = 5000;

export interface Surroundings {
  /** Undefined where Excel's script could not be loaded. */
  readonly office: typeof Office | undefined;
  readonly root: HTMLElement;
  /** Fetches the pane and shows it in the root. */
  readonly show: (office: typeof Office) => Promise<void>;
}

export const start = async ({ office, root, show }: Surroundings): Promise<void> => {
  const say = (sentence: string): void => {
    const main = root.ownerDocument.createElement('main');
    const title = root.ownerDocument.createElement('h1');
    const told = root.ownerDocument.createElement('p');
    title.textContent = 'IRA Basis';
    told.setAttribute('role', 'alert');
    told.textContent = sentence;
    main.append(title, told);
    root.replaceChildren(main);
  };
  if (!office) {
    say(unreachable);
    return;
  }
  const waiting = setTimeout(() => say(silent), PATIENCE_MS);
  const { host } = await office.onReady();
  clearTimeout(waiting);
  if (host !== office.HostType.Excel) {
    say(elsewhere);
    return;
  }
  try {
    root.replaceChildren();
    await show(office);
  } catch (error) {
    say(incomplete(error));
  }
};

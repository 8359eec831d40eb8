import { createRoot } from 'react-dom/client';
import { Appearance } from './appearance';
import { Pane } from './Pane';
import { Session, type AddIn } from './session';

/** Shows the pane. Loaded only when Excel is there, so that formulas never wait for it. */
export const show = (root: HTMLElement, addIn: AddIn, office: typeof Office): void => {
  const session = new Session(addIn, localDate, namespaceIn(window.location.search));
  const appearance = new Appearance(window, () => office.context.officeTheme);
  createRoot(root).render(<Pane session={session} appearance={appearance} />);
  void session.open();
  // A pane that is closed keeps running with the functions: it must not go on following the selection.
  const { addin } = office as { readonly addin?: typeof office.addin };
  if (addin && office.context.requirements.isSetSupported('SharedRuntime', '1.1')) {
    void addin.onVisibilityModeChanged(({ visibilityMode }) => {
      if (visibilityMode === 'Hidden') void session.disarm();
      else appearance.lookAgain();
    });
  }
};

/** The functions' namespace: an edition that has another than the add-in's own says so in the address of its page. */
export const namespaceIn = (search: string): string => new URLSearchParams(search).get('namespace') ?? 'BASIS';

/** Today where the user sits, as 2026-01-31. */
const localDate = (): string => {
  const now = new Date();
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
};

import { start } from './start';

/**
 * The pane's first script, loaded last in the page's head. It stays small, because the page is also where the functions
 * run: React and Fluent come only when Excel has answered.
 */
const open = (): void => {
  const root = document.getElementById('pane');
  if (!root) return;
  void start({
    root,
    office: typeof Office === 'undefined' ? undefined : Office,
    show: async (office) => {
      const { show } = await import('./show');
      show(root, globalThis.IraBasis, office);
    },
  });
};

if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', open, { once: true });
else open();

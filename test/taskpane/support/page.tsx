import axe from 'axe-core';
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { Appearance } from '../../../src/taskpane/appearance';
import { Pane } from '../../../src/taskpane/Pane';
import { Session } from '../../../src/taskpane/session';
import { FakeAddIn, settled } from './fakeAddIn';

/** The system's light or dark, which jsdom does not have. */
export const aSystem = (dark: boolean): { turn(dark: boolean): void; readonly listeners: Set<() => void> } => {
  const listeners = new Set<() => void>();
  const query = {
    matches: dark,
    addEventListener: (_: string, listener: () => void) => listeners.add(listener),
    removeEventListener: (_: string, listener: () => void) => listeners.delete(listener),
  };
  Object.assign(window, { matchMedia: () => query });
  return {
    listeners,
    turn: (now) => {
      query.matches = now;
      for (const listener of listeners) listener();
    },
  };
};

/** What was brought into sight, in order. jsdom has no edge of the page to be beyond. */
export const broughtIntoSight: Element[] = [];

/** The pane on a page, over an add-in without Excel. */
export interface OpenPane {
  readonly addIn: FakeAddIn;
  readonly session: Session;
  readonly page: HTMLElement;
  /** Does something as a user, and lets everything come of it. */
  does(act: () => void | Promise<void>): Promise<void>;
}

const open: Root[] = [];

export const openPane = async (addIn = new FakeAddIn(), dark = false): Promise<OpenPane> => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  aSystem(dark);
  broughtIntoSight.length = 0;
  Object.assign(Element.prototype, { scrollIntoView(this: Element) { broughtIntoSight.push(this); } });
  document.documentElement.lang = 'en';
  document.title = 'IRA Basis';
  document.body.innerHTML = '<div id="pane"></div>';
  const page = document.getElementById('pane')!;
  const session = new Session(addIn, () => '2026-02-11');
  const root = createRoot(page);
  open.push(root);
  const does = async (what: () => void | Promise<void>): Promise<void> => {
    await act(async () => {
      await what();
      await settled();
    });
  };
  await does(async () => {
    root.render(<Pane session={session} appearance={new Appearance(window, () => undefined)} />);
    await session.open();
  });
  return { addIn, session, page, does };
};

export const closePanes = async (): Promise<void> => {
  await act(async () => open.splice(0).forEach((root) => root.unmount()));
};

/** What axe finds. jsdom paints nothing, so colours are looked at in a browser. */
export const axeFinds = async (): Promise<readonly string[]> => {
  const { violations } = await axe.run(document, { rules: { 'color-contrast': { enabled: false } } });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
};

const named = (element: Element): string => (element.getAttribute('aria-label') ?? element.textContent ?? '').trim();

export const button = (page: HTMLElement, name: string): HTMLButtonElement => {
  const found = [...page.querySelectorAll('button')].find((one) => named(one) === name);
  if (!found) throw new Error(`There is no button "${name}"; there are ${[...page.querySelectorAll('button')].map(named).join(', ')}.`);
  return found;
};

/** The field with this label, the first of several. */
export const field = (page: HTMLElement, label: string, number = 0): HTMLInputElement & HTMLSelectElement => {
  const labels = [...page.querySelectorAll('label')].filter((one) => one.textContent?.trim() === label);
  const found = document.getElementById(labels[number]?.htmlFor ?? '');
  if (!found) throw new Error(`There is no field "${label}"; there are ${[...page.querySelectorAll('label')].map((one) => one.textContent).join(', ')}.`);
  return found as HTMLInputElement & HTMLSelectElement;
};

/** Gives a field a value the way the browser does, so that React hears of it. */
export const enter = (target: HTMLInputElement | HTMLSelectElement, value: string): void => {
  const prototype = target instanceof HTMLSelectElement ? HTMLSelectElement.prototype : HTMLInputElement.prototype;
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(target, value);
  target.dispatchEvent(new Event(target instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }));
};

export const press = (target: Element, key: string): void => {
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
};

/** Unfolds what stands behind a title. */
export const openFold = async ({ page, does }: OpenPane, title: string): Promise<HTMLElement> => {
  const fold = [...page.querySelectorAll('details')].find((one) => one.querySelector('summary')?.textContent === title);
  if (!fold) throw new Error(`There is no fold "${title}".`);
  await does(() => { fold.open = true; fold.dispatchEvent(new Event('toggle')); });
  return fold;
};

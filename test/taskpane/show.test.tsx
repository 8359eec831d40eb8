/** @jest-environment jsdom */
import { act } from 'react';
import { show } from '../../src/taskpane/show';
import { FakeAddIn, settled } from './support/fakeAddIn';
import { aSystem, button } from './support/page';

type Visibility = (message: { visibilityMode: string }) => void;

/** Office as far as the pane asks it, with a shared runtime or without. */
const office = (sharedRuntime: boolean): { readonly office: typeof Office; readonly handlers: Visibility[] } => {
  const handlers: Visibility[] = [];
  return {
    handlers,
    office: {
      context: { officeTheme: undefined, requirements: { isSetSupported: () => sharedRuntime } },
      addin: { onVisibilityModeChanged: (handler: Visibility) => { handlers.push(handler); return Promise.resolve(() => Promise.resolve()); } },
    } as unknown as typeof Office,
  };
};

const shown = async (sharedRuntime: boolean) => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  const system = aSystem(false);
  document.body.innerHTML = '<div id="pane"></div>';
  const page = document.getElementById('pane')!;
  const addIn = new FakeAddIn();
  const given = office(sharedRuntime);
  const does = (what: () => void): Promise<void> => act(async () => { what(); await settled(); });
  await does(() => show(page, addIn, given.office));
  return { ...given, system, page, addIn, does };
};

it('A pane that is closed and opened ten times has one set of handlers, and follows no selection while it is closed', async () => {
  const { handlers, system, page, addIn, does } = await shown(true);
  for (let time = 0; time < 10; time += 1) {
    await does(() => button(page, 'Follow selection for range 1').click());
    expect(addIn.followers.size).toBe(1);
    await does(() => handlers.forEach((handler) => handler({ visibilityMode: 'Hidden' })));
    expect(addIn.followers.size).toBe(0);
    await does(() => handlers.forEach((handler) => handler({ visibilityMode: 'Taskpane' })));
  }
  expect([handlers.length, system.listeners.size, page.querySelectorAll('main').length]).toEqual([1, 1, 1]);
});

it('An Excel without the shared runtime is not asked for what it lacks', async () => {
  const { handlers, page } = await shown(false);
  expect([handlers.length, page.querySelectorAll('main').length]).toEqual([0, 1]);
});

/** @jest-environment jsdom */
import { Appearance } from '../../src/taskpane/appearance';
import { aSystem } from './support/page';

const appearance = (colours: { isDarkTheme?: boolean; bodyBackgroundColor?: string } | undefined, systemIsDark: boolean): Appearance => {
  aSystem(systemIsDark);
  return new Appearance(window, () => colours);
};

describe('Light or dark', () => {
  it.each([
    ['as Office says', { isDarkTheme: true, bodyBackgroundColor: '#FFFFFF' }, false, true],
    ['as Office says, though the system is dark', { isDarkTheme: false }, true, false],
    ['by the background, where Office gives only that: black', { bodyBackgroundColor: '#000000' }, false, true],
    ['by the background: a grey just below the middle', { bodyBackgroundColor: '#7F7F7F' }, false, true],
    ['by the background: the middle grey', { bodyBackgroundColor: '#808080' }, true, false],
    ['by the background: white', { bodyBackgroundColor: '#FFFFFF' }, true, false],
    ['as the system is, where Office says nothing', undefined, true, true],
    ['as the system is, where Office says nothing that can be read', { bodyBackgroundColor: 'windowtext' }, false, false],
  ] as const)('is found %s', (_, colours, systemIsDark, dark) => {
    expect(appearance(colours, systemIsDark).isDark()).toBe(dark);
  });

  it('is looked at again when the pane is looked at, and told only when it changed', () => {
    const colours = { isDarkTheme: false };
    const shown = appearance(colours, false);
    const told: boolean[] = [];
    shown.subscribe(() => told.push(shown.isDark()));
    window.dispatchEvent(new Event('focus'));
    colours.isDarkTheme = true;
    window.dispatchEvent(new Event('focus'));
    document.dispatchEvent(new Event('visibilitychange'));
    expect(told).toEqual([true]);
  });

  it('follows the system where Office says nothing', () => {
    const system = aSystem(false);
    const shown = new Appearance(window, () => undefined);
    system.turn(true);
    expect(shown.isDark()).toBe(true);
  });
});

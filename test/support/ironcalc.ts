/**
 * IronCalc as a third opinion on formulas: a spreadsheet engine in WebAssembly that shares no code with the others. Its
 * package is an ES module and checks that what it is given is a plain object of its own world, so it is loaded and started
 * outside Jest's sandbox.
 */
import { runInThisContext } from 'node:vm';
import { nodeRequire } from './nodeRequire';

interface Model {
  pauseEvaluation(): void;
  resumeEvaluation(): void;
  evaluate(): void;
  setUserInput(sheet: number, row: number, column: number, input: string): void;
  updateRangeStyle(range: { sheet: number; row: number; column: number; width: number; height: number }, style: string, value: string): void;
  getFormattedCellValue(sheet: number, row: number, column: number): string;
}

interface IronCalc {
  initSync(given: unknown): unknown;
  readonly Model: new (name: string, locale: string, timezone: string, language: string) => Model;
}

/** Values can be had only as they are shown, and in the general format they are shown to nine digits. */
const TEN_PLACES = '0.0000000000';

let started: IronCalc | null = null;

const program = (): IronCalc => {
  if (started) return started;
  const ironCalc = nodeRequire('@ironcalc/wasm/wasm.js') as IronCalc;
  const { readFileSync } = nodeRequire('node:fs') as typeof import('node:fs');
  const asOption = runInThisContext('(module) => ({ module })') as (module: Uint8Array) => unknown;
  ironCalc.initSync(asOption(readFileSync(nodeRequire.resolve('@ironcalc/wasm/wasm_bg.wasm'))));
  started = ironCalc;
  return ironCalc;
};

const positionOf = (address: string): readonly [row: number, column: number] => {
  const [, letters = '', digits = ''] = /^([A-Z]+)(\d+)$/u.exec(address) ?? [];
  return [Number(digits), [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)];
};

/** What the cells of one sheet show once everything typed into it is calculated; "" for nothing. */
export const recalculateWithIronCalc = (contents: readonly (readonly [address: string, content: number | string])[]): ((address: string) => number | string) => {
  const { Model } = program();
  const model = new Model('book', 'en', 'UTC', 'en');
  model.pauseEvaluation();
  for (const [address, content] of contents) model.setUserInput(0, ...positionOf(address), String(content));
  const last = contents.map(([address]) => positionOf(address)).reduce(([row, column], [r, c]) => [Math.max(row, r), Math.max(column, c)], [1, 1]);
  model.updateRangeStyle({ sheet: 0, row: 1, column: 1, width: last[1], height: last[0] }, 'num_fmt', TEN_PLACES);
  model.resumeEvaluation();
  model.evaluate();
  return (address) => {
    const text = model.getFormattedCellValue(0, ...positionOf(address));
    return text !== '' && Number.isFinite(Number(text)) ? Number(text) : text;
  };
};

/** Functions of an add-in as Univer knows functions: a class for each, which is handed its references unread. */
import type { Ctor } from '@univerjs/core';
import {
  BaseFunction, type ArrayValueObject, type BaseReferenceObject, type BaseValueObject, type FunctionVariantType, type IFunctionNames,
} from '@univerjs/engine-formula';
import type { CellValue } from '../../package/content';
import type { EngineArgument, EngineFunction } from '../backend';
import { objectOfRows, objectOfValue, valueOfObject } from './values';

/** What Univer's plugin is configured with. */
export const functionClasses = (functions: readonly EngineFunction[]): [Ctor<BaseFunction>, IFunctionNames][] => [
  [Hyperlink, 'HYPERLINK' as IFunctionNames],
  ...functions.map((one): [Ctor<BaseFunction>, IFunctionNames] => [classOf(one), one.name.toUpperCase() as IFunctionNames]),
];

/** Excel shows the second value as it is, a number as a number; Univer makes a text with a link of it, which other formulas cannot count. */
class Hyperlink extends BaseFunction {
  override minParams = 1;
  override maxParams = 2;

  override calculate(address: BaseValueObject, shown: BaseValueObject = address): BaseValueObject {
    if (address.isError()) return address;
    return shown.isArray() ? (shown as ArrayValueObject).getFirstCell() : shown;
  }
}

function classOf(one: EngineFunction): Ctor<BaseFunction> {
  return class extends BaseFunction {
    override needsReferenceObject = true;
    override minParams = one.minimumArguments;
    override maxParams = one.maximumArguments;

    /** Text written in a formula stays text: by itself Univer would hand "$7,000" over as the number. */
    override isArgumentsIgnoreNumberPattern(): boolean {
      return true;
    }

    override calculate(...variants: BaseValueObject[]): ReturnType<BaseFunction['calculate']> {
      const at = { sheet: this.subUnitId ?? '', row: this.row, column: this.column };
      const result = one.call(variants.map(argumentOf), at);
      return isRows(result) ? objectOfRows(result, this.unitId ?? '', at.sheet) : objectOfValue(result);
    }
  };
}

const isRows = (result: ReturnType<EngineFunction['call']>): result is readonly (readonly CellValue[])[] => Array.isArray(result);

function argumentOf(variant: FunctionVariantType): EngineArgument {
  if (variant.isReferenceObject()) return { kind: 'cells', cells: cellsOfReference(variant as BaseReferenceObject) };
  const object = variant as BaseValueObject;
  if (object.isArray()) return { kind: 'cells', cells: cellsOfArray(object as ArrayValueObject) };
  return object.isNull() ? { kind: 'omitted' } : { kind: 'value', value: valueOfObject(object) };
}

function cellsOfReference(reference: BaseReferenceObject): CellValue[][] {
  const { startRow, startColumn } = reference.getRangePosition();
  const cells: CellValue[][] = [];
  reference.iterator((object, row, column) => {
    (cells[row - startRow] ??= [])[column - startColumn] = valueOfObject(object);
  });
  return cells;
}

const cellsOfArray = (array: ArrayValueObject): CellValue[][] =>
  array.getArrayValue().map((row) => row.map((object) => valueOfObject(object)));

/**
 * For its lookup functions Univer keeps a list by column: which value stands in which rows. Each result of a formula is put
 * into it after a search through all values of its column, whether anybody has looked anything up there or not, so that a
 * column of 10,000 formulas costs fifty million steps. Rows that no lookup has gone over are read from the cells when one
 * does; for them nothing needs to be kept.
 */
import { CELL_INVERTED_INDEX_CACHE as index } from '@univerjs/engine-formula';

const keep = index.set.bind(index);

index.set = (unit, sheet, column, value, row, isResult) => {
  if (isResult && index.shouldContinueBuildingCache(unit, sheet, column, row)) return;
  keep(unit, sheet, column, value, row, isResult);
};

/** The door to this folder: read an .xlsx package as plain data, patch it in place. */
export * from './content';
export { PackageError, type PackageErrorCode } from './error';
export { readWorkbook } from './read';
export { readLooks, type CellLook, type SheetLook } from './looks';
export { patchWorkbook } from './patch';

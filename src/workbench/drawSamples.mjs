/**
 * Draws the sample workbooks of assets/samples: `node src/workbench/drawSamples.mjs` after a build. Run by hand when one is
 * to change. The values of the add-in's functions are those of the built functions, saved in cells spelled as Excel does.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import ExcelJS from 'exceljs';
import { dist, project } from '../bundle/places.cjs';
import { built } from '../manifest/built.cjs';

const folder = path.join(project, built.samples);
const MONEY = '#,##0.00;(#,##0.00);"-"??';
const GREEN = 'FF107C41';
const PALE = 'FFE2EFDA';

/** What the built script associates, by id. */
function builtFunctions() {
  const found = new Map();
  const context = vm.createContext({
    CustomFunctions: { associate: (id, implementation) => found.set(id, implementation), Error, ErrorCode: {} },
  });
  context.self = context;
  vm.runInContext(readFileSync(path.join(dist, built.functionsScript), 'utf8'), context);
  return (id, ...args) => found.get(id)(...args.map((value) => (typeof value === 'number' ? [[value]] : value)));
}

function newSheet(name, widths) {
  const book = new ExcelJS.Workbook();
  book.created = book.modified = new Date(Date.UTC(2026, 0, 5));
  const sheet = book.addWorksheet(name, { views: [{ state: 'normal' }] });
  widths.forEach((width, index) => {
    sheet.getColumn(index + 1).width = width;
  });
  return { book, sheet };
}

function title(sheet, text) {
  sheet.getCell('A1').value = text;
  sheet.getCell('A1').font = { name: 'Calibri', size: 14, bold: true, color: { argb: GREEN } };
}

function header(sheet, row, labels) {
  labels.forEach((label, index) => {
    const cell = sheet.getRow(row).getCell(index + 1);
    cell.value = label;
    cell.font = { name: 'Calibri', size: 11, bold: true };
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: PALE } };
    cell.border = { bottom: { style: 'thin' } };
    cell.alignment = { wrapText: true, vertical: 'bottom', horizontal: index === 0 ? 'left' : 'center' };
  });
}

const save = (book, file) => book.xlsx.writeFile(path.join(folder, file));

/** A fixture's cells, which tests hold to expected lines, with a look. */
function fixture(id) {
  const { sheets: [{ name, cells }] } = JSON.parse(readFileSync(path.join(project, 'test', 'fixtures', 'workbooks', `${id}.json`), 'utf8'));
  return { name, cells };
}

function fill(sheet, cells) {
  cells.forEach((row, r) => row.forEach((value, c) => {
    if (value === null) return;
    const cell = sheet.getCell(r + 1, c + 1);
    if (typeof value === 'object' && 'date' in value) {
      cell.value = new Date(`${value.date}T00:00:00Z`);
      cell.numFmt = 'm/d/yyyy';
    } else if (typeof value === 'object') {
      cell.value = { formula: value.f.slice(1), result: value.v };
      cell.numFmt = MONEY;
    } else {
      cell.value = value;
      if (typeof value === 'number' && value > 2100) cell.numFmt = MONEY;
      if (typeof value === 'string' && /^[$-]/.test(value)) cell.alignment = { horizontal: 'right' };
    }
  }));
}

function totals(sheet, row, columns) {
  for (let column = 1; column <= columns; column += 1) {
    const cell = sheet.getRow(row).getCell(column);
    cell.font = { name: 'Calibri', size: 11, bold: true };
    cell.border = { top: { style: 'thin' }, bottom: { style: 'double' } };
  }
}

async function accountList() {
  const { name, cells } = fixture('wb02_cpa_account_list');
  const { book, sheet } = newSheet(name, [36, 16, 32, 16, 22, 6]);
  fill(sheet, cells);
  sheet.getCell('A1').font = { name: 'Calibri', size: 14, bold: true, color: { argb: GREEN } };
  header(sheet, 4, cells[3]);
  header(sheet, 14, cells[13]);
  totals(sheet, 12, 6);
  sheet.getCell('D5').numFmt = MONEY;
  await save(book, 'account-list.xlsx');
}

async function yearLog() {
  const { name, cells } = fixture('wb01_physician_row_per_year');
  const { book, sheet } = newSheet(name, [10, 16, 12, 14, 12, 16, 44]);
  fill(sheet, cells);
  sheet.getCell('A1').font = { name: 'Calibri', size: 14, bold: true, color: { argb: GREEN } };
  header(sheet, 3, cells[2]);
  totals(sheet, 9, 7);
  await save(book, 'year-log.xlsx');
}

/** A row per year that carries its basis into the next, and what else the functions answer. */
async function tracker() {
  const call = builtFunctions();
  const { book, sheet } = newSheet('Tracker', [10, 17, 17, 15, 15, 15, 17, 15, 15]);
  title(sheet, 'Backdoor Roth tracker');
  sheet.getCell('A2').value = 'One row per tax year. Basis carried is line 14 of Form 8606, and the next year starts with it.';
  header(sheet, 4, [
    'Tax year', 'Nondeductible contribution', 'Of which made next January to April', 'Basis before', 'Converted to Roth',
    'Other distributions', 'IRA value on 31 December', 'Taxable', 'Basis carried',
  ]);
  const years = [
    [2021, 6000, 0, 6000.12, 0, 0],
    [2022, 6000, 0, 5987.4, 0, 0],
    [2023, 6500, 0, 6500.53, 0, 0],
    [2024, 7000, 0, 7001.18, 0, 93000],
    [2025, 7000, 7000, 6000, 0, 91250.75],
  ];
  let basis = 0;
  years.forEach(([year, contributed, late, converted, distributed, value], index) => {
    const row = 5 + index;
    const args = `E${row},D${row}+B${row},G${row},F${row},C${row}`;
    const values = [converted, basis + contributed, value, distributed, late];
    const taxable = call('PRORATA_TAXABLE', ...values);
    const carried = call('BASIS_CARRYFORWARD', ...values);
    sheet.getRow(row).values = [
      year, contributed, late, index === 0 ? 0 : { formula: `I${row - 1}`, result: basis }, converted, distributed, value,
      { formula: `_xldudf_BASIS_PRORATA_TAXABLE(${args})`, result: taxable },
      { formula: `_xldudf_BASIS_BASIS_CARRYFORWARD(${args})`, result: carried },
    ];
    for (let column = 2; column <= 9; column += 1) sheet.getRow(row).getCell(column).numFmt = MONEY;
    basis = carried;
  });
  header(sheet, 12, ['', '', '', '', '', '', '', 'Amount', 'Answer']);
  sheet.getCell('A12').value = 'Other questions';
  sheet.getCell('A12').alignment = { horizontal: 'left' };
  const questions = [
    ['Most that a single filer may contribute to a Roth IRA for 2025, with a MAGI of', 155000, 'ROTH_PHASEOUT(2025,"single",H13)', call('ROTH_PHASEOUT', 2025, 'single', 155000)],
    ['After-tax room in a 401(k) for 2025, after deferrals of 23,500 and from the employer', 12000, 'MEGA_BACKDOOR_ROOM(2025,23500,H14)', call('MEGA_BACKDOOR_ROOM', 2025, 23500, 12000)],
  ];
  questions.forEach(([label, amount, formula, result], index) => {
    const row = sheet.getRow(13 + index);
    row.getCell(1).value = label;
    row.getCell(8).value = amount;
    row.getCell(9).value = { formula: `_xldudf_BASIS_${formula}`, result };
    for (const column of [8, 9]) row.getCell(column).numFmt = MONEY;
  });
  await save(book, 'backdoor-roth-tracker.xlsx');
}

await accountList();
await yearLog();
await tracker();

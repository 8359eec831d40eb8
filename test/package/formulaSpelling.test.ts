import { PackageError } from '../../src/package';
import { fromFile } from '../../src/package/formulaFromFile';
import { toFile, type Surroundings } from '../../src/package/formulaToFile';
import { formulaAt, relativeFormula } from '../../src/package/relativeFormula';
import { thrownBy } from './support/fixture';

const SHEETS = ['sheet1', "it's", 'last'];
const at: Surroundings = {
  where: 'the cell B2',
  hasSheet: (name) => SHEETS.includes(name.toLowerCase()),
  links: 1,
  table: 'Accounts',
};

/** How Excel spells them: [MS-XLSX] 2.2.2, and the workbook saved by Excel that the custom functions are taken from. */
const BOTH_WAYS: readonly (readonly [typed: string, stored: string])[] = [
  ['=SUM(A1:B2)*-1', 'SUM(A1:B2)*-1'],
  ['=IFNA(A1,0)', '_xlfn.IFNA(A1,0)'],
  ['=FILTER(A1:A3,B1:B3)', '_xlfn._xlws.FILTER(A1:A3,B1:B3)'],
  ['=XLOOKUP(A1,SORT(B:B),C:C)', '_xlfn.XLOOKUP(A1,_xlfn._xlws.SORT(B:B),C:C)'],
  ['=WORKDAY.INTL(A1,1)', 'WORKDAY.INTL(A1,1)'],
  ['=LET(x,A1,x+1)', '_xlfn.LET(_xlpm.x,A1,_xlpm.x+1)'],
  ['=LET(f,LAMBDA(y,y*2),f(A1))', '_xlfn.LET(_xlpm.f,_xlfn.LAMBDA(_xlpm.y,_xlpm.y*2),_xlpm.f(A1))'],
  ['=A3#', '_xlfn.ANCHORARRAY(A3)'],
  ["=SUM('It''s'!A3#)", "SUM(_xlfn.ANCHORARRAY('It''s'!A3))"],
  ['=SUM(OFFSET(A1,1,1)#)', 'SUM(_xlfn.ANCHORARRAY(OFFSET(A1,1,1)))'],
  ['=SUM(Pool[[ spaced ]])', 'SUM(Pool[[ spaced ]])'],
  ['=@A1:A3', '_xlfn.SINGLE(A1:A3)'],
  ['=@INDEX(A:A,2)+1', '_xlfn.SINGLE(INDEX(A:A,2))+1'],
  ['=SUM(A1:.A9)', 'SUM(_xlfn._TRO_TRAILING(A1:A9))'],
  ['=SUM(Sheet1!A.:.B)', 'SUM(_xlfn._TRO_ALL(Sheet1!A:B))'],
  ['=BASIS.PRORATA_TAXABLE(7000,7000,200000)', '_xldudf_BASIS_PRORATA_TAXABLE(7000,7000,200000)'],
  ['=BASISDEV.LIMIT("415c",2026)', '_xldudf_BASISDEV_LIMIT("415c",2026)'],
  ['=ROUND(BASIS.FORM8606_LINE("15a",1,2,3,4,5,6),0)', 'ROUND(_xldudf_BASIS_FORM8606_LINE("15a",1,2,3,4,5,6),0)'],
  ['="BASIS.X(1) _xlfn.Y( @A1 A1#"', '"BASIS.X(1) _xlfn.Y( @A1 A1#"'],
  ['="a ""quoted"" =FILTER(x)"', '"a ""quoted"" =FILTER(x)"'],
  ['=Sheet1!#REF!+1', 'Sheet1!#REF!+1'],
  ['=[1]Sheet1!A1', '[1]Sheet1!A1'],
  ['=SUM(Sheet1:Last!A1)', 'SUM(Sheet1:Last!A1)'],
  ['=Accounts[[#This Row],[Value]]', 'Accounts[[#This Row],[Value]]'],
  ['=IF(A1,,{1,2;"a",#N/A})', 'IF(A1,,{1,2;"a",#N/A})'],
];

describe('A formula as a person types it and as a file holds it', () => {
  for (const [typed, stored] of BOTH_WAYS) {
    it(`${typed} is stored as ${stored}`, () => {
      expect(toFile(typed, at)).toBe(stored);
      expect(fromFile(stored)).toBe(typed);
    });
  }
});

describe('Custom functions of ours in a file are read whatever spelling they have', () => {
  for (const [stored, typed] of [
    ['_xldudf_basis_prorata_taxable(1)', '=BASIS.PRORATA_TAXABLE(1)'],
    ['_XLDUDF_BASIS_IRA_POOL(A1:A3)', '=BASIS.IRA_POOL(A1:A3)'],
    ['[2]!_xldudf_BASIS_IRA_POOL(A1)', '=BASIS.IRA_POOL(A1)'],
    ["'[2]'!_xldudf_BASISDEV_LIMIT(A1)+[1]Sheet1!A1", '=BASISDEV.LIMIT(A1)+[1]Sheet1!A1'],
    ['basis.prorata_taxable(1)', '=BASIS.PRORATA_TAXABLE(1)'],
    ['_xldudf_CONTOSO_ADD(1,2)', '=_xldudf_CONTOSO_ADD(1,2)'],
    ['_xlfn.SINGLE(_xldudf_BASIS_LEDGER(_xlfn.ANCHORARRAY(A3)))', '=@BASIS.LEDGER(A3#)'],
  ] as const) {
    it(`${stored} is ${typed}`, () => expect(fromFile(stored)).toBe(typed));
  }
});

describe('What a person types is made into what the file needs', () => {
  for (const [typed, stored] of [
    ['=basis.prorata_taxable(1)', '_xldudf_BASIS_PRORATA_TAXABLE(1)'],
    ['=stdev.s(A1:A3)', '_xlfn.STDEV.S(A1:A3)'],
    ['=[@Value]*2', 'Accounts[[#This Row],[Value]]*2'],
    ['=SUM([Value])', 'SUM(Accounts[Value])'],
    ['=Pool[@[a b]]+Pool[@]', 'Pool[[#This Row],[a b]]+Pool[#This Row]'],
    ['=@(A1:A3+1)', '_xlfn.SINGLE((A1:A3+1))'],
  ] as const) {
    it(`${typed} is stored as ${stored}`, () => expect(toFile(typed, at)).toBe(stored));
  }
});

describe('A formula that Excel could not read from the file is refused', () => {
  for (const [typed, because] of [
    ['1+1', 'a formula starts with ='],
    ['=', 'a formula starts with ='],
    ['=SUM(A1', 'not understood as a formula'],
    ['=SUM(A1))', 'not understood as a formula'],
    ['=1+', 'not understood as a formula'],
    ['="abc', 'not understood as a formula'],
    ['==A1', 'not understood as a formula'],
    ['=SUM(A1;B1)', 'not understood as a formula'],
    ['=Nowhere!A1', 'no sheet "Nowhere"'],
    ['=SUM(Sheet1:Nowhere!A1)', 'no sheet "Nowhere"'],
    ['=Nowhere!A_Name', 'no sheet "Nowhere"'],
    ['=[2]Sheet1!A1', 'another workbook ("2")'],
    ['=[Book.xlsx]Sheet1!A1', 'another workbook ("Book.xlsx")'],
    ['=LET(1,2,3)', 'not understood as a formula'],
    [`=${'A1+'.repeat(2731)}A1`, 'Excel allows 8192'],
  ] as const) {
    it(`${typed.slice(0, 30)}: ${because}`, () => {
      const error = thrownBy(() => toFile(typed, at));
      expect(error).toBeInstanceOf(PackageError);
      expect(error).toMatchObject({ code: 'FORMULA', text: expect.stringContaining(because) });
      expect(error).toMatchObject({ text: expect.stringContaining('the cell B2') });
    });
  }

  it('a column of the own table outside of any table', () => {
    const outside: Surroundings = { where: at.where, hasSheet: at.hasSheet, links: 0 };
    expect(thrownBy(() => toFile('=[@Value]', outside))).toMatchObject({
      code: 'FORMULA',
      text: expect.stringContaining('lies in none'),
    });
  });
});

describe('A shared formula moves with its cell', () => {
  for (const [stored, from, to, moved] of [
    ['A1+$B$1+C$2+$D1', 'E1', 'F3', 'B3+$B$1+D$2+$D3'],
    ["SUM(A:A)+SUM(1:1)+'[1]My Sheet'!A1", 'B1', 'C2', "SUM(B:B)+SUM(2:2)+'[1]My Sheet'!B2"],
    ['"A1"&A1', 'B1', 'B2', '"A1"&A2'],
    ['_xldudf_BASIS_LIMIT(A1)', 'B1', 'B3', '_xldudf_BASIS_LIMIT(A3)'],
    ['A1', 'B2', 'A1', '#REF!'],
  ] as const) {
    it(`${stored} of ${from} is ${moved} in ${to}`, () => expect(formulaAt(relativeFormula(stored, from), to)).toBe(moved));
  }
});

import { asTyped, isStoredSpelling, usesOurFunctions } from '../../src/office/ourFunctions';

/** Spellings seen in saved workbooks and reported by users: OfficeDev/office-js issues 2568, 3558, 4811, 5611. */
describe('A formula in the spelling of files', () => {
  it.each([
    ['=_xldudf_BASIS_PRORATA_TAXABLE(A1,A2,A3)', '=BASIS.PRORATA_TAXABLE(A1,A2,A3)'],
    ['=[2]!_xldudf_BASIS_LIMIT("415c",2026)', '=BASIS.LIMIT("415c",2026)'],
    ['=[12]!_xldudf_BASIS_LIMIT("ira",2026)+_xldudf_BASIS_LIMIT("ira",2025)', '=BASIS.LIMIT("ira",2026)+BASIS.LIMIT("ira",2025)'],
    ['=_xldudf_basis_worksheet_1_1("8",1,2,3,4,5)', '=BASIS.WORKSHEET_1_1("8",1,2,3,4,5)'],
    ['=@_xldudf_BASIS_LEDGER(A1:F9)', '=@BASIS.LEDGER(A1:F9)'],
    ['=_xldudf_BASISDEV_LIMIT("ira",2026)', '=BASISDEV.LIMIT("ira",2026)'],
    ["=SUM('[3]!_xldudf_BASIS_LIMIT('!A1,_xldudf_BASIS_IRA_LIMIT (2026))", "=SUM('[3]!_xldudf_BASIS_LIMIT('!A1,BASIS.IRA_LIMIT (2026))"],
  ])('%s is typed %s', (stored, typed) => {
    expect([isStoredSpelling(stored), asTyped(stored), usesOurFunctions(stored)]).toEqual([true, typed, true]);
    expect([isStoredSpelling(typed), asTyped(typed)]).toEqual([false, typed]);
  });

  it.each(['=_xldudf_CONTOSO_ADD(1,2)', '="_xldudf_BASIS_LIMIT(1)"', '=A1&"say ""_xldudf_BASIS_LIMIT("""', '=_xldudf_BASIS_LIMIT', '=SUM(A1:A9)', '=MY_BASIS_LIMIT(1)'])(
    'is none, and comes back as it is: %s', (formula) => {
      expect([isStoredSpelling(formula), asTyped(formula)]).toEqual([false, formula]);
    });
});

describe('A function of ours', () => {
  it.each(['=BASIS.LIMIT("ira",2026)', '=basis.limit("ira",2026)', '=IF(A1>0,BASIS.PRETAX_TO_MOVE(A1,A2),0)', '=-BASISDEV.LIMIT("ira",2026)'])('is in %s', (formula) => {
    expect(usesOurFunctions(formula)).toBe(true);
  });

  it.each(['=SUM(A1)', '="BASIS.LIMIT(1)"', "='BASIS.LIMIT('!A1", '=COSTBASIS.LIMIT(1)', '=OLD.BASIS.LIMIT(1)', '=BASIS.RATE', '=BASIS(1)'])('is not in %s', (formula) => {
    expect(usesOurFunctions(formula)).toBe(false);
  });
});

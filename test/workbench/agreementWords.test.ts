import { agreementInWords } from '../../src/workbench/page/agreementWords';

const differing = [{ cell: 'Sheet1!A3', saved: 31, computed: 30 }, { cell: 'Sheet1!A4', saved: '', computed: 'x' }];
const uncalculated = [{ cell: 'Sheet1!A9', reason: 'the function CUBEVALUE is not available here' }];

describe('How far the page agrees with a file', () => {
  it.each([
    [{ compared: 0, differing: [], uncalculated: [] }, 'The file has no formulas to compare.'],
    [{ compared: 1, differing: [], uncalculated: [] }, 'The one formula agrees with what the file has saved.'],
    [{ compared: 1234, differing: [], uncalculated: [] }, 'All 1,234 formulas agree with what the file has saved.'],
    [{ compared: 1234, differing, uncalculated: [] }, '1,232 of 1,234 formulas agree with what the file has saved.'],
    [{ compared: 2, differing, uncalculated }, '0 of 2 formulas agree with what the file has saved; 1 formula cannot be calculated here.'],
    [{ compared: 0, differing: [], uncalculated }, 'No formula was compared; 1 formula cannot be calculated here.'],
    [null, 'The formulas could not be compared with what the file has saved.'],
  ])('%j: %s', (agreement, text) => {
    expect(agreementInWords(agreement).text).toBe(text);
  });

  it('names each formula that differs, with both values, and each that cannot be calculated, with the reason', () => {
    expect(agreementInWords({ compared: 9, differing, uncalculated }).details).toEqual([
      'Sheet1!A3: the file has 31, this page calculates 30.',
      'Sheet1!A4: the file has nothing, this page calculates "x".',
      'Sheet1!A9 keeps its saved value: the function CUBEVALUE is not available here.',
    ]);
  });
});

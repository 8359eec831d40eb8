/** Which formulas are the add-in's own, and how far the engine agrees with what was saved. */
import { agreementOf } from '../../src/host/agreement';
import { ownFormulas } from '../../src/host/ownFormulas';
import { aSheet, aWorkbook } from '../support/hostedWorkbook';
import { closeScreens, screenOf } from '../support/screen';

afterEach(closeScreens);

describe('Against what the file has saved', () => {
  const content = aWorkbook([aSheet('Accounts', {
    A1: 10, A2: ['=A1*2', 20], A3: ['=A1*3', 31], A4: ['=CUBEVALUE("x")', 7], A5: ['=BASIS.TWICE(A1)', { error: '#NAME?' }], A6: ['=A5+1', { error: '#NAME?' }],
    A7: ['=1/3', 0.333333333333333], A8: ['=BASIS.TWICE(A1)', 20], A9: ['=BASIS.TWICE(A1)', 21],
  })]);

  it('the add-in\'s own formulas and what depends on them are found', () => {
    const { host } = screenOf(content);
    expect(ownFormulas(host.book, 'BASIS').map(({ row }) => row)).toEqual([4, 5, 7, 8]);
  });

  it('all are compared that were saved with a value: fifteen digits agree, a difference is told, what cannot be calculated is told apart, #NAME? counts for nothing', async () => {
    const { host } = screenOf(content);
    await host.book.backend.calculate('all');
    expect(agreementOf(host.book)).toEqual({
      compared: 5,
      differing: [{ cell: 'Accounts!A3', saved: 31, computed: 30 }, { cell: 'Accounts!A9', saved: 21, computed: 20 }],
      uncalculated: [{ cell: 'Accounts!A4', reason: 'the function CUBEVALUE is not available here' }],
    });
  });
});

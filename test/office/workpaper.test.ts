/** The tab as a workpaper: what preparer and reviewer write, what it tells them, and that the report uses the same words. */
import { checks } from '../../src/worksheet/checks';
import { adjustmentId } from '../../src/worksheet/adjustments';
import { head, rowInBlock, rowOfCheck, rowOfEntry, rowOfInput } from '../../src/worksheet/positions';
import { signOffCell } from '../../src/worksheet/signOff';
import { accountList, accountListPlan, openSample, type Workpaper } from '../support/addIn';
import { closeHosts } from '../support/hostedWorkbook';

afterEach(closeHosts);

const tab = '8606 2025 T';
const statusCell = `C${head.status}`;
const lineCell = (id: string): string => `C${rowOfEntry(id)}`;
const inBlock = (id: string): string => `C${rowInBlock(id)}`;
const shown = async (book: Workpaper, cell: string): Promise<unknown> => (await book.values(tab, cell))[0]?.[0];
const enter = (book: Workpaper, cell: string, value: unknown): Promise<void> => book.write(tab, cell, [[value]]);
const resultOf = (book: Workpaper, id: string): Promise<unknown> => shown(book, `C${rowOfCheck(id)}`);
const reasonOf = (book: Workpaper, id: string): Promise<unknown> => shown(book, `E${rowOfCheck(id)}`);

const built = async (): Promise<Workpaper> => {
  const book = await openSample(accountList);
  expect((await book.actions.build(accountListPlan)).errors).toEqual([]);
  return book;
};

/** Builds again: the report must give the status that the tab shows. */
const rebuilt = async (book: Workpaper, plan: unknown = accountListPlan) => {
  const report = await book.actions.build(plan);
  expect(report.errors).toEqual([]);
  const [result] = report.tabs;
  expect(await shown(book, statusCell)).toBe(result?.status);
  return result!;
};

const sign = async (book: Workpaper): Promise<void> => {
  await enter(book, signOffCell('reviewedBy'), 'M. Reviewer');
  await enter(book, signOffCell('controlTotal'), await shown(book, `C${head.controlTotal}`));
};

describe('A reviewer signs', () => {
  it('by typing name and control total: both are needed, and lines 14 and 18 may stand beside them', async () => {
    const book = await built();
    expect(await shown(book, statusCell)).toBe('READY');
    await enter(book, signOffCell('reviewedBy'), 'M. Reviewer');
    expect(await shown(book, statusCell)).toBe('READY');
    await enter(book, signOffCell('controlTotal'), await shown(book, `C${head.controlTotal}`));
    expect(await shown(book, statusCell)).toBe('SIGNED');
    await enter(book, signOffCell('line18'), 6653);
    expect(await shown(book, statusCell)).toBe('SIGNED');
    await enter(book, signOffCell('line14'), 1);
    expect(await shown(book, statusCell)).toBe('CHANGED SINCE SIGN-OFF');
    await enter(book, signOffCell('line14'), await shown(book, lineCell('14')));
    expect((await rebuilt(book)).status).toBe('SIGNED');
  });

  it('and a source that changes afterwards takes the sign-off back at once, and in the report', async () => {
    const book = await built();
    await sign(book);
    await book.write('IRA-1', 'D5', [[13.48]]);
    expect(await shown(book, lineCell('18'))).toBe(6653);
    expect(await shown(book, statusCell)).toBe('CHANGED SINCE SIGN-OFF');
    expect((await rebuilt(book)).status).toBe('CHANGED SINCE SIGN-OFF');
    await sign(book);
    expect((await rebuilt(book)).status).toBe('SIGNED');
  });

  it('and a source that can no longer be read takes it back too', async () => {
    const book = await built();
    await sign(book);
    await book.write('IRA-1', 'D6', [['see statement']]);
    expect(await shown(book, statusCell)).toBe('CHANGED SINCE SIGN-OFF');
  });
});

describe('The checks', () => {
  it('show OK, LOOK or STOP, each with a reason that is a sentence or figures', async () => {
    const book = await built();
    for (const { id } of checks) {
      expect(await resultOf(book, id)).toMatch(/^(OK|LOOK|STOP)$/);
      expect(await reasonOf(book, id)).not.toMatch(/^(|#.*|Cannot be worked out.*)$/);
    }
    const counted = await Promise.all(checks.map(({ id }) => resultOf(book, id)));
    const times = (result: string): number => counted.filter((one) => one === result).length;
    expect(await shown(book, `C${head.checks}`)).toBe(`${times('STOP')} STOP, ${times('LOOK')} LOOK, ${times('OK')} OK`);
  });

  it('hold for a fresh build but for what only the preparer knows', async () => {
    const book = await built();
    const open = await Promise.all(checks.map(async ({ id }) => ((await resultOf(book, id)) === 'OK' ? [] : [id])));
    expect(open.flat()).toEqual(['C4', 'C5', 'C6', 'C9']);
  });

  it('close as the preparer ties out Forms 1099-R and 5498, the filed line 14 and the question about SEP and SIMPLE IRAs', async () => {
    const book = await built();
    const basis = await shown(book, `C${rowOfInput('priorBasis')}`);
    const contributed = await shown(book, `C${rowOfInput('contributionsInYear')}`);
    for (const [id, value] of [['1099-R', 7000], ['5498 box 1', contributed], ['5498 box 3', 7000], ['Filed line 14', basis], ['SEP and SIMPLE', 'Yes']] as const) {
      await enter(book, inBlock(id), value);
    }
    expect(await shown(book, `C${head.checks}`)).toMatch(/^0 STOP, 0 LOOK/);
    await enter(book, inBlock('1099-R'), 7000.01);
    expect([await resultOf(book, 'C4'), await reasonOf(book, 'C4')]).toEqual(['LOOK', 'Difference 0.01']);
    await enter(book, inBlock('1099-R excluded'), 0.01);
    expect(await resultOf(book, 'C4')).toBe('OK');
    await enter(book, inBlock('SEP and SIMPLE'), 'No');
    expect(await resultOf(book, 'C9')).toBe('LOOK');
  });

  it('do not ask for SEP and SIMPLE IRAs again where that was answered before building; the preparer\'s own word goes before it (users/formats.md, C9)', async () => {
    const book = await openSample(accountList);
    expect((await book.actions.build({ ...accountListPlan, sepOrSimple: 'in a range' })).ok).toBe(true);
    expect([await resultOf(book, 'C9'), await reasonOf(book, 'C9')]).toEqual(['OK', 'Answered before building']);
    await enter(book, inBlock('SEP and SIMPLE'), 'No');
    expect([await resultOf(book, 'C9'), await reasonOf(book, 'C9')]).toEqual(['LOOK', 'Answered: No']);
    await enter(book, inBlock('SEP and SIMPLE'), '');
    expect((await book.actions.build(accountListPlan)).ok).toBe(true);
    expect([await resultOf(book, 'C9'), await reasonOf(book, 'C9')]).toEqual(['LOOK', 'Answer in the tie-out']);
  });

  // 26 U.S.C. § 219(b)(5), Notice 2024-80: 7,000 for 2025, and 1,000 more from age 50.
  for (const { roth, age, result } of [
    { roth: 0, age: '', result: 'OK' }, { roth: 0.01, age: '', result: 'STOP' }, { roth: 1000, age: 49, result: 'STOP' },
    { roth: 1000, age: 50, result: 'OK' }, { roth: 1000.01, age: 50, result: 'STOP' },
  ]) {
    it(`C7 is ${result} with 7,000 in a traditional IRA, ${roth} in a Roth IRA and ${age === '' ? 'no age given' : `age ${age}`}`, async () => {
      const book = await built();
      await enter(book, inBlock('Roth contributions'), roth);
      await enter(book, inBlock('Age'), age);
      expect(await resultOf(book, 'C7')).toBe(result);
      expect((await rebuilt(book)).status).toBe(result === 'OK' ? 'READY' : 'DRAFT');
    });
  }

  for (const { compensation, result } of [{ compensation: 6999.99, result: 'STOP' }, { compensation: 7000, result: 'OK' }, { compensation: 7000.01, result: 'OK' }]) {
    it(`C7 is ${result} with compensation of ${compensation} and 7,000 contributed`, async () => {
      const book = await built();
      await enter(book, inBlock('Compensation'), compensation);
      expect(await resultOf(book, 'C7')).toBe(result);
      expect((await rebuilt(book)).status).toBe(result === 'OK' ? 'READY' : 'DRAFT');
    });
  }
});

describe('The tie-out', () => {
  it('leads to lines 4a and 4b of Form 1040 with what else belongs there, and compares with the finished return', async () => {
    const book = await built();
    expect([await shown(book, inBlock('4a')), await shown(book, inBlock('4b'))]).toEqual([7000, 6653]);
    await enter(book, inBlock('4a other'), 500);
    await enter(book, inBlock('4b spouse'), 20);
    expect([await shown(book, inBlock('4a')), await shown(book, inBlock('4b'))]).toEqual([7500, 6673]);
    await enter(book, inBlock('4b filed'), 7000);
    expect([await shown(book, inBlock('4b difference')), await resultOf(book, 'F1')]).toEqual([327, 'LOOK']);
    await enter(book, inBlock('4b filed'), 6673);
    expect(await resultOf(book, 'F1')).toBe('OK');
  });

  it('and the words for the preparer follow the figures', async () => {
    const book = await built();
    const told = (): Promise<unknown> => shown(book, `B${rowInBlock('Told: converted')}`);
    expect(await told()).toBe('Converted to Roth IRAs in 2025: $7,000.00. Taxable (line 18): $6,653.00; tax-free (line 17): $347.00.');
    await book.write('IRA-1', 'D5:D7', [[0], [0], [0]]);
    expect(await told()).toMatch(/Taxable \(line 18\): \$0\.00/);
    await book.write('IRA-1', 'D6', [['?']]);
    expect(await told()).toBe('A source cell can no longer be read: see Support.');
  });
});

describe('An adjustment', () => {
  const enterAdjustment = async (book: Workpaper, number: number, line: unknown, reason: string, amount: unknown): Promise<void> => {
    const row = rowInBlock(adjustmentId(number));
    await book.write(tab, `A${row}:C${row}`, [[line, reason, amount]]);
  };

  for (const { line, amount, changed, now, status = 'READY' } of [
    { line: '1', amount: -500, changed: '1', now: 6500 }, { line: 2, amount: 100, changed: '2', now: 100 }, { line: '4', amount: 250, changed: '4', now: 250, status: 'DRAFT' },
    { line: '6', amount: 1000, changed: '6', now: 135263 }, { line: 7, amount: 400, changed: '7', now: 400 }, { line: '8', amount: -1000, changed: '8', now: 6000 },
  ]) {
    it(`of line ${line} enters its build-up, is counted by the engine at the next build, and survives it`, async () => {
      const book = await built();
      const before = Number(await shown(book, lineCell(changed)));
      await enterAdjustment(book, 2, line, 'Corrected statement', amount);
      expect(await shown(book, lineCell(changed))).toBe(line === 2 ? before + 100 : now);
      expect(await resultOf(book, 'A1')).toBe('OK');
      const result = await rebuilt(book);
      // With 250 more on top of 7,000 the contributions are over the limit.
      expect(result.status).toBe(status);
      expect(result.lines[changed]).toBe(await shown(book, lineCell(changed)));
      expect(result.changes.some((change) => change.startsWith(`Line ${changed}: `))).toBe(true);
      expect(await resultOf(book, 'E1')).toBe('OK');
      expect(await shown(book, `B${rowInBlock(adjustmentId(2))}`)).toBe('Corrected statement');
    });
  }

  for (const [what, line, reason, amount] of [
    ['a line that cannot be adjusted', '9', 'why', 5], ['no reason', '6', '', 5], ['text for an amount', '6', 'why', 'five'], ['no line', '', 'why', 5],
  ] as const) {
    it(`with ${what} stops the tab`, async () => {
      const book = await built();
      await enterAdjustment(book, 1, line, reason, amount);
      expect([await resultOf(book, 'A1'), await shown(book, statusCell)]).toEqual(['STOP', 'DRAFT']);
      expect((await rebuilt(book)).status).toBe('DRAFT');
    });
  }

  it('that would make an amount negative stops the tab, and the next build refuses it with a sentence', async () => {
    const book = await built();
    await enterAdjustment(book, 1, '8', 'typing mistake', -7000.01);
    expect([await resultOf(book, 'A1'), await shown(book, statusCell)]).toEqual(['STOP', 'DRAFT']);
    const before = book.state();
    const report = await book.actions.build(accountListPlan);
    expect(report.errors.map(({ code }) => code)).toEqual(['NEGATIVE']);
    expect(book.state()).toBe(before);
  });
});

describe('A formula that was written over', () => {
  it('is put back by the next build, and a warning names the cell and what stood there', async () => {
    const book = await built();
    const formula = await shown(book, lineCell('18'));
    await enter(book, lineCell('18'), 1234);
    expect(await resultOf(book, 'E1')).toBe('LOOK');
    await enter(book, inBlock('4b'), '=1+1');
    const result = await rebuilt(book);
    const overwritten = result.warnings.filter(({ code }) => code === 'FORMULA_OVERWRITTEN');
    expect(overwritten.map(({ cell }) => cell)).toEqual([`'${tab}'!${lineCell('18')}`, `'${tab}'!${inBlock('4b')}`]);
    expect(overwritten[0]?.text).toContain('line 18 on the tab "8606 2025 T" had been written over with "1234"');
    expect(await shown(book, lineCell('18'))).toBe(formula);
    expect((await rebuilt(book)).warnings.filter(({ code }) => code === 'FORMULA_OVERWRITTEN')).toEqual([]);
  });

  it('also in a support row', async () => {
    const book = await built();
    const support = (await book.values(tab, 'D1:E400')).findIndex(([, where]) => where === 'IRA-1, cell D6') + 1;
    await enter(book, `C${support}`, 5);
    const result = await rebuilt(book);
    expect(result.warnings.filter(({ code }) => code === 'FORMULA_OVERWRITTEN').map(({ text }) => text)).toEqual([expect.stringContaining('the support row of line 6') as string]);
    expect(await shown(book, `C${support}`)).toBe(93000);
  });
});

describe('The report of a build', () => {
  it('explains every line in a sentence, and leads from each note to the cell that it comes from', async () => {
    const book = await openSample(accountList);
    const [report] = (await book.actions.read(accountListPlan)).tabs;
    expect(Object.keys(report?.explanations ?? {})).toEqual(Object.keys(report?.lines ?? {}));
    expect(report?.explanations['11']).toBe('Line 11 is 347: line 8 (7,000) times line 10 (0.0495529615).');
    expect(report?.warnings.map(({ code, cell }) => [code, cell])).toContainEqual(['PRETAX_IRA_PRESENT', "'IRA-1'!D6"]);
    expect(report?.warnings.every(({ cell, code }) => cell !== null || code === 'EXCLUDED_TYPES')).toBe(true);
  });
});

describe('Building again tells what has changed', () => {
  it('in the lines, and cell by cell: another amount, a new row, and one that no longer counts', async () => {
    const book = await built();
    await book.write('IRA-1', 'D5', [[1012.48]]);
    await book.write('IRA-1', 'B7', [['Roth IRA']]);
    await book.write('IRA-1', 'C7', [['Roth IRA']]);
    await book.write('IRA-1', 'A13:D13', [['Merrill', 'xx1', 'Traditional IRA', 1000]]);
    const wider = { ...accountListPlan, sources: accountListPlan.sources.map((source) => ({ ...source, range: source.range.replace('F12', 'F13') })) };
    const { changes } = await rebuilt(book, wider);
    expect(changes).toEqual(expect.arrayContaining([
      'Line 6: 134,263 before, 95,012 now.',
      "'IRA-1'!D5 (line 6): 12.48 before, 1,012.48 now.",
      "'IRA-1'!D7: counted 41,250.75 before, and does not count now.",
      "'IRA-1'!D13: counts 1,000 on line 6, and did not count before.",
    ]));
    const printed = (await book.values(tab, 'B1:B400')).flat();
    expect(printed).toEqual(expect.arrayContaining([...changes]));
    expect((await rebuilt(book, wider)).changes).toEqual([]);
  });
});

import { Session } from '../../src/taskpane/session';
import { draftOf, resultOf } from '../../src/taskpane/state';
import { aTab, cellsReport, FakeAddIn, readable, refused, settled } from './support/fakeAddIn';

const accounts = '\'IRA-1\'!A4:F12';

const begin = (): { addIn: FakeAddIn; session: Session } => {
  const addIn = new FakeAddIn();
  return { addIn, session: new Session(addIn, () => '2026-02-11') };
};

/** A year, and one range with its role: enough to be read. */
const filledIn = async (): Promise<{ addIn: FakeAddIn; session: Session }> => {
  const { addIn, session } = begin();
  session.chooseYear(2025);
  session.chooseRole(1, 'accounts');
  await session.useSelection(1);
  await settled();
  return { addIn, session };
};

describe('What is filled in', () => {
  it('begins without a year: nothing is assumed', async () => {
    const { addIn, session } = begin();
    await session.open();
    expect(draftOf(session.state()).year).toBeNull();
    expect(addIn.begun).toEqual([]);
  });

  it('is read as soon as there is a year and a complete range', async () => {
    const { addIn, session } = await filledIn();
    expect(addIn.begun.map(({ kind, plan }) => [kind, plan.sources])).toEqual([['read', [{ role: 'accounts', range: accounts }]]]);
    expect(resultOf(session.state())?.report.ok).toBe(true);
    expect(session.state().status).toBe('Read: 0 cells used, 0 left out, 0 ignored; no open question.');
  });

  it('is read again when something changes that the lines depend on, and not for the client\'s name', async () => {
    const { addIn, session } = await filledIn();
    session.rename('A. Patel, MD');
    session.change({ sepOrSimple: 'none' });
    session.addSource();
    await settled();
    expect(addIn.begun).toHaveLength(1);
    session.change({ rounding: 'cents' });
    await settled();
    expect(addIn.begun).toHaveLength(2);
    expect(addIn.last().plan).toMatchObject({ rounding: 'cents', name: 'A. Patel, MD' });
  });

  it('keeps the earlier years that a new tax year leaves before it', () => {
    const { session } = begin();
    session.chooseYear(2025);
    session.change({ earlierYears: [2024, 2023] });
    session.chooseYear(2024);
    expect(draftOf(session.state())).toMatchObject({ year: 2024, earlierYears: [2023] });
  });

  it('is kept apart for each spouse; year, name and rounding go along at first, ranges only when asked for', async () => {
    const { addIn, session } = await filledIn();
    session.rename('Patel');
    session.choosePerson('S');
    expect(draftOf(session.state())).toMatchObject({ year: 2025, name: 'Patel', sources: [{ role: null, typed: '' }], sepOrSimple: null });
    session.takeRangesOfOther();
    await settled();
    expect(addIn.last().plan).toMatchObject({ person: 'S', sources: [{ role: 'accounts', range: accounts }] });
    session.choosePerson('T');
    await settled();
    expect(addIn.last().plan.person).toBe('T');
  });
});

describe('A typed address', () => {
  it('is judged when it is finished, not while it is being typed', async () => {
    const { session } = begin();
    session.typeAddress(1, 'IRA-1!A4:');
    expect(draftOf(session.state()).sources[0]?.problem).toBeNull();
    await session.confirmAddress(1);
    expect(draftOf(session.state()).sources[0]?.problem).toMatch(/is no range/);
  });

  it('is written as Excel writes it, with the capitals of the sheet', async () => {
    const { session } = begin();
    session.typeAddress(1, ' ira-1!$a$4:f12 ');
    await session.confirmAddress(1);
    expect(draftOf(session.state()).sources[0]).toMatchObject({ typed: accounts, problem: null });
  });

  it('is read when it is finished', async () => {
    const { addIn, session } = begin();
    session.chooseYear(2025);
    session.chooseRole(1, 'accounts');
    session.typeAddress(1, 'ira-1!a4:f12');
    await settled();
    expect(addIn.begun).toEqual([]);
    await session.confirmAddress(1);
    await settled();
    expect(addIn.begun.map(({ plan }) => plan.sources[0]?.range)).toEqual([accounts]);
  });

  it('is refused where the workbook has no such sheet', async () => {
    const { session } = begin();
    session.typeAddress(1, 'Log!A4');
    await session.confirmAddress(1);
    expect(draftOf(session.state()).sources[0]).toMatchObject({ typed: 'Log!A4', problem: 'This workbook has no sheet "Log".' });
  });

  it('that was changed in the meantime is not overwritten by an answer that comes late', async () => {
    const { session } = begin();
    session.typeAddress(1, 'IRA-1!A4');
    const late = session.confirmAddress(1);
    session.typeAddress(1, 'IRA-1!B');
    await late;
    expect(draftOf(session.state()).sources[0]?.typed).toBe('IRA-1!B');
  });
});

describe('A role that is proposed', () => {
  it('counts for nothing until it is accepted', async () => {
    const { addIn, session } = begin();
    addIn.proposals = { [accounts]: 'accounts' };
    session.chooseYear(2025);
    session.typeAddress(1, 'ira-1!a4:f12');
    await session.confirmAddress(1);
    await settled();
    expect(draftOf(session.state()).sources[0]).toMatchObject({ role: null, proposed: 'accounts' });
    expect(session.state().status).toBe(`${accounts} looks like "Accounts with 31 December values". Accept it, or choose what it holds.`);
    expect(addIn.begun).toEqual([]);
    session.chooseRole(1, 'accounts');
    await settled();
    expect(addIn.begun.map(({ plan }) => plan.sources)).toEqual([[{ role: 'accounts', range: accounts }]]);
    expect(draftOf(session.state()).sources[0]?.proposed).toBeNull();
  });

  it('is there for what is selected too, and once a field has stopped following', async () => {
    const { addIn, session } = begin();
    addIn.proposals = { [accounts]: 'accounts', Log: 'ledger', 'Log!A1:B2': 'ledger' };
    await session.useSelection(1);
    expect(draftOf(session.state()).sources[0]?.proposed).toBe('accounts');
    await session.arm(1);
    addIn.moveTo('Log!A1:B2');
    expect(draftOf(session.state()).sources[0]?.proposed).toBeNull();
    await session.disarm();
    expect(draftOf(session.state()).sources[0]?.proposed).toBe('ledger');
  });

  it('is none beside a role that was chosen, nor for an address that was changed meanwhile', async () => {
    const { addIn, session } = await filledIn();
    addIn.proposals = { [accounts]: 'ledger' };
    await session.confirmAddress(1);
    expect(draftOf(session.state()).sources[0]).toMatchObject({ role: 'accounts', proposed: null });
    session.chooseRole(1, null);
    const late = session.confirmAddress(1);
    session.typeAddress(1, 'IRA-1!B');
    await late;
    expect(draftOf(session.state()).sources[0]).toMatchObject({ typed: 'IRA-1!B', proposed: null });
  });
});

describe('A field that follows the selection', () => {
  it('shows every new address, and is read once, when the following ends', async () => {
    const { addIn, session } = await filledIn();
    await session.arm(1);
    addIn.moveTo('\'IRA-1\'!A5:F9');
    addIn.moveTo('\'IRA-1\'!A5:F10');
    expect(draftOf(session.state()).sources[0]?.typed).toBe('\'IRA-1\'!A5:F10');
    expect(session.state().status).toBe('Following the selection: \'IRA-1\'!A5:F10.');
    expect(addIn.begun).toHaveLength(1);
    await session.disarm();
    await settled();
    expect(addIn.begun.map(({ plan }) => plan.sources[0]?.range)).toEqual([accounts, '\'IRA-1\'!A5:F10']);
  });

  it('follows no more once it is stopped, and leaves no handler behind', async () => {
    const { addIn, session } = await filledIn();
    await session.arm(1);
    expect(addIn.followers.size).toBe(1);
    await session.disarm();
    expect([addIn.followers.size, session.state().armed]).toEqual([0, null]);
  });

  it('gives way to another field, so that only one follows', async () => {
    const { addIn, session } = begin();
    session.addSource();
    await Promise.all([session.arm(1), session.arm(2)]);
    expect([addIn.followers.size, session.state().armed]).toEqual([1, 2]);
    addIn.moveTo('\'IRA-1\'!A16:E16');
    expect(draftOf(session.state()).sources.map(({ typed }) => typed)).toEqual(['', '\'IRA-1\'!A16:E16']);
  });

  it.each([
    ['it is typed in', (session: Session) => session.typeAddress(1, 'x')],
    ['the selection is taken once', (session: Session) => session.useSelection(1)],
    ['its range is removed', (session: Session) => session.removeSource(1)],
    ['the other spouse is chosen', (session: Session) => session.choosePerson('S')],
  ])('stops when %s', async (_, act) => {
    const { addIn, session } = begin();
    await session.arm(1);
    await act(session);
    await settled();
    expect([addIn.followers.size, session.state().armed]).toEqual([0, null]);
  });

  it('opened and stopped ten times leaves nothing behind', async () => {
    const { addIn, session } = begin();
    for (let time = 0; time < 10; time += 1) {
      await session.arm(1);
      await session.disarm();
    }
    expect(addIn.followers.size).toBe(0);
  });

  it('says beside the field why a selection cannot be used', async () => {
    const { addIn, session } = begin();
    addIn.selected = { ok: false, error: { code: 'InvalidSelection', cell: null, text: 'What is selected is not one rectangle of cells.' } };
    await session.useSelection(1);
    expect(draftOf(session.state()).sources[0]?.problem).toBe('What is selected is not one rectangle of cells.');
  });
});

describe('An answer', () => {
  it('goes into the plan, and the ranges are read again', async () => {
    const { addIn, session } = await filledIn();
    session.answer('\'IRA-1\'!D11', 'exclude', 'Leave it out');
    await settled();
    expect(addIn.last().plan.answers).toEqual({ '\'IRA-1\'!D11': 'exclude' });
    session.takeBack('\'IRA-1\'!D11');
    await settled();
    expect(addIn.last().plan.answers).toEqual({});
    expect(addIn.begun).toHaveLength(3);
  });
});

describe('A reading', () => {
  it('that is overtaken by a change is stopped, and its result is never shown', async () => {
    const { addIn, session } = begin();
    addIn.respond = null;
    session.chooseYear(2025);
    session.chooseRole(1, 'accounts');
    await session.useSelection(1);
    await settled();
    const [first] = addIn.begun;
    session.change({ rounding: 'cents' });
    expect(first?.options.signal?.stopped).toBe(true);
    first?.end(refused('Stopped as you asked.'));
    await settled();
    expect([addIn.begun.length, session.state().results.T]).toEqual([2, null]);
    addIn.last().end(readable([aTab(addIn.last().plan, 2025)]));
    await settled();
    expect(resultOf(session.state())?.of.rounding).toBe('cents');
    expect(session.state().work).toBeNull();
  });

  it('tells its progress from the second trip on: the first is over before anybody can look', async () => {
    const { addIn, session } = begin();
    addIn.respond = null;
    session.chooseYear(2025);
    session.chooseRole(1, 'accounts');
    await session.useSelection(1);
    await settled();
    addIn.last().options.onProgress?.(6666);
    expect(session.state().work).toEqual({ kind: 'reading', rows: null, stopping: false });
    addIn.last().options.onProgress?.(13332);
    expect(session.state().work).toEqual({ kind: 'reading', rows: 13332, stopping: false });
  });

  it('can be stopped, and says so', async () => {
    const { addIn, session } = begin();
    addIn.respond = null;
    session.chooseYear(2025);
    session.chooseRole(1, 'accounts');
    await session.useSelection(1);
    await settled();
    session.stop();
    expect([addIn.last().options.signal?.stopped, session.state().work?.stopping]).toEqual([true, true]);
    addIn.last().end(refused('Stopped as you asked. Nothing in the workbook was changed.'));
    await settled();
    expect([session.state().work, session.state().status]).toEqual([null, 'Stopped as you asked. Nothing in the workbook was changed.']);
  });

  it('that meets an error says its sentence', async () => {
    const { addIn, session } = await filledIn();
    addIn.respond = () => refused('\'IRA-1\'!D7 holds no 31 December value.', '\'IRA-1\'!D7');
    session.readAgain();
    await settled();
    expect(session.state().status).toBe('\'IRA-1\'!D7 holds no 31 December value.');
  });
});

describe('Building', () => {
  it('is not begun before everything is said', async () => {
    const { addIn, session } = await filledIn();
    session.build();
    await settled();
    expect(addIn.begun.filter(({ kind }) => kind === 'build')).toEqual([]);
  });

  it('builds the plan that is shown, dated today, and knows the tab afterwards', async () => {
    const { addIn, session } = await filledIn();
    session.change({ sepOrSimple: 'none' });
    addIn.respond = (plan) => readable([aTab(plan, 2025, { sheet: '8606 2025 T' })]);
    session.build();
    await settled();
    expect(addIn.last()).toMatchObject({ kind: 'build', plan: { year: 2025, sources: [{ range: accounts }] }, options: { built: '2026-02-11' } });
    expect(session.state().status).toBe('Built: "8606 2025 T" (READY).');
    expect(session.state().tabs.map(({ sheet }) => sheet)).toEqual(['8606 2025 T']);
  });

  it('waits until the reading under way has stopped', async () => {
    const { addIn, session } = await filledIn();
    session.change({ sepOrSimple: 'none' });
    addIn.respond = null;
    session.readAgain();
    await settled();
    session.build();
    expect(addIn.last()).toMatchObject({ kind: 'read', options: { signal: { stopped: true } } });
    addIn.last().end(refused('Stopped as you asked.'));
    await settled();
    expect(addIn.last().kind).toBe('build');
  });

  it('is not stopped by a change; what has changed is read when it is done', async () => {
    const { addIn, session } = await filledIn();
    session.change({ sepOrSimple: 'none' });
    addIn.respond = null;
    session.build();
    await settled();
    const building = addIn.last();
    session.change({ rounding: 'cents' });
    expect([building.kind, building.options.signal?.stopped]).toEqual(['build', false]);
    building.end(readable([aTab(building.plan, 2025, { sheet: '8606 2025 T' })]));
    await settled();
    expect(addIn.last()).toMatchObject({ kind: 'read', plan: { rounding: 'cents' } });
  });

  it('that fails says why, and the pane knows no tab', async () => {
    const { addIn, session } = await filledIn();
    session.change({ sepOrSimple: 'none' });
    addIn.respond = () => refused('The structure of this workbook is protected.');
    session.build();
    await settled();
    expect([session.state().status, session.state().tabs]).toEqual(['The structure of this workbook is protected.', []]);
  });
});

describe('A workbook that is opened again', () => {
  it('gives back what its tabs were built from, and reads it', async () => {
    const first = await filledIn();
    first.session.change({ sepOrSimple: 'none' });
    first.session.answer('\'IRA-1\'!D11', 'exclude', 'Leave it out');
    first.session.build();
    await settled();
    const addIn = new FakeAddIn();
    addIn.saved = first.addIn.saved;
    const session = new Session(addIn, () => '2026-02-12');
    await session.open();
    await settled();
    expect(addIn.last()).toMatchObject({ kind: 'read', plan: first.addIn.last().plan });
    expect(draftOf(session.state())).toMatchObject({ answers: { '\'IRA-1\'!D11': { answer: 'exclude', says: 'Leave it out' } }, sepOrSimple: 'none' });
  });

  it('asks for a SEP or SIMPLE IRA where no plan tells what was said of it', async () => {
    const addIn = new FakeAddIn();
    addIn.saved = [{ year: 2025, person: 'S', sheet: '8606 2025 S', plan: null, problems: ['A range is no longer in the workbook.'], lost: [] }];
    const session = new Session(addIn, () => '');
    await session.open();
    expect(session.state().person).toBe('S');
    expect(draftOf(session.state())).toMatchObject({ year: 2025, sepOrSimple: null });
    expect(session.state().status).toMatch(/Form 8606 tabs: spouse 2025\. .*A range is no longer in the workbook\./);
  });
});

describe('Formulas in the workbook', () => {
  const twoRepaired = cellsReport({ sheets: [{ sheet: 'IRA-1', cells: 2 }] });

  it('are repaired at one press, and the ranges are read again where something changed', async () => {
    const { addIn, session } = await filledIn();
    addIn.respondOverFormulas = () => Promise.resolve(twoRepaired);
    session.repairFormulas();
    await settled();
    expect(addIn.overFormulas).toEqual(['repair']);
    expect(session.state()).toMatchObject({ work: null, formulas: { kind: 'done', task: { kind: 'repairing' }, report: twoRepaired } });
    expect(addIn.begun.map(({ kind }) => kind)).toEqual(['read', 'read']);
  });

  it('that were all in order leave what was read as it is', async () => {
    const { addIn, session } = await filledIn();
    session.repairFormulas();
    await settled();
    expect(addIn.begun).toHaveLength(1);
  });

  it('wait for a reading to give way, which then takes its turn again', async () => {
    const { addIn, session } = begin();
    addIn.respond = null;
    session.chooseYear(2025);
    session.chooseRole(1, 'accounts');
    await session.useSelection(1);
    session.repairFormulas();
    expect([addIn.last().options.signal?.stopped, addIn.overFormulas]).toEqual([true, []]);
    expect(session.state().formulas).toEqual({ kind: 'going on', task: { kind: 'repairing' } });
    addIn.last().end();
    await settled();
    expect([addIn.overFormulas, addIn.begun.length]).toEqual([['repair'], 2]);
  });

  it('are not written while a tab is built, and a tab is not built while they are', async () => {
    const { addIn, session } = await filledIn();
    session.change({ sepOrSimple: 'none' });
    addIn.respond = null;
    session.build();
    session.repairFormulas();
    await settled();
    expect(addIn.overFormulas).toEqual([]);
    let end: (report: typeof twoRepaired) => void = () => undefined;
    addIn.respondOverFormulas = () => new Promise((resolve) => { end = resolve; });
    addIn.last().end(readable([]));
    await settled();
    expect([addIn.overFormulas, session.state().work?.kind]).toEqual([['repair'], 'repairing']);
    session.build();
    await settled();
    expect(addIn.begun.map(({ kind }) => kind)).toEqual(['read', 'build']);
    end(twoRepaired);
    await settled();
    expect(addIn.begun.map(({ kind }) => kind)).toEqual(['read', 'build', 'build']);
  });

  it('can be stopped while they are written; what was not reached is told', async () => {
    const { addIn, session } = begin();
    const stoppedEarly = cellsReport({ skipped: [{ sheet: 'Log', cells: 3, text: 'You stopped before the sheet "Log": 3 cells on it stayed as they are.' }] });
    addIn.respondOverFormulas = () => new Promise((resolve) => { setTimeout(() => resolve(stoppedEarly), 0); });
    session.repairFormulas();
    session.stop();
    expect([addIn.lastSignal, session.state().work?.stopping, session.state().status]).toEqual([{ stopped: true }, true, 'Stopping.']);
    await new Promise((resolve) => { setTimeout(resolve, 5); });
    expect(session.state()).toMatchObject({ work: null, status: '', formulas: { kind: 'done', report: stoppedEarly } });
    await session.askToConvert('workbook');
    session.convert();
    expect(addIn.lastSignal).toEqual({ stopped: false });
  });

  it('become values only at the second press', async () => {
    const { addIn, session } = begin();
    session.convert();
    await session.askToConvert('workbook');
    expect([session.state().formulas, addIn.overFormulas]).toEqual([{ kind: 'asked', of: { scope: 'workbook' }, moved: false }, []]);
    session.convert();
    session.convert();
    await settled();
    expect([session.state().formulas?.kind, addIn.overFormulas]).toEqual(['done', ['workbook']]);
  });

  it('stay formulas when the user thinks better of it', async () => {
    const { addIn, session } = begin();
    await session.askToConvert('workbook');
    session.keepFormulas();
    session.convert();
    await settled();
    expect([session.state().formulas, addIn.overFormulas]).toEqual([null, []]);
  });

  it('become values in the cells that were named, and not in others that are selected meanwhile', async () => {
    const { addIn, session } = begin();
    await session.askToConvert('selection');
    expect(session.state().formulas).toEqual({ kind: 'asked', of: { scope: 'selection', range: accounts }, moved: false });
    addIn.selected = { ok: true, range: 'Log!A1' };
    session.convert();
    await settled();
    expect([session.state().formulas, addIn.overFormulas]).toEqual([{ kind: 'asked', of: { scope: 'selection', range: 'Log!A1' }, moved: true }, []]);
    session.convert();
    await settled();
    expect(addIn.overFormulas).toEqual(['selection']);
  });

  it('cannot be converted where nothing is selected, before the first press or the second', async () => {
    const { addIn, session } = begin();
    const error = { code: 'InvalidSelection', cell: null, text: 'Excel has no selection to read.' };
    addIn.selected = { ok: false, error };
    await session.askToConvert('selection');
    expect(session.state().formulas).toEqual({ kind: 'refused', error });
    addIn.selected = { ok: true, range: accounts };
    await session.askToConvert('selection');
    addIn.selected = { ok: false, error };
    session.convert();
    await settled();
    expect([session.state().formulas, addIn.overFormulas]).toEqual([{ kind: 'refused', error }, []]);
  });

  it('are selected without moving the range whose field followed the selection', async () => {
    const { addIn, session } = await filledIn();
    await session.arm(1);
    await session.askToConvert('selection');
    expect([session.state().armed, addIn.followers.size]).toEqual([null, 0]);
  });
});

it('The way to a cell and to a tab goes through Excel', async () => {
  const { addIn, session } = begin();
  await session.select('\'IRA-1\'!D9');
  await session.goToTab(2025, 'T');
  expect(addIn.shown).toEqual(['\'IRA-1\'!D9', 'tab 2025 T']);
});

/** @jest-environment jsdom */
import type { TabReport } from '../../src/office/report';
import { yearsOf, type Plan } from '../../src/plan/plan';
import { draftOf } from '../../src/taskpane/state';
import { aTab, FakeAddIn, readable, refused } from './support/fakeAddIn';
import { axeFinds, button, closePanes, enter, field, openFold, openPane, press, type OpenPane } from './support/page';

const on = (cell: string): string => `'IRA-1'!${cell}`;

/** What the reader makes of wb02 with one doubtful account in it. */
const findings = (plan: Plan): Partial<TabReport> => ({
  used: [
    { cell: on('D6'), line: '6', amount: 93000, text: '$93,000.00' },
    { cell: on('D15'), line: '1', amount: 7000, text: null },
  ],
  excluded: [{ cell: on('D8'), text: 'Roth IRA: not part of line 6.', shown: '188,432.10' }],
  ignored: [{ cell: on('D12'), text: 'A total.' }],
  warnings: [{ cell: on('D6'), code: 'TEXT_NUMBER_PARSED', text: 'D6 holds "$93,000.00" as text.' }],
  ...(plan.answers[on('D11')] === undefined
    ? {
      status: 'DRAFT' as const,
      asked: [{
        cell: on('D11'), code: 'ACCOUNT_TYPE_UNKNOWN', text: '"Sweep" does not say whether it is an IRA.',
        choices: [{ answer: 'include', says: 'Count it' }, { answer: 'exclude', says: 'Leave it out' }],
      }],
    }
    : {}),
});

const withFindings = (): FakeAddIn => {
  const addIn = new FakeAddIn();
  addIn.respond = (plan) => readable(yearsOf(plan).map((year) => aTab(plan, year, { sheet: `8606 ${year} ${plan.person}`, ...findings(plan) })));
  return addIn;
};

const fillIn = async ({ page, does }: OpenPane): Promise<void> => {
  await does(() => enter(field(page, 'Tax year'), '2025'));
  await does(() => enter(field(page, 'What it holds'), 'accounts'));
  await does(() => button(page, 'Use selection for range 1').click());
};

const statusOf = (page: HTMLElement): string => page.querySelector('[role="status"]')?.textContent ?? '';

afterEach(closePanes);

describe('A role that is proposed for a range', () => {
  it('is accepted with one press, after which the focus is on what it says', async () => {
    const addIn = new FakeAddIn();
    addIn.proposals = { [on('A4:F12')]: 'accounts' };
    const { page, does } = await openPane(addIn);
    await does(() => button(page, 'Use selection for range 1').click());
    expect(statusOf(page)).toBe(`${on('A4:F12')} looks like "Accounts with 31 December values". Accept it, or choose what it holds.`);
    expect(field(page, 'What it holds').value).toBe('');
    expect(await axeFinds()).toEqual([]);
    await does(() => button(page, 'Accept “Accounts with 31 December values” for range 1').click());
    expect(field(page, 'What it holds').value).toBe('accounts');
    expect(document.activeElement).toBe(field(page, 'What it holds'));
  });
});

describe('The pane before anything is chosen', () => {
  it('has no year, and says what is to be done before a tab can be built', async () => {
    const { page } = await openPane();
    expect(field(page, 'Tax year').value).toBe('');
    expect(button(page, 'Build the tab').getAttribute('aria-disabled')).toBe('true');
    expect(document.getElementById(button(page, 'Build the tab').getAttribute('aria-describedby') ?? '')?.textContent)
      .toBe('To build: Choose the tax year. (and 2 more)');
  });

  it('offers every year that the law table covers, the newest first', async () => {
    const { page } = await openPane();
    const years = [...field(page, 'Tax year').options].map(({ value }) => value).slice(1).map(Number);
    expect(years).toEqual([...years].sort((a, b) => b - a));
    expect([years.at(-1), years.length]).toEqual([1998, years[0]! - 1997]);
  });

  it('says once that nothing leaves the workbook and that it is no tax advice', async () => {
    const { page } = await openPane();
    expect(page.textContent?.match(/nothing leaves it/g)).toHaveLength(1);
    expect(page.textContent?.match(/Not tax advice/g)).toHaveLength(1);
  });
});

describe('What was read', () => {
  it('is told in one sentence, and line by line', async () => {
    const pane = await openPane(withFindings());
    await fillIn(pane);
    expect(pane.page.textContent).toContain('$6,653 of your $7,000 conversion is taxable; $6,653 of basis carries to 2026.');
    const rows = [...pane.page.querySelectorAll('table tr')].map((row) => [row.querySelector('th')?.textContent, row.querySelector('td:last-child')?.textContent]);
    expect(rows).toContainEqual(['18', '6,653']);
    expect(statusOf(pane.page)).toBe('Read: 2 cells used, 1 left out, 1 ignored; 1 open question.');
  });

  it('is drawn, with what the drawing shows in words for whoever does not see it, and what can be done', async () => {
    const pane = await openPane(withFindings());
    await fillIn(pane);
    const drawings = [...pane.page.querySelectorAll('svg[role="img"]')];
    expect(drawings.map((one) => one.getAttribute('aria-label'))).toEqual([
      'Converted: $7,000; $347 tax-free, $6,653 taxable', 'In the IRAs on 31 December 2025: $134,263; $6,653 taxed already, $127,610 never taxed',
    ]);
    expect([...drawings[0]!.querySelectorAll('rect')].map((part) => [Number(part.getAttribute('x')), Number(part.getAttribute('width'))])[1])
      .toEqual([expect.closeTo(300 * 347 / 7000, 9), expect.closeTo(300 * 6653 / 7000, 9)]);
    expect(pane.page.textContent).toContain('must leave the traditional, SEP and SIMPLE IRAs by 31 December 2025');
  });

  it('tells behind every line, for whoever asks, how it was reached and where the law has it', async () => {
    const addIn = new FakeAddIn();
    addIn.respond = (plan) => readable([aTab(plan, 2025, { explanations: { 11: 'Line 11 is 347: line 8 (7,000) times line 10 (0.0495529615).' } })]);
    const pane = await openPane(addIn);
    await fillIn(pane);
    const number = button(pane.page, '11');
    expect(number.getAttribute('aria-expanded')).toBe('false');
    await pane.does(() => number.click());
    const behind = document.getElementById(number.getAttribute('aria-controls')!)!;
    expect([number.getAttribute('aria-expanded'), behind.hidden, behind.querySelector('p')?.textContent]).toEqual([
      'true', false, 'Line 11 is 347: line 8 (7,000) times line 10 (0.0495529615).',
    ]);
    expect([...behind.querySelectorAll('li')].map(({ textContent }) => textContent)).toEqual(['Form 8606 (2025), line 11', 'never more than line 5: rounding may not create basis']);
    expect(await axeFinds()).toEqual([]);
    await pane.does(() => number.click());
    expect(behind.hidden).toBe(true);
  });

  it('leads from a note to the cell that it comes from', async () => {
    const pane = await openPane(withFindings());
    await fillIn(pane);
    const notes = [...pane.page.querySelectorAll('details')].find((one) => one.querySelector('summary')?.textContent === 'Notes: 1')!;
    await pane.does(() => button(notes, on('D6')).click());
    expect(pane.addIn.shown).toEqual([on('D6')]);
  });

  it('shows every cell with its fate, and every address is a way to it', async () => {
    const pane = await openPane(withFindings());
    await fillIn(pane);
    expect((await openFold(pane, 'Used: 2 cells')).textContent).toBe(`Used: 2 cellsLine 1${on('D15')}7,000.00Line 6${on('D6')}93,000.00As text: “$93,000.00”`);
    expect((await openFold(pane, 'Left out: 1 cell')).textContent).toContain(`${on('D8')}188,432.10Roth IRA: not part of line 6.`);
    const ignored = await openFold(pane, 'Ignored: 1 cell');
    expect(ignored.textContent).toContain('A total.');
    await pane.does(() => button(ignored, on('D12')).click());
    expect(pane.addIn.shown).toEqual([on('D12')]);
  });

  it('shows fifty cells of fifty thousand at first, and more when asked', async () => {
    const addIn = new FakeAddIn();
    const used = Array.from({ length: 50_000 }, (_, index) => ({ cell: `Log!C${index + 2}`, line: '8', amount: 1, text: null }));
    addIn.respond = (plan) => readable([aTab(plan, 2025, { used })]);
    const pane = await openPane(addIn);
    await fillIn(pane);
    const fold = await openFold(pane, 'Used: 50,000 cells');
    expect(fold.querySelectorAll('li')).toHaveLength(50);
    await pane.does(() => button(fold, 'Show 500 more of 49,950').click());
    expect(fold.querySelectorAll('li')).toHaveLength(550);
  });

  it('shows text from cells only as text', async () => {
    const addIn = new FakeAddIn();
    const hostile = '<img src=x onerror="window.hostile=true"><b>1</b>';
    addIn.respond = (plan) => readable([aTab(plan, 2025, {
      used: [{ cell: on('D6'), line: '6', amount: 1, text: hostile }],
      excluded: [{ cell: on('D8'), text: hostile, shown: hostile }],
      ignored: [{ cell: on('D12'), text: hostile }],
      asked: [{ cell: on('D11'), code: 'AMOUNT_UNCLEAR', text: hostile, choices: [{ answer: 'zero', says: hostile }] }],
      warnings: [{ cell: null, code: 'X', text: hostile }],
      explanations: { 1: hostile },
      changes: [hostile],
    })]);
    const pane = await openPane(addIn);
    await fillIn(pane);
    for (const title of ['Used: 1 cell', 'Left out: 1 cell', 'Ignored: 1 cell']) await openFold(pane, title);
    await pane.does(() => button(pane.page, '1').click());
    expect(pane.page.querySelectorAll('img, b')).toHaveLength(0);
    expect(pane.page.textContent?.split(hostile)).toHaveLength(10);
  });

  it('shows the title of a tab only as text, wherever it stands', async () => {
    const addIn = new FakeAddIn();
    const hostile = '<img src=x onerror="window.hostile=true"><b>1</b>';
    addIn.respond = (plan) => readable([aTab(plan, 2025, { sheet: hostile })]);
    addIn.saved = [{ year: 2025, person: 'T', sheet: hostile, plan: null, problems: [hostile], lost: [] }];
    const pane = await openPane(addIn);
    await fillIn(pane);
    await pane.does(() => pane.page.querySelector<HTMLInputElement>('input[value="none"]')?.click());
    expect(button(pane.page, 'Go to tab').title).toContain(hostile);
    await pane.does(() => button(pane.page, 'Build again').click());
    expect(statusOf(pane.page)).toContain(hostile);
    expect(pane.page.querySelectorAll('img, b')).toHaveLength(0);
  });

  it('tells after a build again what it has changed', async () => {
    const addIn = new FakeAddIn();
    addIn.respond = (plan) => readable([aTab(plan, 2025, { changes: ['Line 6: 134,263 before, 134,273 now.'] })]);
    const pane = await openPane(addIn);
    await fillIn(pane);
    expect((await openFold(pane, 'Changed since the build before: 1')).textContent).toContain('Line 6: 134,263 before, 134,273 now.');
  });

  it('shows the year that is chosen where several tabs are built', async () => {
    const pane = await openPane(withFindings());
    await fillIn(pane);
    await openFold(pane, 'Options');
    await pane.does(() => field(pane.page, '2024').click());
    expect(pane.addIn.last().plan.year).toEqual([2024, 2025]);
    const shown = (): string => pane.page.querySelector('caption')?.textContent ?? '';
    expect(shown()).toBe('Form 8606 for 2025, line by line');
    await pane.does(() => [...pane.page.querySelectorAll<HTMLInputElement>('input[type="radio"][value="2024"]')][0]?.click());
    expect(shown()).toBe('Form 8606 for 2024, line by line');
  });

  it('puts an error beside the range that it speaks of, and in what a screen reader hears', async () => {
    const addIn = new FakeAddIn();
    addIn.respond = () => refused('D7 holds no 31 December value.', on('D7'));
    const pane = await openPane(addIn);
    await fillIn(pane);
    expect(pane.page.querySelector('fieldset')?.textContent).toContain(`Error: D7 holds no 31 December value. ${on('D7')}`);
    expect(pane.page.textContent?.match(/Error: /g)).toHaveLength(1);
    expect(statusOf(pane.page)).toBe('D7 holds no 31 December value.');
  });

  it('asks what a reading that stopped has to know, so that it can go on', async () => {
    const addIn = new FakeAddIn();
    addIn.respond = (plan) => (plan.answers[on('D5')] === undefined
      ? { ...refused('No value for 31 December is known: see the question.'), asked: [{ cell: on('D5'), code: 'IN_THOUSANDS', text: 'Are these thousands?', choices: [{ answer: { scale: 1000 }, says: 'They are in thousands' }] }] }
      : readable([aTab(plan, 2025)]));
    const pane = await openPane(addIn);
    await fillIn(pane);
    expect(pane.page.textContent).toContain('There are no figures yet');
    await pane.does(() => button(pane.page, 'They are in thousands').click());
    expect(pane.page.textContent).not.toContain('There are no figures yet');
  });

  it('puts an error that no range is beside with the result', async () => {
    const addIn = new FakeAddIn();
    addIn.respond = () => refused('This workbook calculates with "precision as displayed".');
    const pane = await openPane(addIn);
    await fillIn(pane);
    expect(pane.page.textContent).toContain('Error: This workbook calculates with "precision as displayed".');
  });
});

describe('A question', () => {
  it('is answered with one press, goes away at once, and leaves the focus on the next', async () => {
    const pane = await openPane(withFindings());
    await fillIn(pane);
    expect(pane.page.textContent).toContain('1 question');
    await pane.does(() => button(pane.page, 'Leave it out').click());
    expect(pane.addIn.last().plan.answers).toEqual({ [on('D11')]: 'exclude' });
    expect(pane.page.textContent).toContain('Questions: all answered');
    expect(document.activeElement?.textContent).toBe('Questions: all answered');
  });

  it('can be answered otherwise afterwards', async () => {
    const pane = await openPane(withFindings());
    await fillIn(pane);
    await pane.does(() => button(pane.page, 'Leave it out').click());
    await pane.does(() => button(pane.page, `Change the answer for ${on('D11')}`).click());
    await pane.does(() => button(pane.page, 'Count it').click());
    expect(pane.addIn.last().plan.answers).toEqual({ [on('D11')]: 'include' });
  });

  const asking = (choices: TabReport['asked'][number]['choices']): FakeAddIn => {
    const addIn = new FakeAddIn();
    addIn.respond = (plan) => readable([aTab(plan, 2025, { asked: [{ cell: on('D15'), code: 'DEDUCTED_UNKNOWN', text: 'How much was deducted?', choices }] })]);
    return addIn;
  };

  it('whose answer is an amount takes any other amount, as text is read in cells', async () => {
    const pane = await openPane(asking([{ answer: { deducted: '0' }, says: 'Nothing' }, { answer: { deducted: '7000' }, says: 'All of it' }]));
    await fillIn(pane);
    await pane.does(() => enter(field(pane.page, 'Or another amount deducted'), 'some'));
    await pane.does(() => button(pane.page, 'Use this amount').click());
    expect(pane.page.querySelector('[role="alert"]')?.textContent).toMatch(/"some"/);
    await pane.does(() => enter(field(pane.page, 'Or another amount deducted'), '-5'));
    await pane.does(() => button(pane.page, 'Use this amount').click());
    expect(pane.page.querySelector('[role="alert"]')?.textContent).toBe('What was deducted is zero or more.');
    await pane.does(() => enter(field(pane.page, 'Or another amount deducted'), '$3,500.50'));
    await pane.does(() => button(pane.page, 'Use this amount').click());
    expect(pane.addIn.last().plan.answers).toEqual({ [on('D15')]: { deducted: '3500.5' } });
  });

  it('with many answers takes one press all the same', async () => {
    const pane = await openPane(asking(['a', 'b', 'c', 'd', 'e'].map((column) => ({ answer: { column }, says: `It holds ${column}` }))));
    await fillIn(pane);
    await pane.does(() => button(pane.page, 'It holds d').click());
    expect(pane.addIn.last().plan.answers).toEqual({ [on('D15')]: { column: 'd' } });
  });
});

describe('Picking a range', () => {
  it('follows the selection until Esc, and does not move the focus', async () => {
    const pane = await openPane();
    await fillIn(pane);
    const follow = button(pane.page, 'Follow selection for range 1');
    follow.focus();
    await pane.does(() => follow.click());
    await pane.does(() => pane.addIn.moveTo(on('A5:F9')));
    expect(field(pane.page, 'Address').value).toBe(on('A5:F9'));
    expect(document.activeElement).toBe(button(pane.page, 'Stop following for range 1'));
    await pane.does(() => press(document.activeElement!, 'Escape'));
    expect([pane.session.state().armed, pane.addIn.followers.size]).toEqual([null, 0]);
    expect(field(pane.page, 'Address').value).toBe(on('A5:F9'));
  });

  it('by typing shows the sentence beside the field when the address is no good', async () => {
    const pane = await openPane();
    await pane.does(() => enter(field(pane.page, 'Address'), 'A4:F12'));
    await pane.does(() => press(field(pane.page, 'Address'), 'Enter'));
    const described = field(pane.page, 'Address').getAttribute('aria-describedby') ?? '';
    expect(field(pane.page, 'Address').getAttribute('aria-invalid')).toBe('true');
    expect(document.getElementById(described.split(' ')[0]!)?.textContent).toMatch(/names no sheet/);
  });

  it('leaves the focus on "Add a range" when a range is removed', async () => {
    const pane = await openPane();
    await pane.does(() => button(pane.page, 'Add a range').click());
    await pane.does(() => button(pane.page, 'Remove range 2').click());
    expect(document.activeElement).toBe(button(pane.page, 'Add a range'));
    expect(draftOf(pane.session.state()).sources).toHaveLength(1);
  });
});

describe('Building', () => {
  const ready = async (): Promise<OpenPane> => {
    const pane = await openPane(withFindings());
    await fillIn(pane);
    await pane.does(() => pane.page.querySelector<HTMLInputElement>('input[value="none"]')?.click());
    return pane;
  };

  it('is possible once a SEP or SIMPLE IRA is accounted for; then the tab can be gone to, and built again', async () => {
    const pane = await ready();
    await pane.does(() => button(pane.page, 'Build the tab').click());
    expect(pane.addIn.last().kind).toBe('build');
    expect(statusOf(pane.page)).toBe('Built: "8606 2025 T" (DRAFT).');
    expect(button(pane.page, 'Build again').getAttribute('aria-disabled')).not.toBe('true');
    await pane.does(() => button(pane.page, 'Go to tab').click());
    expect(pane.addIn.shown).toEqual(['tab 2025 T']);
    expect(pane.page.textContent).not.toContain('Go to the ledger');
  });

  it('leads to the ledger too where the person has one', async () => {
    const pane = await ready();
    pane.addIn.ledgers = ['T'];
    await pane.does(() => button(pane.page, 'Build the tab').click());
    await pane.does(() => button(pane.page, 'Go to the ledger').click());
    expect(pane.addIn.shown).toEqual(['tab ledger T']);
    await pane.does(() => field(pane.page, 'Spouse').click());
    expect(pane.page.textContent).not.toContain('Go to the ledger');
  });

  it('says when the tab is from something else than what the pane shows', async () => {
    const pane = await ready();
    await pane.does(() => button(pane.page, 'Build the tab').click());
    expect(pane.page.textContent).not.toContain('Build again to bring it up to date');
    await pane.does(() => button(pane.page, 'Leave it out').click());
    expect(pane.page.textContent).toContain('Build again to bring it up to date');
  });

  it('can be stopped, and leaves the focus on the button to begin again', async () => {
    const pane = await ready();
    pane.addIn.respond = null;
    await pane.does(() => button(pane.page, 'Build the tab').click());
    await pane.does(() => button(pane.page, 'Stop').click());
    expect(pane.addIn.last().options.signal?.stopped).toBe(true);
    expect(document.activeElement).toBe(button(pane.page, 'Build the tab'));
  });
});

describe('The pane for those who cannot see it, or have no mouse', () => {
  it.each([
    ['empty', async () => undefined],
    ['with questions, lines and cells', async (pane: OpenPane) => {
      await fillIn(pane);
      for (const title of ['Options', 'Used: 2 cells', 'Left out: 1 cell', 'Ignored: 1 cell']) await openFold(pane, title);
    }],
    ['with an error beside a range and a field', async (pane: OpenPane) => {
      pane.addIn.respond = () => refused('D7 holds no 31 December value.', on('D7'));
      await fillIn(pane);
      await pane.does(() => button(pane.page, 'Add a range').click());
      await pane.does(() => enter(field(pane.page, 'Address', 1), 'A4'));
      await pane.does(() => press(field(pane.page, 'Address', 1), 'Enter'));
    }],
    ['while it builds', async (pane: OpenPane) => {
      await fillIn(pane);
      await pane.does(() => pane.page.querySelector<HTMLInputElement>('input[value="none"]')?.click());
      pane.addIn.respond = null;
      await pane.does(() => button(pane.page, 'Build the tab').click());
    }],
  ])('gives axe nothing to find: %s', async (_, prepare) => {
    const pane = await openPane(withFindings());
    await prepare(pane);
    expect(await axeFinds()).toEqual([]);
  });

  it('gives axe nothing to find in the dark', async () => {
    const pane = await openPane(withFindings(), true);
    await fillIn(pane);
    expect(await axeFinds()).toEqual([]);
  });

  it('has no control that the keyboard cannot reach', async () => {
    const pane = await openPane(withFindings());
    await fillIn(pane);
    const controls = [...pane.page.querySelectorAll<HTMLElement>('button, input, select, summary')];
    expect(controls.length).toBeGreaterThan(20);
    expect(controls.filter((control) => control.tabIndex < 0 || control.hasAttribute('disabled'))).toEqual([]);
  });
});

import { build, read } from '../../src/office/build';
import { readWorkbook } from '../../src/package';
import { closeHosts, hosted, stateOf, type Hosted } from '../support/hostedWorkbook';
import { asXlsx, sampleWorkbook } from '../support/sampleWorkbook';

const wb02 = sampleWorkbook('wb02_cpa_account_list');
const plan = { person: 'T', year: 2025, sources: wb02.selections.map(({ role, sheet, range }) => ({ role, sheet, range })) };
const stopped = { ok: false, tabs: [], errors: [{ code: 'STOPPED', cell: null, text: 'Stopped as you asked. Nothing in the workbook was changed.' }] };

const opened = async (): Promise<Hosted> => {
  const book = hosted(readWorkbook(await asXlsx(wb02)));
  Object.assign(globalThis, { Excel: book.Excel });
  return book;
};

afterEach(() => {
  closeHosts();
  Reflect.deleteProperty(globalThis, 'Excel');
});

it('A reading that is stopped ends after the trip under way', async () => {
  await opened();
  expect(await read(plan, { signal: { stopped: true } })).toEqual(stopped);
});

it('A build that is stopped while it reads changes nothing', async () => {
  const book = await opened();
  const before = stateOf(book.host);
  expect(await build(plan, { signal: { stopped: true } })).toEqual(stopped);
  expect(stateOf(book.host)).toEqual(before);
});

it('A build that is stopped after its last reading trip changes nothing either', async () => {
  const book = await opened();
  const before = stateOf(book.host);
  const signal = { stopped: false };
  expect(await build(plan, { signal, onProgress: () => { signal.stopped = true; } })).toEqual(stopped);
  expect(stateOf(book.host)).toEqual(before);
});

it('What nobody stops is built', async () => {
  await opened();
  expect((await build(plan, { signal: { stopped: false } })).ok).toBe(true);
});

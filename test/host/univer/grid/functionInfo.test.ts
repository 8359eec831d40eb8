import { functionInfos } from '../../../../src/host/univer/grid/functionInfo';

it('Functions are offered as functions.json describes them, under the namespace', () => {
  const metadata = JSON.stringify({
    functions: [{
      id: 'LIMIT', name: 'LIMIT', description: 'Any amount of the law.',
      parameters: [{ name: 'name', description: 'Which one.' }, { name: 'status', optional: true }, { name: 'more', repeating: true }],
    }],
  });
  const [info] = functionInfos(metadata, 'BASIS');
  expect(info).toMatchObject({ functionName: 'BASIS.LIMIT', abstract: 'Any amount of the law.', description: 'Any amount of the law.' });
  expect(info?.functionParameter.map(({ name, detail, require, repeat }) => [name, detail, require, repeat])).toEqual([
    ['name', 'Which one.', 1, 0], ['status', '', 0, 0], ['more', '', 1, 1],
  ]);
});

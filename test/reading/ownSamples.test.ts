/** What the sample workbooks raise before anybody has answered: exactly the questions that their notes list. */
import { formatCell } from '../../src/cells/address';
import { read } from '../../src/reading/read';
import { ownSamples } from '../support/ownSamples';
import { selectedCells } from './sheet';

it.each(ownSamples.map((sample) => [sample.id, sample] as const))('%s asks what its note says', (_, { plans, sheets, hiddenRows, date1904, asked }) => {
  const raised = plans.flatMap((plan) => {
    const unanswered = { ...plan, answers: {} };
    return read(unanswered, selectedCells(sheets, unanswered, hiddenRows, date1904)).asked.map(({ cell, code }) => `${code} ${formatCell(cell)}`);
  });
  expect(raised).toEqual(asked);
});

import { Refusal } from '../../src/engine/refusal';
import { filingStatusOf } from '../../src/rules/filingStatus';

describe('A filing status', () => {
  /** The names on Form 1040 (2025) and its instructions, and the short ones of DESIGN.md section 3. */
  it.each([
    ['single', 'single'], ['Single', 'single'], [' SINGLE ', 'single'],
    ['hoh', 'hoh'], ['Head of household', 'hoh'],
    ['mfj', 'mfj'], ['M.F.J.', 'mfj'], ['Married filing jointly', 'mfj'], ['Married, filing jointly', 'mfj'], ['married filing joint', 'mfj'],
    ['mfs', 'mfs'], ['Married filing separately', 'mfs'], ['married-filing-separate', 'mfs'],
    ['mfs-apart', 'mfs-apart'], ['MFS (apart all year)', 'mfs-apart'], ['Married filing separately, lived apart all year', 'mfs-apart'],
    ['qss', 'qss'], ['Qualifying surviving spouse', 'qss'], ['Qualifying widow(er)', 'qss'],
  ])('%s is %s, in any case and punctuation', (written, status) => {
    expect(filingStatusOf(written)).toBe(status);
  });

  it.each(['married', 'mfs, lived apart', 'mfj2', 'm', '1', '2024', 'yes', ''])('"%s" is refused, naming the choices', (written) => {
    expect(() => filingStatusOf(written)).toThrow(Refusal);
    expect(() => filingStatusOf(written)).toThrow(/^filing_status is ".*", which is not a filing status; give one of: single, hoh, mfj, mfs /u);
  });

  it('is cut short in the sentence where it is a whole text', () => {
    expect(() => filingStatusOf('x'.repeat(5_000))).toThrow(new RegExp(`"x{40}…"`, 'u'));
  });
});

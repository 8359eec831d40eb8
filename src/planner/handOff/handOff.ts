import { coveredYears } from '../../law';
import type { Planner } from '../planner';
import { figuresFromForm, forms1099r, law, typedBlocks } from './figures';
import { due, mail } from './mail';

/** One page for whoever prepares the return, and the same sentences as a mail. */
export const handOff: Planner = {
  id: 'HANDOFF',
  title: 'For the preparer',
  purpose: 'One page for the preparer of the return, and the same as a mail to copy.',
  layoutVersion: 1,
  of: 'person',
  unit: 'cents',
  years: coveredYears,
  blocks: (year) => [...typedBlocks, forms1099r, due(year), law, mail(year)],
  fromForm: (_, year) => figuresFromForm(year),
  printed: ['mail', 'who', 'form', 'plan', 'forms 1099-R', 'due', 'law'],
  pages: ['who'],
  copied: { title: 'Mail to the preparer', block: 'mail' },
  notes: () => [
    'Build the Form 8606 tab first: the lines here are then linked to it. Amounts are linked to your cells where a formula can fetch them.',
    'Form 8606 is needed for a year with a nondeductible contribution, a conversion, a distribution from an IRA with basis, or a nonqualified one from a Roth IRA (instructions, Who Must File).',
    'Leave out social security and account numbers: mail is not safe, and the preparer has them. Of more than six Forms 1099-R, put the rest into one row.',
  ],
};

/** Made-up inputs of the planners of papers: what a plan document says, and what the preparer of a return is told. */
import { features } from '../../../src/planner/planCheck/planCheck';
import { handOff } from '../../../src/planner/handOff/handOff';
import { typedFields, type Typed } from '../../../src/planner/work';
import type { Numbers } from '../../support/returns';
import { dollars } from './madeUpPlans';

/** Every plan document that there can be; what it says of rollovers from IRAs stands by itself, and each answer is beside every third. */
export const everyPlan: readonly Typed[] = features.fields.reduce<readonly Typed[]>((so, field) => {
  if (field.field !== 'typed' || field.kind.is !== 'choice') return so;
  const { id, kind: { options } } = field;
  const answered = (option: string | undefined): Typed => ({ [`${features.id}:${id}`]: option });
  return id === 'rollIn' ? so.map((typed, index) => ({ ...typed, ...answered(options[index % options.length]) }))
    : so.flatMap((typed) => options.map((option) => ({ ...typed, ...answered(option) })));
}, [{}]);

const words = ['Fidelity', 'G', '2', 'Converted "in full", she says', '7,000.53 made 01/15/2025', '  spaced  '];

/** Any cell may be blank, and no amount has to fit another. */
export const handOffInputs = (numbers: Numbers): Typed => Object.fromEntries(typedFields(handOff, 2025).map(({ key, field: { kind } }) => {
  if (kind.is === 'choice') return [key, numbers.oneOf(kind.options)];
  if (numbers.chance(30)) return [key, null];
  return [key, kind.is === 'text' ? numbers.oneOf(words) : dollars(numbers, numbers.oneOf([1, 8_600, 2_000_000]))];
}));

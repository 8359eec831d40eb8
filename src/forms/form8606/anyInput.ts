import { inputs, type InputName } from './inputs';
import { partIIIInputs, type PartIIIInput } from './partIII';

/**
 * The inputs of all three parts side by side, as a reader finds them and a tab lists them. Part III is a form of its own
 * with disasters and repayments of its own, so its inputs are named after the Roth IRA.
 */
export type RothInputName = `roth ${PartIIIInput}`;
export type AnyInputName = InputName | RothInputName;

interface AnyInput {
  readonly line: string;
  readonly means: string;
  readonly says: string;
}

const partIIINames = Object.keys(partIIIInputs) as PartIIIInput[];

export const rothInputName = (name: PartIIIInput): RothInputName => `roth ${name}`;
export const rothInputNames: readonly RothInputName[] = partIIINames.map(rothInputName);

export const anyInputs: Readonly<Record<AnyInputName, AnyInput>> = {
  ...inputs,
  ...Object.fromEntries(partIIINames.map((name) => [rothInputName(name), partIIIInputs[name]])) as Record<RothInputName, AnyInput>,
};

export const anyInputNames = Object.keys(anyInputs) as AnyInputName[];

/** The name in Part III of an input that belongs there; null for one of Parts I and II. */
export const inputOfPartIII = (name: AnyInputName): PartIIIInput | null => partIIINames.find((one) => rothInputName(one) === name) ?? null;

export const isOfPartsIAndII = (name: AnyInputName): name is InputName => name in inputs;

import { Field, Input, makeStyles, Select, tokens } from '@fluentui/react-components';
import type { Block, Case, Planner, TypedField } from '../../planner/planner';
import { keyOf } from '../../planner/work';
import { Fold, Section } from '../layout';
import type { PlanField } from './planSession';
import { usePlan } from './usePlan';

const useStyles = makeStyles({
  card: {
    display: 'flex', flexDirection: 'column', rowGap: '8px', padding: '10px', margin: 0, minWidth: 0,
    border: `1px solid ${tokens.colorNeutralStroke2}`, borderRadius: tokens.borderRadiusLarge,
  },
  legend: { fontWeight: tokens.fontWeightSemibold, padding: '0 4px', marginLeft: '-4px' },
  field: { gridTemplateColumns: 'minmax(0, 1fr)' },
});

/** The cells that are the user's, block by block. */
export const PlanFields = ({ planner, year }: { readonly planner: Planner; readonly year: number }) => {
  const { plan } = usePlan();
  const styles = useStyles();
  const fields = plan.fields();
  return planner.blocks(year).map((block) => {
    const typed = block.fields.flatMap((field) => (field.field === 'typed' ? [field] : []));
    if (typed.length === 0) return null;
    const asked = ({ unusedWhen }: Block, of: Case): readonly TypedField[] =>
      (unusedWhen && fields.get(keyOf(of.id, unusedWhen.field))?.shown === unusedWhen.says ? typed.filter(({ id }) => id === unusedWhen.field) : typed);
    const { folded } = block;
    const isFolded = ({ id }: TypedField): boolean => folded !== undefined && (folded.fields === undefined || folded.fields.includes(id));
    const shown = (of: Case, which: readonly TypedField[]) => which.map((field) => <OneField key={field.id} of={of} field={field} shown={fields.get(keyOf(of.id, field.id))} />);
    const inCases = (holds: (field: TypedField) => boolean) => (isSingle(block) ? shown(block.cases[0]!, asked(block, block.cases[0]!).filter(holds)) : block.cases.map((of) => (
      <fieldset key={of.id} className={styles.card}>
        <legend className={styles.legend}>{of.heading}</legend>
        {shown(of, asked(block, of).filter(holds))}
      </fieldset>
    )));
    return (
      <Section key={block.id} title={block.title}>
        {!typed.every(isFolded) && inCases((field) => !isFolded(field))}
        {folded && <Fold title={folded.title}>{inCases(isFolded)}</Fold>}
      </Section>
    );
  });
};

const isSingle = ({ cases }: Block): boolean => cases.length === 1;

const LINKED = 'Follows cells of this workbook; what you enter here replaces that.';

const OneField = ({ of, field, shown }: { readonly of: Case; readonly field: TypedField; readonly shown: PlanField | undefined }) => {
  const { plan } = usePlan();
  const styles = useStyles();
  if (!shown) return null;
  const hint = shown.linked ? LINKED : field.hint;
  const problem = shown.problem === null ? {} : { validationMessage: shown.problem, validationState: 'error' as const };
  const { kind } = field;
  return (
    <Field className={styles.field} label={field.label} {...(hint === '' ? {} : { hint })} {...problem}>
      {kind.is === 'choice' ? (
        <Select value={shown.shown} onChange={(_, { value }) => plan.type(keyOf(of.id, field.id), value)}>
          {!kind.options.includes(shown.shown) && <option value={shown.shown}>{shown.shown === '' ? 'Choose' : shown.shown}</option>}
          {kind.options.map((option) => <option key={option} value={option}>{option}</option>)}
        </Select>
      ) : (
        <Input
          value={shown.shown}
          autoComplete="off"
          inputMode={kind.is === 'text' ? 'text' : 'decimal'}
          onChange={(_, { value }) => plan.type(keyOf(of.id, field.id), value)}
        />
      )}
    </Field>
  );
};

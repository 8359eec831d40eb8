import { makeStyles, tokens } from '@fluentui/react-components';
import { asPercent } from '../../engine/rates';
import { unitsPerDollar } from '../../engine/term';
import { idOf, labelOf, notesOf, type Block, type Case, type Field, type Measure, type Planner } from '../../planner/planner';
import type { Worked } from '../../planner/work';
import { onLine } from '../amounts';
import { Fold, Notice, Section } from '../layout';
import { usePlan } from './usePlan';

const useStyles = makeStyles({
  scrolled: { overflowX: 'auto' },
  table: { borderCollapse: 'collapse', width: '100%', fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase300 },
  caption: { textAlign: 'left', fontWeight: tokens.fontWeightSemibold, paddingBottom: '4px' },
  heading: { textAlign: 'right', fontWeight: tokens.fontWeightSemibold, padding: '2px 0 2px 8px', verticalAlign: 'bottom', borderBottom: `1px solid ${tokens.colorNeutralStroke1}` },
  label: { textAlign: 'left', fontWeight: tokens.fontWeightRegular, padding: '2px 8px 2px 0', verticalAlign: 'top' },
  figure: { textAlign: 'right', padding: '2px 0 2px 8px', fontVariantNumeric: 'tabular-nums', verticalAlign: 'top' },
  words: { textAlign: 'left', padding: '2px 0 2px 8px', verticalAlign: 'top' },
  sentence: { margin: 0, overflowWrap: 'anywhere' },
});

/** What the engine makes of the fields, before anything is written. */
export const PlanResults = ({ planner, year }: { readonly planner: Planner; readonly year: number }) => {
  const { plan } = usePlan();
  const styles = useStyles();
  const preview = plan.preview();
  if (!preview) return null;
  return (
    <Section title="What it comes to">
      {'problem' in preview ? <Notice kind="warning" word="No figures yet">{preview.problem}</Notice> : (
        <>
          {blocksInUse(planner, year, preview.worked).map((block) => <Results key={block.id} block={block} year={year} worked={preview.worked} />)}
          <Fold title="How it was reached">
            {explanations(planner, year, preview.worked).map((sentence) => <p key={sentence} className={styles.sentence}>{sentence}</p>)}
          </Fold>
        </>
      )}
      {notesOf(planner, year).map((note) => <p key={note} className={styles.sentence}>{note}</p>)}
    </Section>
  );
};

/** A plan that is not used has no room: its figures are left out. */
const blocksInUse = (planner: Planner, year: number, worked: Worked): readonly Block[] => {
  const blocks = planner.blocks(year);
  const unused = new Set(blocks.flatMap(({ unusedWhen, cases }) =>
    (unusedWhen ? cases.filter(({ id }) => worked.words(id, unusedWhen.field) === unusedWhen.says).map(({ id }) => id) : [])));
  return blocks.map((block) => ({ ...block, cases: block.cases.filter(({ id }) => !unused.has(id)) })).filter(({ cases }) => cases.length > 0);
};

const isResult = (field: Field): boolean => 'result' in field && field.result === true;

const Results = ({ block, year, worked }: { readonly block: Block; readonly year: number; readonly worked: Worked }) => {
  const styles = useStyles();
  const fields = block.fields.filter((field) => isResult(field) && !isContinued(field));
  if (fields.length === 0) return null;
  const cell = (of: Case, field: Field) => (
    <td key={`${of.id} ${idOf(field)}`} className={isFigure(field) ? styles.figure : styles.words}>{wholeOf(block, worked, of, field)}</td>
  );
  const headings = (texts: readonly string[]) => (
    <thead>
      <tr>
        <td />
        {texts.map((text) => <th key={text} scope="col" className={styles.heading}>{text}</th>)}
      </tr>
    </thead>
  );
  return (
    <div className={styles.scrolled} tabIndex={0} role="group" aria-label={block.title}>
      <table className={styles.table}>
        <caption className={styles.caption}>{block.title}</caption>
        {block.down ? (
          <>
            {headings(fields.map((field) => labelOf(field, year)))}
            <tbody>
              {block.cases.map((of) => <tr key={of.id}><th scope="row" className={styles.label}>{of.heading}</th>{fields.map((field) => cell(of, field))}</tr>)}
            </tbody>
          </>
        ) : (
          <>
            {block.cases.length > 1 && headings(block.cases.map(({ heading }) => heading))}
            <tbody>
              {fields.map((field) => <tr key={idOf(field)}><th scope="row" className={styles.label}>{labelOf(field, year)}</th>{block.cases.map((of) => cell(of, field))}</tr>)}
            </tbody>
          </>
        )}
      </table>
    </div>
  );
};

const isFigure = (field: Field): boolean => field.field === 'linked' || (field.field === 'worked' && field.entry.kind !== 'question');

const isContinued = (field: Field): boolean => field.field === 'words' && field.continues === true;

/** A sentence that goes on in the rows below it on the tab is one sentence here. */
const wholeOf = ({ fields }: Block, worked: Worked, of: Case, field: Field): string => {
  const after = fields.slice(fields.indexOf(field) + 1);
  const end = after.findIndex((next) => !isContinued(next));
  return [field, ...(end === -1 ? after : after.slice(0, end))].map((one) => shownOf(worked, of, one)).filter((text) => text !== '').join(' ');
};

const shownOf = (worked: Worked, { id }: Case, field: Field): string => {
  if (field.field === 'words') return worked.words(id, field.id);
  if (field.field === 'worked' && field.entry.kind === 'question') return worked.answer(id, field.entry.id) ? 'Yes' : 'No';
  const amount = worked.amount(id, idOf(field));
  if (amount === null) return '';
  const measure = measureOf(field);
  if (measure === 'ratio' || measure === 'rate') return asPercent(amount.toDecimalPlaces(4));
  if (measure === 'number') return amount.toFixed();
  return onLine(amount.toNumber(), unitsPerDollar(worked.settings.unit) === 100 ? 'cents' : 'dollars');
};

const measureOf = (field: Field): Measure => {
  if (field.field === 'worked') return field.entry.kind === 'question' ? 'amount' : field.entry.measure;
  return 'measure' in field ? field.measure ?? 'amount' : 'amount';
};

/** A sentence for each result that was worked out, with the figures in it. */
const explanations = (planner: Planner, year: number, worked: Worked): readonly string[] => blocksInUse(planner, year, worked).flatMap((block) =>
  block.cases.flatMap((of) => block.fields.flatMap((field) => {
    if (!isResult(field) || field.field !== 'worked') return [];
    return [`${of.heading === '' ? '' : `${of.heading}. `}${worked.explain(of.id, field.entry.id)}`];
  })));

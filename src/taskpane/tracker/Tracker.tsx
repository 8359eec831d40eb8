import { Button, Field, Input, makeStyles, Radio, RadioGroup, Select } from '@fluentui/react-components';
import { coveredYears } from '../../law';
import { persons, type Person } from '../../plan/plan';
import type { Whose } from '../../planner/tracker/request';
import { Notice, Section } from '../layout';
import { personWords } from '../personWords';
import { useTracker } from './useTracker';

const newestFirst = [...coveredYears].reverse();

const useStyles = makeStyles({
  pair: { display: 'flex', flexWrap: 'wrap', columnGap: '6px', rowGap: '10px' },
  year: { width: '96px', flexShrink: 0 },
  choices: { marginLeft: '-8px' },
  field: { gridTemplateColumns: 'minmax(0, 1fr)' },
});

/** The record that the articles recommend, as a table of the user's own: which years of whom, and how it works its figures out. */
export const Tracker = () => {
  const { tracker, state: { whose, from, edition, place, told } } = useTracker();
  const styles = useStyles();
  return (
    <>
      <Section title="What it begins with">
        <Field label="Whose">
          <RadioGroup layout="horizontal" className={styles.choices} value={whose} onChange={(_, { value }) => tracker.change({ whose: value as Whose })}>
            {persons.map((person) => <Radio key={person} value={person} label={personWords[person]} />)}
            <Radio value="both" label="Both" />
          </RadioGroup>
        </Field>
        <Field label="Begin with">
          <RadioGroup className={styles.choices} value={from} onChange={(_, { value }) => tracker.change({ from: value === 'table' ? 'table' : 'years' })}>
            <Radio value="years" label="Years, to be filled in" />
            <Radio value="table" label="A table of mine, a row for each year" />
          </RadioGroup>
        </Field>
        {from === 'years' ? <Years /> : <OwnTable />}
        {(whose === 'both' ? persons : [whose]).map((person) => <Basis key={person} person={person} isOnly={whose !== 'both'} />)}
      </Section>
      <Section title="How and where">
        <Field label="Formulas" hint={edition === 'functions' ? 'Short, and explained by the function.' : 'Without this add-in too, and in LibreOffice; the lines of the form stand right of the table.'}>
          <RadioGroup className={styles.choices} value={edition} onChange={(_, { value }) => tracker.change({ edition: value === 'plain' ? 'plain' : 'functions' })}>
            <Radio value="functions" label="With BASIS functions" />
            <Radio value="plain" label="Plain Excel formulas" />
          </RadioGroup>
        </Field>
        <Field label="Where" {...(place === 'selection' ? { hint: 'It needs empty cells below and to the right of the selected one. Columns stay as wide as they are.' } : {})}>
          <RadioGroup className={styles.choices} value={place} onChange={(_, { value }) => tracker.change({ place: value === 'selection' ? 'selection' : 'new tab' })}>
            <Radio value="new tab" label="On a new tab" />
            <Radio value="selection" label="At the selected cell" />
          </RadioGroup>
        </Field>
        {told.map(({ kind, text }) => <Notice key={text} kind={kind} word={kind === 'error' ? 'Not done' : 'Look'}>{text}</Notice>)}
      </Section>
    </>
  );
};

const Years = () => {
  const { tracker, state: { firstYear, lastYear } } = useTracker();
  const styles = useStyles();
  const choice = (label: string, chosen: number | null, choose: (year: number | null) => void) => (
    <Field label={label} className={styles.year}>
      <Select value={chosen === null ? '' : String(chosen)} onChange={(_, { value }) => choose(value === '' ? null : Number(value))}>
        <option value="">Choose</option>
        {newestFirst.map((year) => <option key={year} value={year}>{year}</option>)}
      </Select>
    </Field>
  );
  return (
    <div className={styles.pair}>
      {choice('First year', firstYear, (year) => tracker.change({ firstYear: year }))}
      {choice('Last year', lastYear, (year) => tracker.change({ lastYear: year }))}
    </div>
  );
};

const OwnTable = () => {
  const { tracker, state: { source } } = useTracker();
  const styles = useStyles();
  return (
    <>
      <Field className={styles.field} label="Address of your table" hint="With its headings. It stays as it is; the tracker follows its cells.">
        <Input value={source} placeholder="'Log'!A3:G12" autoComplete="off" spellCheck={false} onChange={(_, { value }) => tracker.change({ source: value })} />
      </Field>
      <div><Button size="small" onClick={() => void tracker.useSelection()}>Use selection</Button></div>
    </>
  );
};

const Basis = ({ person, isOnly }: { readonly person: Person; readonly isOnly: boolean }) => {
  const { tracker, state: { basisBefore } } = useTracker();
  const styles = useStyles();
  return (
    <Field
      className={styles.field}
      label={`Basis before the first year${isOnly ? '' : `, ${personWords[person].toLowerCase()}`}`}
      hint="Line 14 of the last Form 8606 filed before it; 0 if none was. It can be typed into the tracker later."
    >
      <Input value={basisBefore[person]} autoComplete="off" inputMode="decimal" onChange={(_, { value }) => tracker.typeBasis(person, value)} />
    </Field>
  );
};

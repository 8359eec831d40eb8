import { Field, Input, makeStyles, Radio, RadioGroup, Select, tokens } from '@fluentui/react-components';
import { coveredYears } from '../law';
import { persons } from '../plan/plan';
import { usePane } from './context';
import { Section } from './layout';
import { personWords } from './personWords';

const newestFirst = [...coveredYears].reverse();

const useStyles = makeStyles({
  pair: { display: 'flex', flexWrap: 'wrap', columnGap: '6px', rowGap: '10px' },
  year: { width: '96px', flexShrink: 0 },
  choices: { marginLeft: '-8px' },
  small: { margin: 0, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground2 },
});

/** Whose Form 8606 it is, and for which year. No year is assumed: the clock does not know which return is being prepared. */
export const Engagement = () => {
  const { session, state, draft } = usePane();
  const styles = useStyles();
  return (
    <Section title="Whose form, which year">
      <div className={styles.pair}>
        <Field label="Tax year" className={styles.year}>
          <Select
            value={draft.year === null ? '' : String(draft.year)}
            onChange={(_, { value }) => session.chooseYear(value === '' ? null : Number(value))}
          >
            <option value="">Choose</option>
            {newestFirst.map((year) => <option key={year} value={year}>{year}</option>)}
          </Select>
        </Field>
        <Field label="Person">
          <RadioGroup
            layout="horizontal"
            className={styles.choices}
            value={state.person}
            onChange={(_, { value }) => session.choosePerson(value === 'S' ? 'S' : 'T')}
          >
            {persons.map((person) => <Radio key={person} value={person} label={personWords[person]} />)}
          </RadioGroup>
        </Field>
      </div>
      <p className={styles.small}>Each spouse has a form, a basis and a tab of their own.</p>
      <Field label="Client name">
        <Input value={draft.name} maxLength={100} autoComplete="off" onChange={(_, { value }) => session.rename(value)} />
      </Field>
    </Section>
  );
};

import { Field, makeStyles, Radio, RadioGroup, Select, tokens } from '@fluentui/react-components';
import { useEffect } from 'react';
import { coveredYears } from '../../law';
import { persons } from '../../plan/plan';
import { planners } from '../../planner/planners';
import { Section } from '../layout';
import { personWords } from '../personWords';
import { usePlan } from './usePlan';
import { PlanFields } from './PlanFields';
import { PlanResults } from './PlanResults';
import { CopyTexts } from './CopyTexts';
import { FromRanges } from './FromRanges';

const newestFirst = (years: readonly number[]): readonly number[] => [...years].reverse();

const useStyles = makeStyles({
  pair: { display: 'flex', flexWrap: 'wrap', columnGap: '6px', rowGap: '10px' },
  year: { width: '96px', flexShrink: 0 },
  choices: { marginLeft: '-8px' },
  small: { margin: 0, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground2 },
});

/** What can still be decided before the year ends: one planner at a time, its inputs and its figures. */
export const Plan = () => {
  const { plan, state: { planner, year, person } } = usePlan();
  const styles = useStyles();
  useEffect(() => {
    const comesBack = (): void => void plan.open();
    comesBack();
    window.addEventListener('focus', comesBack);
    document.documentElement.addEventListener('pointerenter', comesBack);
    return () => {
      window.removeEventListener('focus', comesBack);
      document.documentElement.removeEventListener('pointerenter', comesBack);
    };
  }, [plan]);
  return (
    <>
      <Section title="What to plan">
        <Field label="Planner" {...(planner ? { hint: planner.purpose } : {})}>
          <Select value={planner?.id ?? ''} onChange={(_, { value }) => plan.choosePlanner(value)}>
            <option value="">Choose</option>
            {planners.map(({ id, title }) => <option key={id} value={id}>{title}</option>)}
          </Select>
        </Field>
        <div className={styles.pair}>
          <Field label="Tax year" className={styles.year}>
            <Select value={year === null ? '' : String(year)} onChange={(_, { value }) => plan.chooseYear(value === '' ? null : Number(value))}>
              <option value="">Choose</option>
              {newestFirst(planner?.years ?? coveredYears).map((one) => <option key={one} value={one}>{one}</option>)}
            </Select>
          </Field>
          {planner?.of === 'person' && (
            <Field label="Person">
              <RadioGroup layout="horizontal" className={styles.choices} value={person} onChange={(_, { value }) => plan.choosePerson(value === 'S' ? 'S' : 'T')}>
                {persons.map((one) => <Radio key={one} value={one} label={personWords[one]} />)}
              </RadioGroup>
            </Field>
          )}
        </div>
      </Section>
      {planner && year !== null && (
        <>
          <FromRanges planner={planner} year={year} person={person} />
          <PlanFields planner={planner} year={year} />
          <PlanResults planner={planner} year={year} />
          <CopyTexts texts={plan.texts()} />
        </>
      )}
    </>
  );
};

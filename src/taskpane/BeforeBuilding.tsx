import { Field, makeStyles, Radio, RadioGroup } from '@fluentui/react-components';
import { usePane } from './context';
import type { Draft } from './draft';
import { Section } from './layout';

const useStyles = makeStyles({ choices: { marginLeft: '-8px' } });

const answers: readonly { readonly value: NonNullable<Draft['sepOrSimple']>; readonly label: string }[] = [
  { value: 'none', label: 'No, there is none' },
  { value: 'in a range', label: 'Yes, its 31 December value is in a range above (zero is a value)' },
  { value: 'in no range', label: 'Yes, but it is in no range yet' },
];

/** The question that no sheet answers: an account that is not in it cannot be seen to be missing. */
export const BeforeBuilding = () => {
  const { session, draft } = usePane();
  const styles = useStyles();
  return (
    <Section title="Before you build">
      <Field label="Any SEP or SIMPLE IRA, at any institution?" hint="They count on line 6 with all traditional IRAs. Zero is an answer.">
        <RadioGroup
          className={styles.choices}
          value={draft.sepOrSimple ?? ''}
          onChange={(_, { value }) => session.change({ sepOrSimple: answers.find((answer) => answer.value === value)?.value ?? null })}
        >
          {answers.map(({ value, label }) => <Radio key={value} value={value} label={label} />)}
        </RadioGroup>
      </Field>
    </Section>
  );
};

import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useId, useRef, useState } from 'react';
import { parseAmount } from '../cells/amount';
import type { Answer } from '../plan/plan';
import { amountAsked, amountLabels, answerInWords, belowZero, type AmountAsked } from './answerWords';
import { CellLink } from './CellLink';
import { usePane } from './context';
import type { Asked } from './findings';

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', rowGap: '10px' },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold, ':focus': { outline: 'none' } },
  question: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: '8px',
    padding: '10px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderLeft: `4px solid ${tokens.colorPaletteYellowBorderActive}`,
    borderRadius: tokens.borderRadiusMedium,
    overflowWrap: 'anywhere',
  },
  text: { margin: 0 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '6px' },
  choice: { minWidth: 0, maxWidth: '100%', textAlign: 'left', height: 'auto' },
  typed: { display: 'flex', flexWrap: 'wrap', gap: '6px', alignItems: 'flex-end' },
  field: { flexGrow: 1, flexBasis: '120px', minWidth: '120px', gridTemplateColumns: 'minmax(0, 1fr)' },
  answered: { display: 'flex', flexWrap: 'wrap', columnGap: '8px', alignItems: 'baseline' },
});

/** How many questions stand in the pane at once: a whole sheet that was selected by mistake may raise thousands. */
const AT_FIRST = 20;

/** What the reader would not guess. An answer takes one press, can be changed, and moves the lines at once. */
export const Questions = ({ asked }: { readonly asked: readonly Asked[] }) => {
  const { session, draft } = usePane();
  const styles = useStyles();
  const heading = useRef<HTMLHeadingElement>(null);
  const [shown, setShown] = useState(AT_FIRST);
  const given = Object.entries(draft.answers);
  if (asked.length === 0 && given.length === 0) return null;
  // The button that was pressed goes away with its question; the focus waits on the heading for the next one.
  const answer = (cell: string, value: Answer, says: string): void => {
    heading.current?.focus();
    session.answer(cell, value, says);
  };
  return (
    <div className={styles.list}>
      <h3 ref={heading} tabIndex={-1} className={styles.heading}>{titleOf(asked.length)}</h3>
      {asked.slice(0, shown).map((question, index) => <Question key={`${question.cell} ${question.code} ${index}`} asked={question} answer={answer} />)}
      {asked.length > shown && <Button size="small" onClick={() => setShown(shown + AT_FIRST)}>Show more questions</Button>}
      {given.map(([cell, { says }]) => (
        <div key={cell} className={styles.answered}>
          <CellLink cell={cell} />
          <span>{says}</span>
          <Button
            size="small"
            appearance="subtle"
            aria-label={`Change the answer for ${cell}`}
            onClick={() => { heading.current?.focus(); session.takeBack(cell); }}
          >
            Change
          </Button>
        </div>
      ))}
    </div>
  );
};

const titleOf = (open: number): string => {
  if (open === 0) return 'Questions: all answered';
  return open === 1 ? '1 question' : `${open} questions`;
};

type Give = (cell: string, value: Answer, says: string) => void;

const Question = ({ asked, answer }: { readonly asked: Asked; readonly answer: Give }) => {
  const styles = useStyles();
  const id = useId();
  const amountKind = amountAsked(asked.choices);
  return (
    <div role="group" aria-labelledby={id} className={styles.question}>
      <p id={id} className={styles.text}>{asked.text}</p>
      <CellLink cell={asked.cell} />
      <div className={styles.buttons}>
        {asked.choices.map((choice) => (
          // The reader gives its choices in the form that a plan takes them; the plan is checked again when it is read.
          <Button key={choice.says} className={styles.choice} size="small" onClick={() => answer(asked.cell, choice.answer as Answer, choice.says)}>
            {choice.says}
          </Button>
        ))}
      </div>
      {amountKind && <TypedAmount cell={asked.cell} kind={amountKind} answer={answer} />}
    </div>
  );
};

interface TypedAmountProps {
  readonly cell: string;
  readonly kind: AmountAsked;
  readonly answer: Give;
}

/** Where one of the answers is an amount, the true one may be another. */
const TypedAmount = ({ cell, kind, answer }: TypedAmountProps) => {
  const styles = useStyles();
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const use = (): void => {
    const reading = parseAmount(typed);
    if (reading.kind !== 'amount') {
      setProblem(reading.kind === 'blank' ? 'Type an amount in dollars, for example 6,500.00.' : reading.why);
      return;
    }
    if (kind !== 'amount' && reading.amount.isNegative() && !reading.amount.isZero()) {
      setProblem(belowZero[kind]);
      return;
    }
    const given: Answer = { [kind]: reading.amount.toString() };
    answer(cell, given, answerInWords(given));
  };
  return (
    <div className={styles.typed}>
      <Field
        className={styles.field}
        label={amountLabels[kind]}
        {...(problem === null ? {} : { validationMessage: problem, validationState: 'error' as const })}
      >
        <Input
          size="small"
          value={typed}
          inputMode="decimal"
          autoComplete="off"
          onChange={(_, { value }) => { setTyped(value); setProblem(null); }}
          onKeyDown={(event) => { if (event.key === 'Enter') use(); }}
        />
      </Field>
      <Button size="small" onClick={use}>Use this amount</Button>
    </div>
  );
};

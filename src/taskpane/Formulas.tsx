import { Button, Field, makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components';
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import type { CellsReport } from '../office/cellsReport';
import type { Scope } from '../office/convertToValues';
import { inThousands } from './amounts';
import { CellLink } from './CellLink';
import { usePane } from './context';
import { ErrorNotice } from './ErrorNotice';
import { conversionInWords, doneInWords, goingOnInWords, type FormulasState } from './formulasWork';
import { Fold, Notice, Section } from './layout';
import { Rows } from './Rows';

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', rowGap: '8px', alignItems: 'flex-start' },
  told: { display: 'flex', flexDirection: 'column', rowGap: '8px', alignSelf: 'stretch' },
  small: { margin: 0, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground2 },
  sentence: { margin: 0, overflowWrap: 'anywhere' },
  choices: { marginLeft: '-8px' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '6px' },
});

const scopes: readonly { readonly value: Scope; readonly label: string }[] = [
  { value: 'selection', label: 'In the selected cells' },
  { value: 'workbook', label: 'In the whole workbook' },
];

/** The functions in people's own cells: connecting them with the add-in again, and handing a workbook on without it. */
export const Formulas = () => {
  const { session, state: { formulas, work } } = usePane();
  const styles = useStyles();
  const [scope, setScope] = useState<Scope>('selection');
  const convertButton = useRef<HTMLButtonElement>(null);
  const outcome = useRef<HTMLDivElement>(null);
  const repairId = useId();
  // What a press brings stands below its button, and that may be below the edge of the pane.
  useEffect(() => {
    if (formulas) outcome.current?.scrollIntoView({ block: 'nearest' });
  }, [formulas]);
  const busy = formulas?.kind === 'going on' || (work !== null && work.kind !== 'reading');
  // The buttons of the question go away with it; the focus goes back to the button that asked.
  const settle = (what: () => void): void => {
    convertButton.current?.focus();
    what();
  };
  const keepOnEscape = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && formulas?.kind === 'asked') settle(() => session.keepFormulas());
  };
  return (
    <Section title="Formulas in this workbook">
      <p className={styles.small}>About the BASIS functions in your own cells. Form 8606 tabs use none.</p>
      <div className={styles.part} onKeyDown={keepOnEscape}>
        <p id={repairId} className={styles.sentence}>Enters formulas anew where a BASIS function shows #NAME? or is spelled _xldudf_ although the add-in is here.</p>
        <Button size="small" aria-describedby={repairId} disabledFocusable={busy} onClick={() => session.repairFormulas()}>Repair formulas</Button>
        <Field label="To hand the workbook on, replace BASIS functions by what they show" hint="You are asked once more before anything changes.">
          <RadioGroup
            className={styles.choices}
            value={scope}
            onChange={(_, { value }) => { session.keepFormulas(); setScope(value === 'workbook' ? 'workbook' : 'selection'); }}
          >
            {scopes.map(({ value, label }) => <Radio key={value} value={value} label={label} />)}
          </RadioGroup>
        </Field>
        <Button
          ref={(button: HTMLButtonElement | null) => { convertButton.current = button; }}
          size="small"
          disabledFocusable={busy}
          onClick={() => void session.askToConvert(scope)}
        >
          Convert to values
        </Button>
        <div ref={outcome} className={styles.told}>
          <div aria-live="polite" className={styles.told}>{formulas && <Told formulas={formulas} />}</div>
          {formulas?.kind === 'asked' && (
            <div className={styles.buttons}>
              <Button size="small" onClick={() => settle(() => session.convert())}>Convert now</Button>
              <Button size="small" onClick={() => settle(() => session.keepFormulas())}>Keep the formulas</Button>
            </div>
          )}
        </div>
      </div>
      {formulas?.kind === 'done' && <CellsLeft report={formulas.report} />}
    </Section>
  );
};

/** What a screen reader is told too. */
const Told = ({ formulas }: { readonly formulas: FormulasState }) => {
  const styles = useStyles();
  switch (formulas.kind) {
    case 'asked':
      return <Notice kind="warning" word="Convert">{conversionInWords(formulas.of, formulas.moved)}</Notice>;
    case 'going on':
      return <p className={styles.sentence}>{goingOnInWords(formulas.task)}</p>;
    case 'refused':
      return <ErrorNotice error={formulas.error} />;
    case 'done': {
      const { task, report } = formulas;
      if (!report.ok) return report.errors.map((error) => <ErrorNotice key={error.text} error={error} />);
      return (
        <>
          <p className={styles.sentence}>{doneInWords(task, report)}</p>
          {report.skipped.map(({ sheet, text }) => <Notice key={sheet} kind="warning" word="Left as it is">{text}</Notice>)}
        </>
      );
    }
  }
};

/** The cells that were left alone, each with the way to it. */
const CellsLeft = ({ report: { left } }: { readonly report: CellsReport }) => (left.length === 0 ? null : (
  <Fold title={`Cells to look at: ${inThousands(left.length)}`} openAtFirst={left.length <= LEFT_SHOWN}>
    <Rows items={left} show={({ cell, text }) => <>{text} <CellLink cell={cell} /></>} />
  </Fold>
));

/** More cells than these wait until they are asked for. */
const LEFT_SHOWN = 3;

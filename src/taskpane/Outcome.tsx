import { Button, Field, makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { Cells } from './Cells';
import { usePane } from './context';
import { planOf } from './draft';
import { ErrorNotice } from './ErrorNotice';
import { findingsOf, otherErrors } from './findings';
import { headline } from './headline';
import { Notice, Section } from './layout';
import { Lines } from './Lines';
import { Picture } from './Picture';
import { barsOf } from './picture';
import { Questions } from './Questions';
import { whatToDo } from './whatToDo';

const useStyles = makeStyles({
  headline: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, fontWeight: tokens.fontWeightSemibold },
  small: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  again: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center' },
});

/** What was read and what comes of it, before anything is written. */
export const Outcome = () => {
  const { session, state, draft, result } = usePane();
  const styles = useStyles();
  const [chosenYear, setChosenYear] = useState<number | null>(null);
  if (!result) {
    return (
      <Section title="What was read">
        <p className={styles.small}>What is read appears here as soon as there is a tax year and a range.</p>
      </Section>
    );
  }
  const { report, of } = result;
  const findings = findingsOf(report, (cell) => draft.answers[cell]?.answer !== of.answers[cell]?.answer);
  const tab = report.tabs.find(({ year }) => year === chosenYear) ?? report.tabs.at(-1);
  const toDo = tab ? whatToDo(tab, of.rounding) : null;
  const unread = draft.sources.length - (planOf(state.person, draft)?.sources.length ?? 0);
  return (
    <Section title="What was read">
      <div className={styles.again}>
        <p className={styles.small}>Nothing is written to the workbook until you build.</p>
        <Button size="small" onClick={() => session.readAgain()}>Read again</Button>
      </div>
      {!report.ok && <p className={styles.small}>There are no figures yet: see the {report.errors.length === 1 ? 'error' : 'errors'}.</p>}
      {otherErrors(draft.sources, result).map((error) => <ErrorNotice key={error.text} error={error} />)}
      <Questions asked={findings.asked} />
      {tab && (
        <>
          {report.tabs.length > 1 && (
            <Field label="Year shown">
              <RadioGroup layout="horizontal" value={String(tab.year)} onChange={(_, { value }) => setChosenYear(Number(value))}>
                {report.tabs.map(({ year }) => <Radio key={year} value={String(year)} label={String(year)} />)}
              </RadioGroup>
            </Field>
          )}
          <Notice kind="plain">
            <p className={styles.headline}>{headline(tab, of.rounding)}</p>
            <Picture bars={barsOf(tab, of.rounding)} />
            {toDo !== null && <p className={styles.small}>{toDo}</p>}
            {tab.status === 'DRAFT' && <p className={styles.small}>DRAFT while a question is open: nothing that is asked about is counted.</p>}
            {unread > 0 && <p className={styles.small}>{unread === 1 ? 'One range is' : `${unread} ranges are`} not filled in and not counted.</p>}
          </Notice>
          <Lines tab={tab} draft={of} />
          <Cells tab={tab} findings={findings} />
        </>
      )}
    </Section>
  );
};

import { Checkbox, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useId, useState } from 'react';
import type { TabReport } from '../office/report';
import type { Draft } from './draft';
import { OnlySpoken } from './layout';
import { preview, type PreviewLine } from './preview';

const useStyles = makeStyles({
  table: { width: '100%', borderCollapse: 'collapse', fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  part: { textAlign: 'left', paddingTop: '10px', paddingBottom: '4px', fontWeight: tokens.fontWeightSemibold },
  cell: { borderTop: `1px solid ${tokens.colorNeutralStroke2}`, padding: '5px 0', verticalAlign: 'top', fontWeight: tokens.fontWeightRegular },
  number: { width: '30px', textAlign: 'left', fontWeight: tokens.fontWeightSemibold },
  words: { paddingRight: '8px', overflowWrap: 'anywhere', color: tokens.colorNeutralForeground2 },
  /** The form's wording runs to ten lines in a narrow pane; two tell which line it is. */
  cut: { display: '-webkit-box', WebkitBoxOrient: 'vertical', WebkitLineClamp: 2, overflow: 'hidden' },
  amount: { textAlign: 'right', whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums', fontSize: tokens.fontSizeBase300 },
  result: { fontWeight: tokens.fontWeightSemibold },
  why: {
    minWidth: '24px',
    minHeight: '24px',
    padding: 0,
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    background: 'none',
    font: 'inherit',
    textAlign: 'left',
    cursor: 'pointer',
    color: tokens.colorBrandForegroundLink,
    ':hover': { textDecorationLine: 'underline' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  behind: { padding: '0 0 8px 30px', overflowWrap: 'anywhere', color: tokens.colorNeutralForeground2 },
  sentence: { margin: 0 },
  law: { margin: '4px 0 0', paddingLeft: '16px' },
  hint: { margin: '6px 0 0', fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

/** The form as it will be, line by line. A blank line is blank here too. */
export const Lines = ({ tab, draft }: { readonly tab: TabReport; readonly draft: Pick<Draft, 'rounding' | 'ratioPlaces'> }) => {
  const styles = useStyles();
  const [whole, setWhole] = useState(false);
  return (
    <div>
      <table className={styles.table}>
        <caption><OnlySpoken>Form 8606 for {tab.year}, line by line</OnlySpoken></caption>
        {preview(tab, draft.rounding, draft.ratioPlaces).map(({ title, lines }) => (
          <tbody key={title}>
            <tr><th scope="rowgroup" colSpan={3} className={styles.part}>{title}</th></tr>
            {lines.map((line) => <LineRow key={line.id} line={line} whole={whole} />)}
          </tbody>
        ))}
      </table>
      <p className={styles.hint}>Press a line’s number to see how it was reached, and where the law has it.</p>
      <Checkbox label="Show the form’s full wording" checked={whole} onChange={(_, { checked }) => setWhole(checked === true)} />
    </div>
  );
};

/** A line of the form, and what stands behind it for whoever asks. */
const LineRow = ({ line: { id, says, amount, isResult, explanation, law }, whole }: { readonly line: PreviewLine; readonly whole: boolean }) => {
  const styles = useStyles();
  const [open, setOpen] = useState(false);
  const behind = useId();
  return (
    <>
      <tr>
        <th scope="row" className={mergeClasses(styles.cell, styles.number)}>
          <button type="button" className={styles.why} aria-expanded={open} aria-controls={behind} title={`How line ${id} was reached`} onClick={() => setOpen(!open)}>{id}</button>
        </th>
        <td className={mergeClasses(styles.cell, styles.words)}><span className={mergeClasses(!whole && styles.cut)}>{says}</span></td>
        <td className={mergeClasses(styles.cell, styles.amount, isResult && styles.result)}>{amount === '' ? <OnlySpoken>blank</OnlySpoken> : amount}</td>
      </tr>
      <tr id={behind} hidden={!open}>
        {open && (
          <td colSpan={3} className={styles.behind}>
            <p className={styles.sentence}>{explanation}</p>
            <ul className={styles.law}>{law.map((source) => <li key={source}>{source}</li>)}</ul>
          </td>
        )}
      </tr>
    </>
  );
};

import { Checkbox, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { TabReport } from '../office/report';
import type { Draft } from './draft';
import { OnlySpoken } from './layout';
import { preview } from './preview';

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
            {lines.map(({ id, says, amount, isResult }) => (
              <tr key={id}>
                <th scope="row" className={mergeClasses(styles.cell, styles.number)}>{id}</th>
                <td className={mergeClasses(styles.cell, styles.words)}><span className={mergeClasses(!whole && styles.cut)}>{says}</span></td>
                <td className={mergeClasses(styles.cell, styles.amount, isResult && styles.result)}>{amount === '' ? <OnlySpoken>blank</OnlySpoken> : amount}</td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
      <Checkbox label="Show the form’s full wording" checked={whole} onChange={(_, { checked }) => setWhole(checked === true)} />
    </div>
  );
};

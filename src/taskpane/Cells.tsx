import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import type { TabReport } from '../office/report';
import { ofCell } from './amounts';
import { CellLink } from './CellLink';
import { usedByLine, type Findings } from './findings';
import { Fold, Notice } from './layout';

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', margin: 0, padding: 0, listStyleType: 'none' },
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    columnGap: '8px',
    padding: '4px 0',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
  },
  amount: { textAlign: 'right', fontVariantNumeric: 'tabular-nums', overflowWrap: 'anywhere', minWidth: 0, maxWidth: '150px' },
  note: { gridColumnStart: 1, gridColumnEnd: 3, overflowWrap: 'anywhere', color: tokens.colorNeutralForeground2 },
  line: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
});

/** How many rows are shown at first: a ledger may have fifty thousand. */
const AT_FIRST = 50;
const MORE = 500;
/** More notes than these wait until they are asked for, so that the lines stay in sight. */
const NOTES_SHOWN = 3;

const Rows = <Item,>({ items, show }: { readonly items: readonly Item[]; readonly show: (item: Item, index: number) => ReactNode }) => {
  const styles = useStyles();
  const [shown, setShown] = useState(AT_FIRST);
  const left = items.length - shown;
  return (
    <>
      <ul className={styles.list}>{items.slice(0, shown).map(show)}</ul>
      {left > 0 && (
        <Button size="small" onClick={() => setShown(shown + MORE)}>
          Show {Math.min(left, MORE).toLocaleString('en-US')} more of {left.toLocaleString('en-US')}
        </Button>
      )}
    </>
  );
};

/** What became of every cell of the ranges. */
export const Cells = ({ tab, findings }: { readonly tab: TabReport; readonly findings: Findings }) => {
  const styles = useStyles();
  return (
    <>
      {findings.warnings.length > 0 && (
        <Fold title={`Notes: ${findings.warnings.length}`} openAtFirst={findings.warnings.length <= NOTES_SHOWN}>
          {findings.warnings.map(({ cell, text }) => (
            <Notice key={`${cell} ${text}`} kind="warning" word="Note">{text}{cell && <> <CellLink cell={cell} /></>}</Notice>
          ))}
        </Fold>
      )}
      <Fold title={`Used: ${counted(tab.used.length, 'cell')}`}>
        {usedByLine(tab).map(({ line, cells }) => (
          <div key={line}>
            <h3 className={styles.line}>Line {line}</h3>
            <Rows
              items={cells}
              show={({ cell, amount, text }, index) => (
                <li key={index} className={styles.row}>
                  <CellLink cell={cell} />
                  <span className={styles.amount}>{ofCell(amount)}</span>
                  {text !== null && <span className={styles.note}>As text: “{text}”</span>}
                </li>
              )}
            />
          </div>
        ))}
      </Fold>
      <Fold title={`Left out: ${counted(findings.excluded.length, 'cell')}`}>
        <Rows
          items={findings.excluded}
          show={({ cell, text, shown }, index) => (
            <li key={index} className={styles.row}>
              <CellLink cell={cell} />
              <span className={styles.amount}>{shown}</span>
              <span className={styles.note}>{text}</span>
            </li>
          )}
        />
      </Fold>
      <Fold title={`Ignored: ${counted(findings.ignored.length, 'cell')}`}>
        <Rows
          items={findings.ignored}
          show={({ cell, text }, index) => (
            <li key={index} className={styles.row}>
              <CellLink cell={cell} />
              <span className={styles.note}>{text}</span>
            </li>
          )}
        />
      </Fold>
    </>
  );
};

const counted = (number: number, what: string): string => `${number.toLocaleString('en-US')} ${what}${number === 1 ? '' : 's'}`;

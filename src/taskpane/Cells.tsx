import { makeStyles, tokens } from '@fluentui/react-components';
import type { TabReport } from '../office/report';
import { inThousands, ofCell } from './amounts';
import { CellLink } from './CellLink';
import { usedByLine, type Findings } from './findings';
import { Fold, Notice } from './layout';
import { Rows } from './Rows';

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    columnGap: '8px',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
  },
  amount: { textAlign: 'right', fontVariantNumeric: 'tabular-nums', overflowWrap: 'anywhere', minWidth: 0, maxWidth: '150px' },
  note: { gridColumnStart: 1, gridColumnEnd: 3, overflowWrap: 'anywhere', color: tokens.colorNeutralForeground2 },
  line: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
});

/** More notes than these wait until they are asked for, so that the lines stay in sight. */
const NOTES_SHOWN = 3;

/** What a build has changed on the tab, and what became of every cell of the ranges. */
export const Cells = ({ tab, findings: { warnings, excluded, ignored } }: { readonly tab: TabReport; readonly findings: Findings }) => (
  <>
    {tab.changes.length > 0 && (
      <Fold title={`Changed since the build before: ${inThousands(tab.changes.length)}`} openAtFirst={tab.changes.length <= NOTES_SHOWN}>
        <Rows items={tab.changes} show={(text) => <Row cell={null} amount="" note={text} />} />
      </Fold>
    )}
    {warnings.length > 0 && (
      <Fold title={`Notes: ${inThousands(warnings.length)}`} openAtFirst={warnings.length <= NOTES_SHOWN}>
        <Rows items={warnings} show={({ cell, text }) => <Notice kind="warning" word="Note">{text}{cell && <> <CellLink cell={cell} /></>}</Notice>} />
      </Fold>
    )}
    <Fold title={`Used: ${counted(tab.used.length)}`}><Used tab={tab} /></Fold>
    <Fold title={`Left out: ${counted(excluded.length)}`}>
      <Rows items={excluded} show={({ cell, text, shown }) => <Row cell={cell} amount={shown} note={text} />} />
    </Fold>
    <Fold title={`Ignored: ${counted(ignored.length)}`}>
      <Rows items={ignored} show={({ cell, text }) => <Row cell={cell} amount="" note={text} />} />
    </Fold>
  </>
);

/** The cells that are counted, by line. */
const Used = ({ tab }: { readonly tab: TabReport }) => {
  const styles = useStyles();
  return usedByLine(tab).map(({ line, cells }) => (
    <div key={line}>
      <h3 className={styles.line}>Line {line}</h3>
      <Rows items={cells} show={({ cell, amount, text }) => <Row cell={cell} amount={ofCell(amount)} note={text === null ? '' : `As text: “${text}”`} />} />
    </div>
  ));
};

const Row = ({ cell, amount, note }: { readonly cell: string | null; readonly amount: string; readonly note: string }) => {
  const styles = useStyles();
  return (
    <div className={styles.row}>
      {cell !== null && <CellLink cell={cell} />}
      {amount !== '' && <span className={styles.amount}>{amount}</span>}
      {note !== '' && <span className={styles.note}>{note}</span>}
    </div>
  );
};

const counted = (cells: number): string => `${inThousands(cells)} cell${cells === 1 ? '' : 's'}`;

import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import { inThousands } from './amounts';

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', margin: 0, padding: 0, listStyleType: 'none' },
  item: { padding: '4px 0', borderTop: `1px solid ${tokens.colorNeutralStroke2}`, ':first-child': { borderTop: 'none' } },
});

/** How many rows are shown at first: a ledger may have fifty thousand. */
const AT_FIRST = 50;
const MORE = 500;

/** A list that is as long as a workbook may make it, shown a part at a time. */
export const Rows = <Item,>({ items, show }: { readonly items: readonly Item[]; readonly show: (item: Item) => ReactNode }) => {
  const styles = useStyles();
  const [shown, setShown] = useState(AT_FIRST);
  const left = items.length - shown;
  return (
    <>
      <ul className={styles.list}>{items.slice(0, shown).map((item, index) => <li key={index} className={styles.item}>{show(item)}</li>)}</ul>
      {left > 0 && (
        <Button size="small" onClick={() => setShown(shown + MORE)}>
          Show {inThousands(Math.min(left, MORE))} more of {inThousands(left)}
        </Button>
      )}
    </>
  );
};

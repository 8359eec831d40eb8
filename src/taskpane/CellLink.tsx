import { Link, makeStyles } from '@fluentui/react-components';
import { useSession } from './context';

const useStyles = makeStyles({ link: { textAlign: 'left', overflowWrap: 'anywhere', fontSize: 'inherit' } });

/** The address of a cell; pressing it selects the cell in the sheet and leaves the focus where it is. */
export const CellLink = ({ cell }: { readonly cell: string }) => {
  const session = useSession();
  const styles = useStyles();
  return <Link as="button" inline className={styles.link} title={`Select ${cell} in the sheet`} onClick={() => void session.select(cell)}>{cell}</Link>;
};

import { Button } from '@fluentui/react-components';
import { useFooterStyles } from '../footerStyles';
import { useTracker } from './useTracker';

/** What is done with a tracker. It stays in sight below the rest. */
export const TrackerFooter = () => {
  const { tracker, state: { working, status } } = useTracker();
  const styles = useFooterStyles();
  const missing = tracker.missing();
  return (
    <footer className={styles.footer}>
      <p role="status" aria-live="polite" className={styles.status}>{status}</p>
      {missing !== null && <p id="tracker-missing" className={styles.status}>To insert: {missing}</p>}
      <div className={styles.buttons}>
        <Button
          appearance="primary"
          disabledFocusable={missing !== null || working}
          {...(missing === null ? {} : { 'aria-describedby': 'tracker-missing' })}
          onClick={() => void tracker.insert()}
        >
          Insert the tracker
        </Button>
        <Button disabledFocusable={working} title="In the tracker in which a cell is selected" onClick={() => void tracker.addYear()}>Add the next year</Button>
      </div>
    </footer>
  );
};

import { Button, makeStyles, ProgressBar } from '@fluentui/react-components';
import { useId, useRef } from 'react';
import { inThousands } from './amounts';
import { usePane } from './context';
import { missingFrom, planOf } from './draft';
import { useFooterStyles } from './footerStyles';
import { asBuilt } from './restored';
import type { Work } from './state';
import { yearsOf } from '../plan/plan';

const useStyles = makeStyles({
  /** A short reading needs no bar: it shows only when it takes longer than half a second. */
  progress: {
    position: 'absolute',
    top: 0,
    left: 0,
    right: 0,
    animationName: { from: { visibility: 'hidden' }, to: { visibility: 'visible' } },
    animationDuration: '1ms',
    animationDelay: '500ms',
    animationFillMode: 'both',
  },
});

const workWords: Readonly<Record<Work['kind'], string>> = {
  reading: 'Reading',
  building: 'Building',
  repairing: 'Repairing formulas',
  converting: 'Converting to values',
};

/** What is going on, and the way to the tab. It stays in sight below the rest. */
export const Footer = () => {
  const { session, state, draft } = usePane();
  const styles = { ...useFooterStyles(), ...useStyles() };
  const buildButton = useRef<HTMLButtonElement>(null);
  const missingId = useId();
  const { work, person, tabs, ledgers } = state;
  const missing = missingFrom(draft);
  const [next] = missing;
  const plan = planOf(person, draft);
  const mine = plan ? tabs.filter((tab) => tab.person === person && yearsOf(plan).includes(tab.year)) : [];
  const again = plan !== null && mine.length === yearsOf(plan).length;
  const changed = plan !== null && mine.some((tab) => tab.plan !== null && !asBuilt(plan, tab.plan));
  return (
    <footer className={styles.footer}>
      {work && <ProgressBar className={styles.progress} aria-label={workWords[work.kind]} />}
      <p role="status" aria-live="polite" className={styles.status}>{state.status}</p>
      {work?.rows != null && <p className={styles.status}>Rows looked at so far: {inThousands(work.rows)}</p>}
      {next !== undefined && <p id={missingId} className={styles.status}>To build: {next}{missing.length > 1 && ` (and ${missing.length - 1} more)`}</p>}
      {changed && !work && missing.length === 0 && <p className={styles.status}>The tab was built from something else than what stands here now. Build again to bring it up to date.</p>}
      <div className={styles.buttons}>
        <Button
          ref={(button: HTMLButtonElement | null) => { buildButton.current = button; }}
          appearance="primary"
          disabledFocusable={missing.length > 0 || (work !== null && work.kind !== 'reading')}
          {...(missing.length > 0 ? { 'aria-describedby': missingId } : {})}
          onClick={() => session.build()}
        >
          {again ? 'Build again' : 'Build the tab'}
        </Button>
        {mine.map(({ year, sheet }) => (
          <Button key={year} title={`Go to "${sheet}"`} onClick={() => void session.goToTab(year, person)}>{mine.length === 1 ? 'Go to tab' : `Go to ${year}`}</Button>
        ))}
        {ledgers.includes(person) && <Button title="The years of this person, one below the other" onClick={() => void session.goToTab('ledger', person)}>Go to the ledger</Button>}
        {work && (work.kind !== 'reading' || work.rows !== null) && (
          <Button disabledFocusable={work.stopping} onClick={() => { buildButton.current?.focus(); session.stop(); }}>Stop</Button>
        )}
      </div>
    </footer>
  );
};

import { FluentProvider, makeStyles, Tab, TabList, tokens } from '@fluentui/react-components';
import { useState, useSyncExternalStore, type KeyboardEvent } from 'react';
import type { Appearance } from './appearance';
import { BeforeBuilding } from './BeforeBuilding';
import { SessionContext } from './context';
import { Engagement } from './Engagement';
import { Footer } from './Footer';
import { Formulas } from './Formulas';
import { Options } from './Options';
import { Outcome } from './Outcome';
import { Plan } from './plan/Plan';
import { PlanFooter } from './plan/PlanFooter';
import { Ranges } from './Ranges';
import type { Session } from './session';
import { darkTheme, lightTheme } from './themes';
import { Tracker } from './tracker/Tracker';
import { TrackerFooter } from './tracker/TrackerFooter';

const useStyles = makeStyles({
  pane: { display: 'flex', flexDirection: 'column', height: '100vh', minWidth: 0 },
  scrolled: { flexGrow: 1, minHeight: 0, overflowY: 'scroll', overflowX: 'hidden', padding: '12px' },
  /** Excel lays its own menu over the top right corner. */
  views: { marginRight: '40px', flexShrink: 0 },
  title: { margin: '0 0 2px 0', fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500, fontWeight: tokens.fontWeightSemibold },
  small: { margin: 0, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground2 },
});

export const Pane = ({ session, appearance }: { readonly session: Session; readonly appearance: Appearance }) => {
  const dark = useSyncExternalStore(appearance.subscribe, appearance.isDark);
  return (
    <FluentProvider theme={dark ? darkTheme : lightTheme}>
      <SessionContext value={session}>
        <Contents session={session} />
      </SessionContext>
    </FluentProvider>
  );
};

type View = 'form' | 'plan' | 'tracker';

const Contents = ({ session }: { readonly session: Session }) => {
  const styles = useStyles();
  const [view, setView] = useState<View>('form');
  const choose = (next: View): void => {
    if (next === view) return;
    void session.disarm();
    setView(next);
  };
  const stopOnEscape = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') void session.disarm();
  };
  return (
    <div className={styles.pane} onKeyDown={stopOnEscape}>
      <nav aria-label="Views">
        <TabList size="small" className={styles.views} selectedValue={view} onTabSelect={(_, { value }) => choose(value as View)}>
          <Tab id="view-form" value="form" aria-controls="view">Form 8606</Tab>
          <Tab id="view-plan" value="plan" aria-controls="view">Plan</Tab>
          <Tab id="view-tracker" value="tracker" aria-controls="view">Tracker</Tab>
        </TabList>
      </nav>
      <main className={styles.scrolled}>
        <div id="view" role="tabpanel" aria-labelledby={`view-${view}`}>
          {view === 'form' ? (
            <>
              <h1 className={styles.title}>Form 8606</h1>
              <p className={styles.small}>
                Reads the ranges you choose and builds a live workpaper tab. It works only inside this workbook: nothing leaves it. Not tax advice.
              </p>
              <Engagement />
              <Ranges />
              <BeforeBuilding />
              <Options />
              <Outcome />
              <Formulas />
            </>
          ) : view === 'tracker' ? (
            <>
              <h1 className={styles.title}>Tracker</h1>
              <p className={styles.small}>
                A row for each year and person, worked out as you type: taxable, basis, last days, and the years for which Form 8606 is due. Not tax advice.
              </p>
              <Tracker />
            </>
          ) : (
            <>
              <h1 className={styles.title}>Plan before 31 December</h1>
              <p className={styles.small}>
                Works out what can still be decided, and builds it as a tab with live formulas. Nothing leaves this workbook. Not tax advice.
              </p>
              <Plan />
            </>
          )}
        </div>
      </main>
      {view === 'form' ? <Footer /> : view === 'tracker' ? <TrackerFooter /> : <PlanFooter />}
    </div>
  );
};

import { Button } from '@fluentui/react-components';
import { useFooterStyles } from '../footerStyles';
import { usePlan } from './usePlan';

/** The way to the tab. It stays in sight below the rest. */
export const PlanFooter = () => {
  const { plan, state } = usePlan();
  const styles = useFooterStyles();
  const { planner, year, building } = state;
  const tab = plan.tab();
  const preview = plan.preview();
  const missing = planner === null ? 'choose a planner.' : year === null ? 'choose the tax year.' : preview && 'problem' in preview ? 'correct what is said above.' : null;
  return (
    <footer className={styles.footer}>
      <p role="status" aria-live="polite" className={styles.status}>{state.status}</p>
      {missing !== null && <p id="plan-missing" className={styles.status}>To build: {missing}</p>}
      <div className={styles.buttons}>
        <Button
          appearance="primary"
          disabledFocusable={missing !== null || building}
          {...(missing === null ? {} : { 'aria-describedby': 'plan-missing' })}
          onClick={() => void plan.build()}
        >
          {tab ? 'Update the tab' : 'Build the plan tab'}
        </Button>
        {tab && <Button title={`Go to "${tab.sheet}"`} onClick={() => void plan.goToTab()}>Go to tab</Button>}
      </div>
    </footer>
  );
};

import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useId, useState, type ReactNode } from 'react';

/** The few shapes that the pane is put together from. They fit a pane of 320 pixels. */

const useStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', rowGap: '10px', paddingTop: '14px' },
  heading: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, fontWeight: tokens.fontWeightSemibold },
  fold: { borderTop: `1px solid ${tokens.colorNeutralStroke2}`, paddingTop: '6px' },
  summary: {
    cursor: 'pointer',
    fontWeight: tokens.fontWeightSemibold,
    paddingTop: '4px',
    paddingBottom: '4px',
    borderRadius: tokens.borderRadiusMedium,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  folded: { display: 'flex', flexDirection: 'column', rowGap: '10px', paddingTop: '8px', paddingBottom: '4px' },
  notice: {
    borderTop: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRight: `1px solid ${tokens.colorNeutralStroke1}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
    borderLeftWidth: '4px',
    borderLeftStyle: 'solid',
    borderRadius: tokens.borderRadiusMedium,
    padding: '8px 10px',
    overflowWrap: 'anywhere',
  },
  error: { borderLeftColor: tokens.colorPaletteRedBorderActive },
  warning: { borderLeftColor: tokens.colorPaletteYellowBorderActive },
  plain: { borderLeftColor: tokens.colorBrandStroke1 },
  word: { fontWeight: tokens.fontWeightSemibold },
  hidden: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)', whiteSpace: 'nowrap' },
});

export const Section = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => {
  const styles = useStyles();
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h2 id={id} className={styles.heading}>{title}</h2>
      {children}
    </section>
  );
};

/** Something that is there for whoever asks for it. */
export const Fold = ({ title, openAtFirst = false, children }: { readonly title: string; readonly openAtFirst?: boolean; readonly children: ReactNode }) => {
  const styles = useStyles();
  const [open, setOpen] = useState(openAtFirst);
  return (
    <details className={styles.fold} open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className={styles.summary}>{title}</summary>
      {open && <div className={styles.folded}>{children}</div>}
    </details>
  );
};

/** What must not be overlooked. It says in a word what it is: colour alone tells nobody who cannot see it. */
export const Notice = ({ kind, word, children }: { readonly kind: 'error' | 'warning' | 'plain'; readonly word?: string; readonly children: ReactNode }) => {
  const styles = useStyles();
  return (
    <div className={mergeClasses(styles.notice, styles[kind])}>
      {word && <span className={styles.word}>{word}: </span>}
      {children}
    </div>
  );
};

/** For those who hear the pane instead of seeing it. */
export const OnlySpoken = ({ children }: { readonly children: ReactNode }) => <span className={useStyles().hidden}>{children}</span>;

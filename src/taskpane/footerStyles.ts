import { makeStyles, tokens } from '@fluentui/react-components';

/** What stays in sight below a view: what is going on, and the buttons. */
export const useFooterStyles = makeStyles({
  footer: {
    position: 'relative',
    display: 'flex',
    flexDirection: 'column',
    rowGap: '6px',
    padding: '8px 12px 10px',
    borderTop: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  status: { margin: 0, maxHeight: '96px', overflowY: 'auto', fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, overflowWrap: 'anywhere' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '6px' },
});

import { makeStyles, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import { barInWords, type Bar } from './picture';

const FORCED = '@media (forced-colors: active)';

const useStyles = makeStyles({
  bars: { display: 'flex', flexDirection: 'column', rowGap: '8px', margin: 0, padding: 0, listStyleType: 'none' },
  title: { margin: 0, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  drawing: { display: 'block', width: '100%', height: '14px' },
  /** Where the system chooses the colours, the parts are told apart by it: empty, and striped in the colour of text. */
  free: { fill: tokens.colorBrandBackground, [FORCED]: { fill: 'Canvas' } },
  taxable: { fill: tokens.colorPaletteMarigoldBackground3, [FORCED]: { fill: 'Canvas' } },
  stripes: { stroke: tokens.colorNeutralForeground1, strokeWidth: '1.5px', opacity: 0.55, [FORCED]: { stroke: 'CanvasText', opacity: 1 } },
  frame: { fill: 'none', stroke: tokens.colorNeutralStroke1, [FORCED]: { stroke: 'CanvasText' } },
  ends: { display: 'flex', justifyContent: 'space-between', columnGap: '8px', fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
});

/** The bars, each with its amounts below it. The drawing adds no fact of its own, so whoever hears the pane hears the words instead. */
export const Picture = ({ bars }: { readonly bars: readonly Bar[] }) => {
  const styles = useStyles();
  return (
    <ul className={styles.bars}>
      {bars.map((bar) => (
        <li key={bar.title}>
          <p className={styles.title}>{bar.title}</p>
          <Drawing bar={bar} />
          <div className={styles.ends} aria-hidden="true">
            <span>{bar.free.amount} {bar.free.says}</span>
            <span>{bar.taxable.amount} {bar.taxable.says}</span>
          </div>
        </li>
      ))}
    </ul>
  );
};

const WIDTH = 300;
const HEIGHT = 14;
const STRIPE = 6;

const Drawing = ({ bar }: { readonly bar: Bar }) => {
  const styles = useStyles();
  const id = useId();
  const split = WIDTH * bar.free.share;
  return (
    <svg className={styles.drawing} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" role="img" aria-label={barInWords(bar)}>
      <defs>
        <pattern id={id} width={STRIPE} height={STRIPE} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <line x1="0" y1="0" x2="0" y2={STRIPE} className={styles.stripes} />
        </pattern>
      </defs>
      <rect x="0" y="0" width={split} height={HEIGHT} className={styles.free} />
      <rect x={split} y="0" width={WIDTH - split} height={HEIGHT} className={styles.taxable} />
      <rect x={split} y="0" width={WIDTH - split} height={HEIGHT} fill={`url(#${id})`} />
      <rect x="0.5" y="0.5" width={WIDTH - 1} height={HEIGHT - 1} className={styles.frame} />
    </svg>
  );
};

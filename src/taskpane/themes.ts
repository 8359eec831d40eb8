import { createDarkTheme, createLightTheme, type BrandVariants, type Theme } from '@fluentui/react-components';

/** Fluent with Excel's green in the place of its blue, so that the pane belongs to the window it stands in. */
const green: BrandVariants = {
  10: '#03150B', 20: '#062412', 30: '#08331A', 40: '#0A4222', 50: '#0B512A', 60: '#0D5F31', 70: '#0E6D39', 80: '#107C41',
  90: '#2C8C57', 100: '#479C6D', 110: '#62AB84', 120: '#7DBB9A', 130: '#98CAB0', 140: '#B4D9C6', 150: '#D0E8DC', 160: '#ECF6F1',
};

export const lightTheme: Theme = createLightTheme(green);

const dark = createDarkTheme(green);
/** Links and outlines need a lighter green than Fluent takes, to be read on dark grey. */
export const darkTheme: Theme = {
  ...dark,
  colorBrandForeground1: green[120],
  colorBrandForegroundLink: green[120],
  colorBrandForegroundLinkHover: green[130],
  colorBrandForegroundLinkPressed: green[110],
  colorBrandForegroundLinkSelected: green[120],
};

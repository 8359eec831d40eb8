/** The parts of `Office` that Microsoft's loader brings and the Excel client file does not: ready, requirements, context. */

/** Excel's colours, `#RRGGBB`, as `Office.context.officeTheme` gives them. */
export interface OfficeTheme {
  readonly bodyBackgroundColor: string;
  readonly bodyForegroundColor: string;
  readonly controlBackgroundColor: string;
  readonly controlForegroundColor: string;
}

export const lightOffice: OfficeTheme =
  { bodyBackgroundColor: '#FFFFFF', bodyForegroundColor: '#000000', controlBackgroundColor: '#FFFFFF', controlForegroundColor: '#000000' };

export interface OfficeOptions {
  /** The newest ExcelApi that `isSetSupported` admits. */
  readonly excelApi?: string;
  /** The colours now; asked each time. */
  readonly theme?: () => OfficeTheme;
}

/** Requirement sets beside ExcelApi, with the newest version that the host stands in for. */
const SETS: Readonly<Record<string, string>> = {
  RichApiRuntime: '1.2',
  RichApiRuntimeFlag: '1.2',
  CustomFunctionsRuntime: '1.4',
  SharedRuntime: '1.2',
  DelayForCellEdit: '1.1',
};

const DEFAULT_EXCEL_API = '1.16';

/** Whether a version such as `1.9` is not newer than another. */
function isCovered(wanted: string, newest: string): boolean {
  const [major = 0, minor = 0] = wanted.split('.').map(Number);
  const [newestMajor = 0, newestMinor = 0] = newest.split('.').map(Number);
  return major < newestMajor || (major === newestMajor && minor <= newestMinor);
}

export function officeParts({ excelApi = DEFAULT_EXCEL_API, theme = () => lightOffice }: OfficeOptions = {}) {
  const information = { host: 'Excel', platform: 'PC' } as const;
  const isSetSupported = (name: string, version = '1.1'): boolean => {
    const newest = name.toLowerCase() === 'excelapi' ? excelApi : Object.entries(SETS).find(([set]) => set.toLowerCase() === name.toLowerCase())?.[1];
    return newest !== undefined && isCovered(String(version), newest);
  };
  return {
    onReady: (callback?: (information: { host: 'Excel'; platform: 'PC' }) => unknown) =>
      Promise.resolve(information).then(async (ready) => {
        await callback?.(ready);
        return ready;
      }),
    context: {
      host: information.host,
      platform: information.platform,
      displayLanguage: 'en-US',
      contentLanguage: 'en-US',
      requirements: { isSetSupported },
      get officeTheme(): OfficeTheme {
        return theme();
      },
    },
    HostType: { Excel: 'Excel' },
    PlatformType: { PC: 'PC' },
  };
}

/** The workbooks of assets/samples, the one that is open at the start first. */
export interface Sample {
  readonly file: string;
  readonly title: string;
}

export const samples: readonly Sample[] = [
  { file: 'account-list.xlsx', title: 'Account list of a CPA' },
  { file: 'year-log.xlsx', title: 'Physician\'s log, a row per year' },
  { file: 'backdoor-roth-tracker.xlsx', title: 'Backdoor Roth tracker with functions' },
];

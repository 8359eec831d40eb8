import type { Source } from './figure';

/**
 * Where the amounts were read: government texts first, then the secondary sources that confirm them. Many of the latter
 * repeat one IRS release, so several of them guard against a slip of the pen, not against an error they share.
 */

export const irsColaTable1999To2005: Source = {
  title: 'IRS, COLA Increases for Dollar Limitations on Benefits and Contributions, 1999-2005',
  at: 'webharvest.gov/peth04/20041112111117/http://www.irs.gov/retirement/article/0,,id=96461,00.html',
};

export const irsColaTable2011To2013: Source = {
  title: 'IRS, COLA Increases for Dollar Limitations on Benefits and Contributions, page of 24 October 2012',
  at: 'cybercemetery.unt.edu/archive/oilspill/20130214071908/http://www.irs.gov/Retirement-Plans, page COLA-Increases',
};

export const irsColaTable2014To2016: Source = {
  title: 'IRS, COLA Increases for Dollar Limitations on Benefits and Contributions, page of 11 April 2016',
  at: 'irs.gov/retirement-plans/cola-increases-for-dollar-limitations-on-benefits-and-contributions',
};

export const irsColaTable2019To2023: Source = {
  title: 'IRS, COLA Increases for Dollar Limitations on Benefits and Contributions, 2019-2023',
  at: 'irs.gov/ko/retirement-plans, page cola-increases',
};

export const irsColaTable2021To2024: Source = {
  title: 'IRS, COLA Increases for Dollar Limitations on Benefits and Contributions, 2021-2024',
  at: 'irs.gov/Retirement-Plans/COLA-Increases-for-Dollar-Limitations-on-Benefits-and-Contributions',
};

export const instructionsForm8606Of2023: Source = {
  title: 'IRS, Instructions for Form 8606 (2023): IRA limits and 415(c) limits to 2022, Roth limits of 2023',
  at: 'github.com/habutax/habutax, habutax/forms/ty2023/instructions/i8606.pdf, commit 0d4f8d1',
};

export const instructionsForm8606Of2022: Source = {
  title: 'IRS, Instructions for Form 8606 (2022), 13 December 2022: Roth upper limits of 2022',
  at: 'github.com/habutax/habutax, habutax/forms/ty2022/instructions/i8606.pdf, commit 0d4f8d1',
};

export const instructionsForm5329Of2007: Source = {
  title: 'IRS, Instructions for Form 5329 (2007), page 4',
  at: 'formsbank.com/template/229426',
};

export const irsRothPageOf2023: Source = {
  title: 'IRS, Amount of Roth IRA contributions that you can make for 2023',
  at: 'irs.gov/retirement-plans/amount-of-roth-ira-contributions-that-you-can-make-for-2023',
};

export const irsRothPageOf2024: Source = {
  title: 'IRS, Amount of Roth IRA contributions that you can make for 2024',
  at: 'stayexempt.irs.gov/node/4193',
};

export const irsDeductionPageOf2023: Source = {
  title: 'IRS, IRA deduction limits: covered by a retirement plan at work (2023 figures)',
  at: 'irs.gov/ht/retirement-plans, page named 2021-ira-deduction-limits',
};

export const irsDeductionPageOf2024: Source = {
  title: 'IRS, 2024 IRA contribution and deduction limits: covered by a retirement plan at work',
  at: 'eitc.irs.gov/retirement-plans/plan-participant-employee, page of 2024',
};

export const irsVolunteerTraining2023: Source = {
  title: 'IRS, Link & Learn Taxes: important changes, IRAs (2023)',
  at: 'apps.irs.gov/app/vita/content/00/00_29_005.jsp',
};

export const irsVolunteerTraining2014: Source = {
  title: 'IRS, Link & Learn Taxes: the case of Emily (2014)',
  at: 'apps.irs.gov/app/vita/content/17/17_05_100.jsp',
};

export const irsVolunteerTraining2025: Source = {
  title: 'IRS, Link & Learn Taxes: phase-out chart of 2025',
  at: 'esswebqa.epsilonsystems.com/app/vita/content/17s/17_05_110pop.jsp (a mirror)',
};

export const publication17Of2020: Source = {
  title: 'IRS, Publication 17 (2020), tables 9-2 and 9-3, worksheet 9-2',
  at: 'online.flipbuilder.com/trainbyus/tdwn, pages 83, 91 and 92',
};

export const publication17Of1999: Source = {
  title: 'IRS, Publication 17 (1999), chapter 18',
  at: 'w.unclefed.com/TaxHelpArchives/1999/Pub17/b1718h1.html',
};

export const publication590Of2002: Source = {
  title: 'IRS, Publication 590 (2002), appendix B, worksheet 2',
  at: 'lawschool.50megs.com/pubs/0590-19-08.html',
};

export const publication590For2009: Source = {
  title: "IRS, Publication 590, What's New for 2009, as quoted",
  at: 'sab-esq.com/2009/11/24/ira-investment-and-tax-planning',
};

export const irsRothTable2007: Source = {
  title: 'IRS, Roth table for 2007, as reproduced',
  at: 'beamcap.com/ROTHIRA.HTM',
};

export const irsRelease2021216: Source = {
  title: 'IRS, IR-2021-216 (limits of 2022), as reproduced',
  at: 'info.5y1.org/401k-ira-contribution-limits-2021_1_48354c.html',
};

export const irsRelease2016141: Source = {
  title: 'IRS, IR-2016-141 (limits of 2017, Notice 2016-62), as reproduced',
  at: 'considerchapter13.org',
};

export const notice201662Release: Source = {
  title: 'IRS release on the limits of 2017 (Notice 2016-62), as reproduced',
  at: 'petscareinf.com/article/irs-announces-pension-plan-limitations-for-2017/926',
};

export const unitedStatesCode: Source = {
  title: '26 U.S.C., text as of April 2023',
  at: 'github.com/codexstanford/markdonw-chunck-of-the-usa-code, commit 66d0b20',
};

export const policyEngine: Source = {
  title: 'PolicyEngine US, parameters/gov/irs/gross_income/retirement_contributions',
  at: 'github.com/PolicyEngine/policyengine-us, commit 8914f89',
};

export const mondaq2006To2013: Source = {
  title: 'Reproduction of the IRS COLA table 2006-2013',
  at: 'mondaq.com/unitedstates/x/203936',
};

export const currentTaxDevelopments2017: Source = {
  title: 'Current Federal Tax Developments, 28 October 2016 (Notice 2016-62)',
  at: 'currentfederaltaxdevelopments.com',
};

export const currentTaxDevelopments2018: Source = {
  title: 'Current Federal Tax Developments, 20 October 2017 (Notice 2017-64)',
  at: 'currentfederaltaxdevelopments.com',
};

export const beaconHill2018: Source = {
  title: 'Beacon Hill Advisory, 2018 annual retirement plan limits (2017 and 2018)',
  at: 'beaconhilladvisory.com',
};

export const qbi2018: Source = {
  title: 'QBI, 2018 plan limits',
  at: 'qbillc.com',
};

export const kahnLitwin2018: Source = {
  title: 'Kahn, Litwin, Renza: 2018 phase-out tables (2016-2018)',
  at: 'kahnlitwin.com',
};

export const kahnLitwin2020: Source = {
  title: 'Kahn, Litwin, Renza: 2020 tables (2018-2020)',
  at: 'kahnlitwin.com',
};

export const tiaaCref2007: Source = {
  title: 'TIAA-CREF, limits of 2007 (and 2006)',
  at: 'www1.tiaa-cref.org, admin0611_060',
};

export const myWealthBuilder2007: Source = {
  title: 'My Wealth Builder, September 2007',
  at: 'my-wealth-builder.blogspot.com/2007/09',
};

export const kiplinger2007: Source = {
  title: 'Kiplinger, Roth limits of 2007',
  at: 'kiplinger.com, t046-c001-s001',
};

export const openLearningWorld: Source = {
  title: 'Open Learning World, Personal Finance (ranges of 2005-2007)',
  at: 'openlearningworld.com, Personal_Finance 8cfc',
};

export const accountingToday2006: Source = {
  title: "Accounting Today, Nondeductible contributions to a client's traditional IRA (2006)",
  at: 'accountingtoday.com',
};

export const xaenaFinancial: Source = {
  title: 'Xaena Financial, December 2010 (Roth ranges of 2005-2009)',
  at: 'xaenafinancial.blogspot.com/2010/12',
};

export const experts123: Source = {
  title: 'Experts123 (ranges of 2006)',
  at: 'experts123.com',
};

export const q2a2008: Source = {
  title: 'Traditional IRA deduction (2008)',
  at: 'q2a.es/traditional-ira-deduction.html',
};

export const personalFinanceStartup2009: Source = {
  title: 'Personal Finance Startup, 13 January 2009 (prints the ranges of 2008 as those of 2009)',
  at: 'personalfinancestartup.com',
};

export const myMoneyBlog2008: Source = {
  title: 'My Money Blog, Roth phase-outs of 2008',
  at: 'mymoneyblog.com',
};

export const goodFinancialCents: Source = {
  title: 'Good Financial Cents, Roth tables of 2008 and 2009',
  at: 'goodfinancialcents.com',
};

export const hrBlock2010And2011: Source = {
  title: 'H&R Block, rate tables with the Roth ranges of 2010 and 2011',
  at: 'hrblock.com',
};

export const accountingToday2011: Source = {
  title: 'Accounting Today, limits of 2011 (with those of 2010)',
  at: 'accountingtoday.com',
};

export const dearDrebit2011: Source = {
  title: 'Dear Drebit, 2011 pension limits',
  at: 'deardrebit.com/2011-pension-limits',
};

export const fedSmith2013: Source = {
  title: 'FedSmith, 22 October 2012 (2013, with 2012)',
  at: 'fedsmith.com/2012/10/22',
};

export const payTaxesLater2013: Source = {
  title: 'Pay Taxes Later, limits of 2012 and 2013',
  at: 'paytaxeslater.com',
};

export const taylorChandler2015: Source = {
  title: 'Taylor Chandler, limits of 2015 (with 2014)',
  at: 'taylorchandler.com',
};

export const bfsg2015: Source = {
  title: 'BFSG, 2015 cost-of-living adjustments (2014 and 2015)',
  at: 'bfsg.com',
};

export const benefitsPro2017: Source = {
  title: 'BenefitsPRO, 27 October 2016 (2017, with 2016)',
  at: 'benefitspro.com/2016/10/27',
};

export const thinkAdvisor2020: Source = {
  title: 'ThinkAdvisor, 6 November 2019 (Notice 2019-59; 2020, with 2019)',
  at: 'thinkadvisor.com/2019/11/06',
};

export const alliant2020: Source = {
  title: 'Alliant Credit Union, limits of 2020',
  at: 'alliantcreditunion.org',
};

export const savingToInvest2022: Source = {
  title: 'Saving to Invest, table of 2018-2022',
  at: 'savingtoinvest.com',
};

export const edSlott2023: Source = {
  title: 'Ed Slott and Company, printable tables 2021-2023',
  at: 'irahelp.com/printables/2023',
};

export const pmc2023: Source = {
  title: 'PMC, limits of 2023 (Notice 2022-55)',
  at: 'pmc-corp.com',
};

export const rothIraGem: Source = {
  title: 'roth_ira, lib/limits.yaml (2015-2021)',
  at: 'github.com/randallreedjr/roth_ira, commit 2b3c30d',
};

export const rothScript2019: Source = {
  title: 'roth_script, constants.py (2019)',
  at: 'github.com/octopushugs/roth_script',
};

export const summaMoney2025: Source = {
  title: 'Summa Money, limits of 2025 (Notice 2024-80; with 2024)',
  at: 'summamoney.com',
};

export const tfppWire2025: Source = {
  title: 'TFPP Wire, limits of 2025',
  at: 'tfppwire.com',
};

export const primark2023To2026: Source = {
  title: 'Primark Benefits, annual plan limits 2023-2026',
  at: 'primarkbenefits.com/annual-plan-limits',
};

export const worldAdvisors2026: Source = {
  title: 'World Advisors, limits of 2026 (2024-2026)',
  at: 'worldadvisors.com',
};

export const groom2026: Source = {
  title: 'Groom Law Group, limits of 2025 and 2026 (Notice 2025-67)',
  at: 'mondaq.com, article 1706510',
};

export const mondaq1705930: Source = {
  title: 'Limits of 2025 and 2026 (Notice 2025-67)',
  at: 'mondaq.com, article 1705930',
};

export const mondaq1709248: Source = {
  title: 'Limits of 2025 and 2026 (Notice 2025-67)',
  at: 'mondaq.com, article 1709248',
};

export const agentLedger2026: Source = {
  title: 'AgentLedger, public test file that cites Notice 2025-67, page 4',
  at: 'agentledger, tests',
};

export const braden2026: Source = {
  title: 'Braden CPA, limits of 2026 (IR-2025-111)',
  at: 'bradencpa.com',
};

export const investing2026: Source = {
  title: 'Investing.com, limits of 2026',
  at: 'ng.investing.com',
};

export const taxReference2026: Source = {
  title: 'tax-reference, federal/retirement.md (2026)',
  at: 'github.com/benstauffer/tax-reference',
};

export const bkLaw2015: Source = {
  title: 'BK Lawyers, October 2014 (2015, with 2014)',
  at: 'bklawyers.com/2014/10',
};

export const fidelity2024And2025: Source = {
  title: 'Fidelity, Contributing to an IRA (2024, 2025)',
  at: 'fidelity.com/retirement-planning/learn-about-iras/contributing-to-ira',
};

export const motleyFool2024And2025: Source = {
  title: 'The Motley Fool, Roth IRA (2024, 2025)',
  at: 'fool.com/retirement/plans/roth-ira',
};

export const whiteCoatInvestor2024: Source = {
  title: 'The White Coat Investor, Backdoor Roth IRA tutorial (2024)',
  at: 'whitecoatinvestor.com/backdoor-roth-ira-tutorial',
};

export const rulesCiting590A2025: Source = {
  title: 'Public TypeScript rules that cite Publication 590-A (2025)',
  at: 'rule file citing Publication 590-A (2025)',
};

export const eduEasify2025: Source = {
  title: 'EduEasify, limits of 2025',
  at: 'edueasify.com',
};

export const lookup401k: Source = {
  title: '401k Lookup, IRA limits of 2008-2012',
  at: '401klookup.com',
};

export const annuityDigest2009: Source = {
  title: 'Annuity Digest, IRA limits of 2009',
  at: 'annuitydigest.com',
};

export const lewisKnopf2011: Source = {
  title: 'Lewis & Knopf, 2011: the rows on plans only, its phase-out columns being swapped',
  at: 'lewis-knopf.com',
};

export const hr3602018: Source = {
  title: 'HR360, 19 October 2017 (2018, with 2017)',
  at: 'hr360.com',
};

export const accountingToday2020: Source = {
  title: 'Accounting Today, limits of 2020 (Notice 2019-59; with 2019)',
  at: 'accountingtoday.com',
};

export const financeRules2022: Source = {
  title: 'Public note on financial rules (HSA limits of 2022)',
  at: 'note tagged finRules',
};

export const hsaFinder: Source = {
  title: 'HSA Finder, limits of 2008-2014',
  at: 'hsafinder.com',
};

export const medicoverage: Source = {
  title: 'Medicoverage, HSA limits of 2013-2016',
  at: 'medicoverage.com',
};

export const obamacareFacts: Source = {
  title: 'Obamacare Facts, HSA limits of 2016 and 2017',
  at: 'obamacarefacts.com',
};

export const ptMoney: Source = {
  title: 'PT Money, HSA limits of 2016 and 2017',
  at: 'ptmoney.com',
};

export const austinCo: Source = {
  title: 'Austin & Co., HSA limits of 2018 and 2019',
  at: 'austin-co-news.dreamhosters.com',
};

export const hortonGroup: Source = {
  title: 'The Horton Group, HSA limits of 2018 and 2019',
  at: 'thehortongroup.com',
};

export const irsLimitsPackage: Source = {
  title: 'irslimits, data-raw/hsa_limits.R (2020-2026)',
  at: 'github.com/davechilders/irslimits, commit 31b3392',
};

export const legalClarity: Source = {
  title: 'LegalClarity, history of the HSA limits (2004-2012)',
  at: 'legalclarity.org',
};

export const alerus2024: Source = {
  title: 'Alerus, HSA limits of 2023 and 2024',
  at: 'help.alerusrb.com',
};

export const moneyOverview: Source = {
  title: 'The Money Overview: $100,000 from 2006 until indexed after 2023, $108,000 in 2025',
  at: 'themoneyoverview.com',
};

export const rcTaxSolutions: Source = {
  title: 'RC Tax Solutions: $105,000 in 2024, $108,000 in 2025',
  at: 'rctaxsolutions.com',
};

export const retirementWire2026: Source = {
  title: 'The Retirement Wire: $111,000 in 2026',
  at: 'theretirementwire.com',
};

export const publicRulesOf2026: Source = {
  title: 'Public TypeScript rules: $111,000 in 2026',
  at: 'rule file with the amounts of 2026',
};

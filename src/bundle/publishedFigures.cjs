/**
 * What widely read articles print wrongly about the pro-rata rule, beside what the built functions give. Only what was
 * printed is written here; every right figure is worked out by the functions as the page is made.
 */
const vm = require('node:vm');
const { Decimal } = require('decimal.js');

/** The functions of a built script by id, in front of no more than they need; a cell stands for each argument. */
function functionsIn(script) {
  const byId = new Map();
  vm.runInNewContext(script, { CustomFunctions: { Error, ErrorCode: {}, associate: (id, inCells) => byId.set(id, inCells) } });
  return (id, ...values) => byId.get(id)(...values.map((value) => [[value]]));
}

const dollars = (amount) => amount.toLocaleString('en-US', { minimumFractionDigits: Number.isInteger(amount) ? 0 : 2, maximumFractionDigits: 2 });

const CONTRIBUTION = 7000;

/** The taxable part of converting 7,000 of basis beside pre-tax money, as one article's table has it. */
const printedTable = [[25_000, 6364], [50_000, 6743], [100_000, 6867], [200_000, 6928]];

function tableRow(call, [pretax, printed]) {
  const right = call('PRORATA_TAXABLE', CONTRIBUTION, CONTRIBUTION, pretax);
  return `        <tr><th scope="row">${dollars(pretax)}</th><td>${dollars(printed)}</td><td>${dollars(right)}</td><td>${dollars(new Decimal(printed).minus(right).toNumber())}</td></tr>`;
}

/** Form 8606 of a year that does nothing but contribute, and convert what was contributed. */
const lineOf = (call, line, contributed, pretax) => dollars(call('FORM8606_LINE', line, contributed, 0, 0, pretax, 0, contributed));

function publishedFigures(script) {
  const call = functionsIn(script);
  return `    <section id="published-figures" aria-labelledby="published-figures-name">
      <h2 id="published-figures-name">Figures that are published wrong</h2>
      <p>
        A sheet that does not agree with an article may be right. One published table of what is taxable when
        ${dollars(CONTRIBUTION)} is contributed without a deduction and converted, beside money before tax:
      </p>
      <table class="figures">
        <tr><th scope="col">Before tax on 31 December</th><th scope="col">Published</th><th scope="col">Right</th><th scope="col">Too high by</th></tr>
${printedTable.map((row) => tableRow(call, row)).join('\n')}
      </table>
      <p>The right ones are <code>=BASIS.PRORATA_TAXABLE(${CONTRIBUTION}, ${CONTRIBUTION}, A2)</code> with the money before tax in A2.</p>
      <dl>
        <dt>"Conversion x non-taxable percentage = taxable amount"</dt>
        <dd>The label is swapped: that product is the tax-free part. Of ${dollars(6000)} converted beside ${dollars(54_000)} before tax it is
        ${lineOf(call, '17', 6000, 54_000)} (Form 8606, line 17); the taxable part is the rest, ${lineOf(call, '18', 6000, 54_000)} (line 18).</dd>
        <dt>"Basis / total of all IRA balances"</dt>
        <dd>The balance of 31 December alone is too little: what was converted and paid out in the year is added to it (lines 6, 7 and 8 make
        line 9). With ${dollars(CONTRIBUTION)} contributed and all of it converted the balance is 0, by which nothing can be divided; line 9 is
        ${lineOf(call, '9', CONTRIBUTION, 0)}, and ${lineOf(call, '18', CONTRIBUTION, 0)} is taxable.</dd>
      </dl>
    </section>`;
}

module.exports = { publishedFigures };

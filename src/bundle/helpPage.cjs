/**
 * What people read about the functions: the help page that the ribbon, the manifest and Excel's tooltips point to, and the
 * table in the project's README. Both are made from functions.json and from the comments that Excel has no place for: what
 * a function does and takes is written once, in the JSDoc above it.
 */
const { editions } = require('../manifest/editions.cjs');
const { publishedFigures } = require('./publishedFigures.cjs');

const escaped = (text) =>
  String(text ?? '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');

/** Long names may break at their underscores, so that a narrow window holds the table. */
const breakable = (name) => escaped(name).replaceAll('_', '_<wbr>');

/** The fragment under which a function stands on the page. */
const helpAnchor = (id) => id.toLowerCase();

function parameterRow({ name, description, optional }) {
  return `        <tr><th scope="row">${breakable(name)}</th><td>${optional ? 'may be left out' : 'yes'}</td><td>${escaped(description)}</td></tr>`;
}

const { namespace } = editions.production;

const signatureOf = ({ name, parameters }) =>
  `${namespace}.${name}(${parameters.map((parameter) => (parameter.optional ? `[${parameter.name}]` : parameter.name)).join(', ')})`;

/** What the comment says beyond the tooltip; a function that says nothing of a kind has no row for it. */
function moreRows({ returns = '', examples = [], law = '', errors = '' } = {}) {
  const rows = [
    ['Result', escaped(returns)],
    ['Example', examples.map(({ formula, gives }) => `<code>${escaped(formula)}</code> gives ${escaped(gives)}`).join('<br>')],
    ['Errors', escaped(errors)],
    ['Source', escaped(law)],
  ];
  return rows.filter(([, text]) => text !== '').map(([term, text]) => `        <dt>${term}</dt><dd>${text}</dd>`).join('\n');
}

function functionSection(described, docs) {
  const { id, name, description, parameters } = described;
  const more = moreRows(docs.get(id));
  return `    <section id="${helpAnchor(id)}" aria-labelledby="${helpAnchor(id)}-name">
      <h2 id="${helpAnchor(id)}-name">${breakable(`${namespace}.${name}`)}</h2>
      <p><code>=${escaped(signatureOf(described))}</code></p>
      <p>${escaped(description)}</p>
      <table>
        <tr><th scope="col">Argument</th><th scope="col">Needed</th><th scope="col">Meaning</th></tr>
${parameters.map(parameterRow).join('\n')}
      </table>${more === '' ? '' : `\n      <dl>\n${more}\n      </dl>`}
    </section>`;
}

const linkTo = ({ id, name }) => `<a href="#${helpAnchor(id)}">${escaped(name)}</a>`;

const tableCell = (text) => text.replaceAll('|', '\\|');

/** The functions as the README lists them, a row each. */
const functionTable = ({ functions }) => [
  '| function | gives |',
  '|---|---|',
  ...functions.map((described) => `| \`${tableCell(signatureOf(described))}\` | ${tableCell(described.description)} |`),
].join('\n');

/** The page as HTML, for the metadata as Excel will read it, the comments by id and the built script of the functions. */
function helpPage({ functions }, docs, script) {
  return `<!DOCTYPE html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${editions.production.displayName}: help</title>
    <style>
      :root { color-scheme: light dark; font-family: 'Segoe UI', system-ui, sans-serif; line-height: 1.5; }
      body { max-width: 50rem; margin: 0 auto; padding: 1rem; }
      h2, code { overflow-wrap: anywhere; }
      table { border-collapse: collapse; }
      dt { font-weight: 600; }
      dd { margin: 0 0 0.5rem; }
      th, td { text-align: left; vertical-align: top; padding: 0.25rem 1rem 0.25rem 0; }
      .figures th, .figures td { text-align: right; font-variant-numeric: tabular-nums; }
      @media (max-width: 30rem) {
        table { font-size: 0.875rem; }
        th, td { padding-right: 0.4rem; overflow-wrap: anywhere; }
        th[scope='row'], td:nth-child(2), .figures th, .figures td { overflow-wrap: normal; }
      }
    </style>
  </head>
  <body>
    <h1>${editions.production.displayName}</h1>
    <p>
      A blank cell reaches a function as 0 in Excel on the desktop and cannot be told from a zero: where a missing 31 December
      value must not count as zero, test the cell yourself, for example <code>=IF(ISBLANK(D5),"value?",...)</code>.
    </p>
    <p>
      Everything is computed on this computer; no figure leaves the workbook. A figure that the add-in cannot stand behind is
      refused with a sentence in the cell: #N/A where the law's amounts for a year are not covered, #VALUE! otherwise. This is
      a calculator, not tax advice; federal only.
    </p>
    <p>
      Amounts may be numbers, amounts as text ("$7,000.00", "(500)") or ranges, which are added up. A year may be a number, text
      or a date in it. Arguments in brackets may be left out.
    </p>
    <p>
      Excel hands over a date as the number of a day, and the functions count from 1900. In a workbook that counts from 1904 (an
      option that old files from a Mac have) they would be four years off, and cannot see it: give years as four digits there, and
      dates as text, for example <code>TEXT(B5,"yyyy-mm-dd")</code>.
    </p>
    <nav aria-label="On this page">
      <p>${functions.map(linkTo).join(' &middot;\n      ')} &middot;
      <a href="#published-figures">Figures that are published wrong</a></p>
    </nav>
${functions.map((described) => functionSection(described, docs)).join('\n')}
${publishedFigures(script)}
  </body>
</html>
`;
}

module.exports = { functionTable, helpAnchor, helpPage };

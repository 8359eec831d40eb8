/**
 * The help page that the ribbon, the manifest and Excel's function tooltips point to, made from functions.json: what a
 * function does and takes is written once, in the JSDoc beside it.
 */
const { editions } = require('../manifest/editions.cjs');

const escaped = (text) =>
  String(text ?? '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');

/** The fragment under which a function stands on the page. */
const helpAnchor = (id) => id.toLowerCase();

function parameterRow({ name, description, optional }) {
  return `        <tr><th scope="row">${escaped(name)}</th><td>${optional ? 'may be left out' : 'yes'}</td><td>${escaped(description)}</td></tr>`;
}

function functionSection({ id, name, description, parameters }) {
  const signature = parameters.map((parameter) => (parameter.optional ? `[${parameter.name}]` : parameter.name)).join(', ');
  return `    <section id="${helpAnchor(id)}" aria-labelledby="${helpAnchor(id)}-name">
      <h2 id="${helpAnchor(id)}-name">${escaped(`${editions.production.namespace}.${name}`)}</h2>
      <p><code>=${escaped(`${editions.production.namespace}.${name}(${signature})`)}</code></p>
      <p>${escaped(description)}</p>
      <table>
        <tr><th scope="col">Argument</th><th scope="col">Needed</th><th scope="col">Meaning</th></tr>
${parameters.map(parameterRow).join('\n')}
      </table>
    </section>`;
}

/** The page as HTML, for the metadata as Excel will read it. */
function helpPage({ functions }) {
  return `<!DOCTYPE html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${editions.production.displayName}: help</title>
    <style>
      :root { color-scheme: light dark; font-family: 'Segoe UI', system-ui, sans-serif; line-height: 1.5; }
      body { max-width: 50rem; margin: 0 auto; padding: 1rem; }
      code { overflow-wrap: anywhere; }
      table { border-collapse: collapse; }
      th, td { text-align: left; vertical-align: top; padding: 0.25rem 1rem 0.25rem 0; }
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
${functions.map(functionSection).join('\n')}
  </body>
</html>
`;
}

module.exports = { helpAnchor, helpPage };

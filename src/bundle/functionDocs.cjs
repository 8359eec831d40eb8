/**
 * What the comments above the functions say beyond Excel's tooltip: the law behind a function, an example that a test
 * executes, and the errors. Excel has no place for them in functions.json; the help page has.
 */
const { readFileSync } = require('node:fs');
const path = require('node:path');
const ts = require('typescript');
const { project } = require('./places.cjs');

const functionsSource = path.join(project, 'src', 'functions', 'functions.ts');

const textOf = (comment) => (ts.getTextOfJSDocComment(comment) ?? '').replace(/\s+/g, ' ').trim();

/** `=BASIS.LIMIT("415c", 2026) gives 72000`: a formula as it is typed, and what its cell shows. */
function exampleIn(text) {
  const [, formula, gives] = /^(=.+) gives (\S+)$/.exec(text) ?? [];
  if (formula === undefined) throw new Error(`The example "${text}" is not of the form "=FORMULA gives VALUE".`);
  return { formula, gives };
}

/** By id: `{ returns, law, errors, examples: [{ formula, gives }] }`, for every exported function that Excel knows. */
function functionDocs(file = functionsSource) {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2022, true);
  const docs = new Map();
  for (const statement of source.statements.filter(ts.isFunctionDeclaration)) {
    const said = ts.getJSDocTags(statement).map((tag) => ({ tag: tag.tagName.text, text: textOf(tag.comment) }));
    const all = (name) => said.filter(({ tag }) => tag === name).map(({ text }) => text);
    const [id] = (all('customfunction')[0] ?? '').split(' ');
    if (!id) continue;
    docs.set(id, {
      returns: all('returns').join(' '), law: all('law').join(' '), errors: all('throws').join(' '), examples: all('example').map(exampleIn),
    });
  }
  return docs;
}

module.exports = { functionDocs };

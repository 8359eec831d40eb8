/**
 * Completes functions.json, which custom-functions-metadata-plugin makes from the JSDoc of functions.ts, and refuses a
 * build without it: the plugin leaves the file out when a function cannot be described, and Excel then shows #NAME? in
 * every cell with nothing to say why.
 */
const { Compilation, WebpackError, sources } = require('webpack');
const { built } = require('../manifest/built.cjs');
const { functionDocs } = require('./functionDocs.cjs');
const { helpAnchor, helpPage } = require('./helpPage.cjs');

const NAME = 'FunctionMetadata';

/** What Excel should know beyond the JSDoc: hand us errors in arguments, so that we can explain them, and where help is. */
function completed(metadata, base) {
  return {
    ...metadata,
    allowErrorForDataTypeAny: true,
    functions: metadata.functions.map((entry) => ({
      ...entry,
      helpUrl: `${base}/${built.helpPage}#${helpAnchor(entry.id)}`,
    })),
  };
}

/** The functions as they will be released, which the help page lets work out its figures. */
const scriptIn = (compilation) => compilation.getAsset(built.functionsScript).source.source().toString();

class FunctionMetadata {
  constructor({ base }) {
    this.base = base;
  }

  apply(compiler) {
    compiler.hooks.thisCompilation.tap(NAME, (compilation) => {
      compilation.hooks.processAssets.tap({ name: NAME, stage: Compilation.PROCESS_ASSETS_STAGE_ADDITIONS }, () => {
        const asset = compilation.getAsset(built.functionsMetadata);
        const metadata = asset ? JSON.parse(asset.source.source().toString()) : { functions: [] };
        if (metadata.functions.length === 0) {
          compilation.errors.push(
            new WebpackError(
              `${built.functionsMetadata} describes no function, so Excel would know none; the reason stands above or in functions.ts.`,
            ),
          );
          return;
        }
        const complete = completed(metadata, this.base);
        compilation.updateAsset(
          built.functionsMetadata,
          new sources.RawSource(`${JSON.stringify(complete, undefined, 2)}\n`),
        );
        compilation.emitAsset(built.helpPage, new sources.RawSource(helpPage(complete, functionDocs(), scriptIn(compilation))));
      });
    });
  }
}

module.exports = { FunctionMetadata };

/** The build as a function: webpack over webpack.config.js. Writes dist/ and build/. */
const webpack = require('webpack');
const configurations = require('../../webpack.config.js');
const { stampAt, unstamp } = require('./fresh.cjs');
const { project } = require('./places.cjs');

/**
 * Builds for this base address; without one, for the development server. Resolves to webpack's summary with its warnings;
 * rejects with all of webpack's errors as one text, or with a sentence about the address.
 */
async function compile(base) {
  const compiler = webpack(configurations(base === undefined ? {} : { base }));
  const began = new Date();
  unstamp(project);
  const stats = await new Promise((resolve, reject) => {
    compiler.run((error, result) => (error ? reject(error) : resolve(result)));
  });
  await new Promise((resolve, reject) => {
    compiler.close((error) => (error ? reject(error) : resolve()));
  });
  if (stats.hasErrors()) throw new Error(stats.toString({ preset: 'errors-only', colors: false }));
  stampAt(project, began);
  return stats.toString({ preset: 'errors-warnings', assets: true, colors: false });
}

module.exports = { compile };

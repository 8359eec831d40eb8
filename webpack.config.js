const path = require('node:path');
const CopyWebpackPlugin = require('copy-webpack-plugin');
const CustomFunctionsMetadataPlugin = require('custom-functions-metadata-plugin');
const HtmlWebpackPlugin = require('html-webpack-plugin');
const { devDependencies, dependencies } = require('./package.json');

const source = (...parts) => path.resolve(__dirname, 'src', ...parts);

const typescript = {
  resolve: { extensions: ['.ts', '.tsx', '.js'] },
  module: {
    rules: [
      {
        test: /\.tsx?$/,
        exclude: /node_modules/,
        // Types are checked once, by `npm run check`; here they are only removed.
        use: [{ loader: 'ts-loader', options: { transpileOnly: true } }],
      },
    ],
  },
};

/** What Excel loads: one page, and three scripts in the order in which they must run. */
const addIn = {
  name: 'add-in',
  target: ['web', 'es2020'],
  entry: {
    functions: source('functions', 'functions.ts'),
    actions: source('office', 'actions.ts'),
    taskpane: source('taskpane', 'taskpane.ts'),
  },
  output: { path: path.resolve(__dirname, 'dist'), filename: '[name].js', clean: true },
  ...typescript,
  plugins: [
    new CustomFunctionsMetadataPlugin({ output: 'functions.json', input: source('functions', 'functions.ts') }),
    new HtmlWebpackPlugin({
      filename: 'taskpane.html',
      template: source('taskpane', 'taskpane.html'),
      chunks: ['functions', 'actions', 'taskpane'],
      chunksSortMode: 'manual',
      inject: 'head',
      scriptLoading: 'blocking',
    }),
    new CopyWebpackPlugin({ patterns: [{ from: 'assets/icons', to: 'assets/icons', noErrorOnMissing: true }] }),
  ],
  devtool: false,
  performance: { hints: false },
};

/** The command line and the workbench's server. They load `dist/`, and nothing of them is released. */
const host = {
  name: 'host',
  target: 'node20',
  mode: 'development',
  entry: { book: source('book', 'main.ts') },
  output: { path: path.resolve(__dirname, 'build'), filename: '[name].js', clean: true, library: { type: 'commonjs2' } },
  externals: [
    ({ request }, callback) => {
      const named = Object.keys({ ...dependencies, ...devDependencies })
        .some((name) => request === name || request.startsWith(`${name}/`));
      callback(null, named ? `commonjs ${request}` : undefined);
    },
  ],
  ...typescript,
  devtool: 'source-map',
  performance: { hints: false },
};

module.exports = [addIn, host];

const path = require('node:path');
const CopyWebpackPlugin = require('copy-webpack-plugin');
const CustomFunctionsMetadataPlugin = require('custom-functions-metadata-plugin');
const HtmlWebpackPlugin = require('html-webpack-plugin');
const { ClientInFront } = require('./src/bundle/clientInFront.cjs');
const { FunctionMetadata } = require('./src/bundle/functionMetadata.cjs');
const { DevelopmentManifest, ProductionManifest } = require('./src/bundle/manifests.cjs');
const { built } = require('./src/manifest/built.cjs');
const { baseAddress, developmentBase } = require('./src/manifest/editions.cjs');
const { devDependencies, dependencies, version } = require('./package.json');

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

/** What Excel loads: one page, and three scripts in the order in which they must run. `base` is where it will be served. */
const addIn = (base) => ({
  name: 'add-in',
  mode: 'production',
  target: ['web', 'es2020'],
  entry: {
    functions: source('functions', 'functions.ts'),
    actions: source('office', 'actions.ts'),
    taskpane: source('taskpane', 'taskpane.ts'),
  },
  output: { path: path.resolve(__dirname, 'dist'), filename: '[name].js', clean: true },
  ...typescript,
  plugins: [
    new CustomFunctionsMetadataPlugin({ output: built.functionsMetadata, input: source('functions', 'functions.ts') }),
    new FunctionMetadata({ base }),
    new HtmlWebpackPlugin({
      filename: built.page,
      template: source('taskpane', 'taskpane.html'),
      chunks: ['functions', 'actions', 'taskpane'],
      chunksSortMode: 'manual',
      inject: 'head',
      scriptLoading: 'blocking',
      minify: false,
    }),
    new CopyWebpackPlugin({ patterns: [{ from: built.icons, to: built.icons }] }),
    new ProductionManifest({ base, version }),
  ],
  devtool: false,
  // Pages stay as they are written: people read them, and the workbench replaces one script's address in the pane's.
  optimization: { minimizeOptions: { html: false } },
  performance: { hints: false },
});

/** The command line. It loads `dist/`, and nothing of it is released; so nothing is minified. */
const host = {
  name: 'host',
  target: 'node20',
  mode: 'development',
  entry: { book: source('book', 'main.ts'), job: source('book', 'job.ts') },
  output: {
    path: path.resolve(__dirname, 'build'),
    filename: '[name].js',
    clean: { keep: /^workbench[\\/]/ },
    library: { type: 'commonjs2' },
  },
  externals: [
    ({ request }, callback) => {
      const named = Object.keys({ ...dependencies, ...devDependencies })
        .some((name) => request === name || request.startsWith(`${name}/`));
      callback(null, named ? `commonjs ${request}` : undefined);
    },
  ],
  ...typescript,
  plugins: [new DevelopmentManifest()],
  devtool: 'source-map',
  performance: { hints: false },
};

/** Univer's own style sheets, as the workbench's page links them. */
const univerStyles = ['design', 'docs-ui', 'sheets-formula-ui', 'sheets-numfmt-ui', 'sheets-ui', 'ui'].map((name) => ({
  from: path.resolve(__dirname, 'node_modules', '@univerjs', name, 'lib', 'index.css'),
  to: `univer/${name}.css`,
}));

/** The page of `npm start`, its engine (a worker) and what the pane's page gets in the place of Office.js. Never released. */
const workbench = {
  name: 'workbench',
  target: ['web', 'es2020'],
  mode: 'development',
  entry: {
    page: source('workbench', 'page', 'main.tsx'),
    engine: source('workbench', 'engine.ts'),
    office: source('workbench', 'office.ts'),
  },
  output: { path: path.resolve(__dirname, 'build', 'workbench'), filename: '[name].js', clean: true },
  ...typescript,
  plugins: [
    new ClientInFront({ client: require.resolve('@microsoft/office-js/dist/excel-win32-16.01.debug.js'), asset: 'office.js' }),
    new CopyWebpackPlugin({
      patterns: [
        { from: source('workbench', 'page', 'page.html'), to: 'index.html' },
        { from: source('workbench', 'page', 'page.css') },
        { from: `${built.samples}/*.xlsx`, to: 'samples/[name][ext]' },
        ...univerStyles,
      ],
    }),
  ],
  devtool: false,
  performance: { hints: false },
};

/** `--env base=https://...` (what `npm run build -- --base` passes) is where dist/ will be served from. */
module.exports = ({ base = developmentBase } = {}) => [addIn(baseAddress(base)), host, workbench];

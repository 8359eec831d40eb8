/**
 * What the build leaves in dist/ and build/, named once: webpack writes these files, the manifest points at them, and the
 * checker compares the two. Paths are relative to dist/ unless they say otherwise.
 */
const built = {
  page: 'taskpane.html',
  functionsScript: 'functions.js',
  functionsMetadata: 'functions.json',
  helpPage: 'help.html',
  icons: 'assets/icons',
  manifest: 'manifest.xml',
  /** In build/, which no release holds: the twin for `npm run excel`, what `npm run book` runs, the page of `npm start`. */
  developmentManifest: 'manifest.development.xml',
  commandLine: 'book.js',
  workbench: 'workbench/index.html',
  /** In the project: the workbooks that the workbench offers. */
  samples: 'assets/samples',
};

/** The sizes in pixels that Office asks for on its platforms and display scales; 16, 32 and 80 stand on the ribbon. */
const iconSizes = [16, 20, 24, 32, 40, 48, 64, 80, 96];

/** An icon's path in dist/, which is also its path in the project. */
const iconPath = (size) => `${built.icons}/icon-${size}.png`;

module.exports = { built, iconSizes, iconPath };

/** Where the server has what the page loads; server.mjs serves these folders and no others. */
export const addresses = {
  pane: '/addin/taskpane.html',
  functionsScript: '/addin/functions.js',
  functionsMetadata: '/addin/functions.json',
  engine: '/engine.js',
  samples: '/samples/',
} as const;

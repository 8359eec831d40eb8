/** Where the build reads and writes. */
const path = require('node:path');

const project = path.resolve(__dirname, '..', '..');

module.exports = { project, dist: path.join(project, 'dist'), build: path.join(project, 'build') };

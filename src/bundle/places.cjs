/** Where the build reads and writes. */
const path = require('node:path');

const project = path.resolve(__dirname, '..', '..');
const dist = path.join(project, 'dist');
const build = path.join(project, 'build');

module.exports = { build, dist, project };

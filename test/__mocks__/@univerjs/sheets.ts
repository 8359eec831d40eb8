/** Univer as Node loads it: see test/support/nodeRequire.ts. */
import { nodeRequire } from '../../support/nodeRequire';

module.exports = nodeRequire('@univerjs/sheets');

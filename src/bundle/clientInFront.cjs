/**
 * Puts a script in front of one of ours, its bytes unchanged: the workbench's page of the pane loads Microsoft's client and
 * what stands behind it as the one script that the pane's page names.
 */
const { readFileSync } = require('node:fs');
const { Compilation, sources } = require('webpack');

const NAME = 'ClientInFront';

class ClientInFront {
  constructor({ client, asset }) {
    this.client = client;
    this.asset = asset;
  }

  apply(compiler) {
    compiler.hooks.thisCompilation.tap(NAME, (compilation) => {
      compilation.fileDependencies.add(this.client);
      compilation.hooks.processAssets.tap({ name: NAME, stage: Compilation.PROCESS_ASSETS_STAGE_ADDITIONS }, () => {
        compilation.updateAsset(
          this.asset,
          (ours) => new sources.ConcatSource(new sources.RawSource(readFileSync(this.client, 'utf8')), '\n', ours),
        );
      });
    });
  }
}

module.exports = { ClientInFront };

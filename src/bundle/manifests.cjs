/**
 * Writes the manifests and judges them over what the build really wrote, so that an address which points at nothing stops
 * the build and not the user.
 */
const { readFileSync } = require('node:fs');
const path = require('node:path');
const { Compilation, WebpackError, sources } = require('webpack');
const { built } = require('../manifest/built.cjs');
const { developmentManifest, editions, productionManifest } = require('../manifest/editions.cjs');
const { manifestFaults } = require('../manifest/faults.cjs');
const { project } = require('./places.cjs');

const checkedIn = path.join(project, 'manifest.xml');

/** Emits one file made from manifest.xml, which is watched as its source. */
function emitManifest(compiler, name, file, make, judge) {
  compiler.hooks.thisCompilation.tap(name, (compilation) => {
    compilation.fileDependencies.add(checkedIn);
    compilation.hooks.processAssets.tap({ name, stage: Compilation.PROCESS_ASSETS_STAGE_ADDITIONS }, () => {
      compilation.emitAsset(file, new sources.RawSource(make(readFileSync(checkedIn, 'utf8'))));
    });
    compilation.hooks.processAssets.tap({ name, stage: Compilation.PROCESS_ASSETS_STAGE_ANALYSE }, () => {
      const text = compilation.getAsset(file).source.source().toString();
      judge(text, (asset) => compilation.getAsset(asset)?.source.buffer()).forEach((fault) =>
        compilation.errors.push(new WebpackError(`${file}: ${fault}`)),
      );
    });
  });
}

/** dist/manifest.xml, for the address that will serve dist/. */
class ProductionManifest {
  constructor({ base, version }) {
    this.base = base;
    this.version = version;
  }

  apply(compiler) {
    emitManifest(
      compiler,
      'ProductionManifest',
      built.manifest,
      (text) => productionManifest(text, this.base),
      (text, fileAt) =>
        manifestFaults(text, { edition: editions.production, version: this.version, base: this.base, fileAt }),
    );
  }
}

/** build/manifest.development.xml, the twin for `npm run excel`; `npm run check` judges it, since its files are in dist/. */
class DevelopmentManifest {
  apply(compiler) {
    emitManifest(compiler, 'DevelopmentManifest', built.developmentManifest, developmentManifest, () => []);
  }
}

module.exports = { ProductionManifest, DevelopmentManifest };

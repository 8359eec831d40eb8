/**
 * The two manifests of the add-in. The checked-in manifest.xml is the production one; the development twin is made from
 * it by replacing what must differ, so that the two cannot drift apart: Excel answers two installs of one namespace with
 * "error installing functions", so the twin has its own id, name and namespace.
 */

const { built } = require('./built.cjs');

const editions = {
  production: {
    id: '0e1832f4-7371-4b68-aa79-dab93119c860',
    displayName: 'IRA Basis',
    namespace: 'BASIS',
    page: built.page,
  },
  development: {
    id: 'c16e1484-320f-437c-8219-0914b684f5fc',
    displayName: 'IRA Basis (development)',
    namespace: 'BASISDEV',
    // The pane writes formulas; nothing but the address of its page tells it in which namespace.
    page: `${built.page}?namespace=BASISDEV`,
  },
};

/** Where the addresses of the checked-in manifest begin: the development server of `npm run excel`. */
const developmentPort = 3000;
const developmentBase = `https://localhost:${developmentPort}`;

/** Replaces every place where `from` stands; a text without one is a fault in manifest.xml, never passed over. */
function replaced(text, from, to) {
  if (!text.includes(from)) throw new Error(`manifest.xml does not hold ${from}, which the build replaces by ${to}.`);
  return text.replaceAll(from, () => to);
}

/**
 * The address that a manifest's own addresses begin with, without the last slash. Office loads nothing that is not https,
 * and a query or a fragment cannot stand before a path.
 */
function baseAddress(text) {
  const wanted =
    'Give the https address of the folder that will serve dist/, for example https://addins.example.com/ira-basis.';
  if (!URL.canParse(text)) throw new Error(`--base ${text} is no address. ${wanted}`);
  const url = new URL(text);
  if (url.protocol !== 'https:')
    throw new Error(`--base ${text} is ${url.protocol.slice(0, -1)}, and Office loads only https. ${wanted}`);
  if (url.search || url.hash || url.username || url.password) {
    throw new Error(`--base ${text} holds more than a host and a folder. ${wanted}`);
  }
  return `${url.origin}${url.pathname.replace(/\/+$/, '')}`;
}

/** The production manifest for the address that serves it. An address may hold &, which XML spells &amp;. */
const productionManifest = (text, base) => replaced(text, `${developmentBase}/`, `${base.replaceAll('&', '&amp;')}/`);

/** The development twin: own id, name and namespace, always on the development server. */
function developmentManifest(text) {
  const { production, development } = editions;
  const twin = replaced(text, `<Id>${production.id}</Id>`, `<Id>${development.id}</Id>`);
  const named = replaced(twin, `DefaultValue="${production.displayName}"`, `DefaultValue="${development.displayName}"`);
  const spaced = replaced(named, `DefaultValue="${production.namespace}"`, `DefaultValue="${development.namespace}"`);
  const shown = replaced(spaced, `=${production.namespace}.`, `=${development.namespace}.`);
  return replaced(shown, `/${production.page}"`, `/${development.page}"`);
}

module.exports = { editions, developmentBase, developmentPort, baseAddress, productionManifest, developmentManifest };

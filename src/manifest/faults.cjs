/**
 * Everything that Office would refuse or quietly ignore in a manifest, found before Office sees it. A schema knows the
 * shape; this also knows the project: its version, its files, its ids, and the one page that the shared runtime needs.
 */
const { built, iconPath, iconSizes } = require('./built.cjs');
const { orderFaults } = require('./order.cjs');
const { pngSize } = require('./png.cjs');
const { all, at, parseXml } = require('./xml.cjs');

const RESID_LENGTH = 32;
const ADDRESS_LENGTH = 2048;

/** The kinds of resource: where they stand, and how long their text may be. */
const resourceKinds = {
  Images: { longest: ADDRESS_LENGTH },
  Urls: { longest: ADDRESS_LENGTH },
  ShortStrings: { longest: 125 },
  LongStrings: { longest: 250 },
};

/** Which kind of resource an element may cite. */
const citedKind = {
  Image: 'Images',
  Runtime: 'Urls',
  SourceLocation: 'Urls',
  FunctionFile: 'Urls',
  LearnMoreUrl: 'Urls',
  Namespace: 'ShortStrings',
  Label: 'ShortStrings',
  Title: 'ShortStrings',
  Description: 'LongStrings',
};

/** Sizes without which Office shows no ribbon icon. */
const ribbonSizes = [16, 32, 80];

/** Without these the page would be loaded twice, or the functions not at all. */
const neededSets = ['SharedRuntime', 'CustomFunctionsRuntime'];

const valueOf = (element) => element?.attributes.DefaultValue ?? '';

function identityFaults(app, { edition, version }) {
  const id = at(app, 'Id')?.text ?? '';
  const stated = at(app, 'Version')?.text ?? '';
  const name = valueOf(at(app, 'DisplayName'));
  const permission = at(app, 'Permissions')?.text ?? '';
  return [
    ...(id === edition.id ? [] : [`<Id> is ${id}; it must stay ${edition.id}, because an installed add-in is known by it.`]),
    ...(stated === `${version}.0`
      ? []
      : [`<Version> is ${stated}; package.json says ${version}, so it must be ${version}.0.`]),
    ...(name === edition.displayName ? [] : [`<DisplayName> is "${name}"; this manifest's is "${edition.displayName}".`]),
    ...(permission === 'ReadWriteDocument'
      ? []
      : [`<Permissions> is ${permission}; building a tab needs ReadWriteDocument.`]),
  ];
}

/** A sentence where a text is empty or longer than Office allows. */
function lengthFaults(what, text, longest) {
  if (text.trim() === '') return [`${what} is empty.`];
  if (text.length > longest) return [`${what} has ${text.length} characters; ${longest} is the limit.`];
  return [];
}

function setFaults(app) {
  const declared = all(app, 'Set').map((set) => set.attributes.Name);
  return neededSets
    .filter((name) => !declared.includes(name))
    .map((name) => `<Requirements> lacks the set ${name}, without which Office does not start the functions.`);
}

/** The resources by id, each with its kind and its text. */
function resourcesOf(app) {
  const resources = at(app, 'VersionOverrides', 'Resources');
  return Object.keys(resourceKinds).flatMap((kind) =>
    (at(resources, kind)?.children ?? []).map((element) => ({
      id: element.attributes.id ?? '',
      kind,
      text: valueOf(element),
      line: element.line,
    })),
  );
}

function resourceFaults(app, resources) {
  const citations = citing(app);
  const faults = [];
  resources.forEach(({ id, kind, text, line }, index) => {
    faults.push(...lengthFaults(`Line ${line}: the id "${id}"`, id, RESID_LENGTH));
    faults.push(...lengthFaults(`Line ${line}: the text of ${id} (${kind})`, text, resourceKinds[kind].longest));
    if (resources.findIndex((other) => other.id === id) < index) faults.push(`Line ${line}: the id ${id} is given twice.`);
    if (!citations.some((element) => element.attributes.resid === id))
      faults.push(`Line ${line}: nothing cites the resource ${id}.`);
  });
  for (const element of citations) {
    const { resid } = element.attributes;
    const found = resources.find(({ id }) => id === resid);
    const wanted = citedKind[element.name];
    if (resid.length > RESID_LENGTH) {
      faults.push(
        `Line ${element.line}: the resid "${resid}" has ${resid.length} characters; ${RESID_LENGTH} is the limit.`,
      );
    }
    if (!found) faults.push(`Line ${element.line}: <${element.name}> cites ${resid}, which <Resources> does not hold.`);
    else if (found.kind !== wanted) {
      faults.push(
        `Line ${element.line}: <${element.name}> cites ${resid} of ${found.kind}; it needs one of ${wanted ?? 'no kind'}.`,
      );
    }
  }
  return faults;
}

/** Every element that cites a resource. */
function citing(element) {
  return [...(element.attributes.resid === undefined ? [] : [element]), ...element.children.flatMap(citing)];
}

/** Every address in the manifest: https, under the base, and a file that the build really writes. */
function addressFaults(app, resources, { base, fileAt }) {
  const named = ['IconUrl', 'HighResolutionIconUrl', 'SupportUrl'].map((name) => ({
    what: `<${name}>`,
    text: valueOf(at(app, name)),
  }));
  const page = { what: '<DefaultSettings>', text: valueOf(at(app, 'DefaultSettings', 'SourceLocation')) };
  const cited = resources
    .filter(({ kind }) => kind === 'Images' || kind === 'Urls')
    .map(({ id, text }) => ({ what: id, text }));
  const domains = all(app, 'AppDomain').map(({ text }) => ({ what: '<AppDomain>', text }));
  return [
    ...[...named, page, ...cited, ...domains]
      .filter(({ text }) => !text.startsWith('https://'))
      .map(({ what, text }) => `${what} is "${text}"; Office loads only addresses that begin with https://.`),
    ...[...named, page, ...cited].flatMap(({ what, text }) => {
      if (!text.startsWith(`${base}/`)) return [`${what} is ${text}, which is not below the base address ${base}/.`];
      const [file] = text.slice(base.length + 1).split('?');
      return fileAt(file) === undefined ? [`${what} is ${text}, and the build writes no ${file}.`] : [];
    }),
  ];
}

/** A sentence where the file behind an address is not a square PNG of the size that is claimed for it. */
function pixelFaults(what, address, size, { base, fileAt }) {
  const file = fileAt(address.slice(base.length + 1));
  if (file === undefined) return []; // addressFaults has said so
  const actual = pngSize(file);
  if (!actual) return [`${what} (${address}) is not a PNG file.`];
  if (actual.width === size && actual.height === size) return [];
  return [`${what} (${address}) is ${actual.width} x ${actual.height} pixels; it must be ${size} x ${size}.`];
}

function iconFaults(app, resources, context) {
  const addressOf = (resid) => resources.find(({ id }) => id === resid)?.text ?? '';
  const ribbon = all(app, 'Icon').flatMap((icon) => {
    const sizes = icon.children.map((image) => Number(image.attributes.size));
    return [
      ...ribbonSizes
        .filter((size) => !sizes.includes(size))
        .map((size) => `Line ${icon.line}: <Icon> lacks the size ${size}.`),
      ...icon.children.flatMap((image) =>
        pixelFaults(
          `Line ${image.line}: the icon of size ${image.attributes.size}`,
          addressOf(image.attributes.resid),
          Number(image.attributes.size),
          context,
        ),
      ),
    ];
  });
  const missing = iconSizes.filter((size) => context.fileAt(iconPath(size)) === undefined);
  return [
    ...pixelFaults('<IconUrl>', valueOf(at(app, 'IconUrl')), 32, context),
    ...pixelFaults('<HighResolutionIconUrl>', valueOf(at(app, 'HighResolutionIconUrl')), 64, context),
    ...ribbon,
    ...missing.map((size) => `The icon ${iconPath(size)} is missing.`),
    ...iconSizes.flatMap((size) =>
      pixelFaults(`The icon of size ${size}`, `${context.base}/${iconPath(size)}`, size, context),
    ),
  ];
}

/**
 * One page for everything: with a shared runtime Office loads the page that <Runtime> names, and an entry that names
 * another page, or a task pane with an id of its own, silently gets a runtime of its own.
 */
function runtimeFaults(app, resources, { base, edition }) {
  const overrides = at(app, 'VersionOverrides');
  const [runtime] = all(app, 'Runtime');
  const page = runtime?.attributes.resid;
  const entries = [
    ...all(app, 'Page').map((element) => ['<Page>', at(element, 'SourceLocation')?.attributes.resid]),
    ...all(app, 'FunctionFile').map((element) => ['<FunctionFile>', element.attributes.resid]),
    ...all(app, 'Action').map((element) => ['the task pane button', at(element, 'SourceLocation')?.attributes.resid]),
  ];
  const textOf = (resid) => resources.find(({ id }) => id === resid)?.text;
  const functions = all(overrides ?? app, 'ExtensionPoint').find(({ attributes }) => attributes.type === 'CustomFunctions');
  const written = [
    ['the runtime page', textOf(page), edition.page],
    ['<DefaultSettings>', valueOf(at(app, 'DefaultSettings', 'SourceLocation')), edition.page],
    ['<Script>', textOf(at(functions, 'Script', 'SourceLocation')?.attributes.resid), built.functionsScript],
    ['<Metadata>', textOf(at(functions, 'Metadata', 'SourceLocation')?.attributes.resid), built.functionsMetadata],
  ];
  return [
    ...(runtime?.attributes.lifetime === 'long'
      ? []
      : ['<Runtime> must have lifetime="long": the functions and the pane share it.']),
    ...entries
      .filter(([, resid]) => resid !== page)
      .map(([what, resid]) => `One page serves all: ${what} cites ${resid}, and <Runtime> cites ${page}.`),
    ...all(app, 'TaskpaneId').map(
      ({ line }) => `Line ${line}: <TaskpaneId> opens a second pane outside the shared runtime; remove it.`,
    ),
    ...written
      .filter(([, text, file]) => text !== `${base}/${file}`)
      .map(([what, text, file]) => `${what} is ${text ?? 'missing'}; the build writes ${base}/${file}.`),
  ];
}

function namespaceFaults(app, resources, { edition }) {
  const [element] = all(app, 'Namespace');
  const namespace = resources.find(({ id }) => id === element?.attributes.resid)?.text;
  const told = resources.flatMap(({ id, text }) => [...text.matchAll(/=([A-Z]+)\./g)].map(([, name]) => ({ id, name })));
  return [
    ...(namespace === edition.namespace
      ? []
      : [
          `The namespace is ${namespace}; this manifest's is ${edition.namespace}, because saved formulas are spelled with it.`,
        ]),
    ...told
      .filter(({ name }) => name !== edition.namespace)
      .map(({ id, name }) => `${id} tells people to type =${name}., and the functions are =${edition.namespace}.`),
  ];
}

/**
 * A sentence for each fault of a manifest; none for one that can be shipped.
 * context: `edition` (id, displayName, namespace, page), `version` of package.json, `base` address without its last slash, and
 * `fileAt(path)`: the bytes that the build writes there, or undefined.
 */
function manifestFaults(text, context) {
  let app;
  try {
    app = parseXml(text);
  } catch (error) {
    return [`The manifest is not well-formed XML: ${error.message}`];
  }
  const resources = resourcesOf(app);
  return [
    ...orderFaults(app),
    ...identityFaults(app, context),
    ...lengthFaults('<DisplayName>', valueOf(at(app, 'DisplayName')), resourceKinds.ShortStrings.longest),
    ...lengthFaults('<Description>', valueOf(at(app, 'Description')), resourceKinds.LongStrings.longest),
    ...setFaults(app),
    ...resourceFaults(app, resources),
    ...addressFaults(app, resources, context),
    ...iconFaults(app, resources, context),
    ...runtimeFaults(app, resources, context),
    ...namespaceFaults(app, resources, context),
  ];
}

module.exports = { manifestFaults };

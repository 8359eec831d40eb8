/**
 * Which elements a manifest of our kind may hold, under which parent and in which order, as the manifest reference
 * documents them (an element out of order is refused by Office with a misleading message). `?` may be missing, `*` may
 * repeat; everything else stands there exactly once. A key is an element's name, with its parent's or its xsi:type where
 * the name alone says too little.
 */
const order = {
  OfficeApp: [
    'Id',
    'AlternateId?',
    'Version',
    'ProviderName',
    'DefaultLocale',
    'DisplayName',
    'Description',
    'IconUrl',
    'HighResolutionIconUrl',
    'SupportUrl',
    'AppDomains?',
    'Hosts',
    'Requirements',
    'DefaultSettings',
    'Permissions',
    'VersionOverrides',
  ],
  AppDomains: ['AppDomain*'],
  'OfficeApp/Hosts': ['Host'],
  Requirements: ['Sets'],
  Sets: ['Set*'],
  DefaultSettings: ['SourceLocation'],
  VersionOverrides: ['Description?', 'Requirements?', 'Hosts', 'Resources'],
  'VersionOverrides/Hosts': ['Host'],
  'Host:Workbook': ['Runtimes', 'AllFormFactors', 'DesktopFormFactor'],
  Runtimes: ['Runtime'],
  AllFormFactors: ['ExtensionPoint'],
  'ExtensionPoint:CustomFunctions': ['Script', 'Page', 'Metadata', 'Namespace'],
  Script: ['SourceLocation'],
  Page: ['SourceLocation'],
  Metadata: ['SourceLocation'],
  DesktopFormFactor: ['GetStarted', 'FunctionFile', 'ExtensionPoint*'],
  GetStarted: ['Title', 'Description', 'LearnMoreUrl'],
  'ExtensionPoint:PrimaryCommandSurface': ['OfficeTab'],
  OfficeTab: ['Group*'],
  Group: ['Label', 'Icon', 'Control*'],
  Icon: ['Image*'],
  'Control:Button': ['Label', 'Supertip', 'Icon', 'Action'],
  Supertip: ['Title', 'Description'],
  'Action:ShowTaskpane': ['SourceLocation'],
  Resources: ['Images', 'Urls', 'ShortStrings', 'LongStrings'],
  Images: ['Image*'],
  Urls: ['Url*'],
  ShortStrings: ['String*'],
  LongStrings: ['String*'],
};

const rowFor = (element, parent) =>
  order[`${element.name}:${element.attributes.type}`] ?? order[`${parent}/${element.name}`] ?? order[element.name] ?? [];

/** A sentence for each element that is unknown, missing, repeated or out of order at or below this one. */
function orderFaults(element, parent = '') {
  const row = rowFor(element, parent);
  const names = row.map((entry) => entry.replace(/[?*]$/, ''));
  const faults = [];
  let furthest = -1;
  for (const child of element.children) {
    const place = names.indexOf(child.name);
    if (place < 0) {
      faults.push(
        `Line ${child.line}: <${child.name}> may not stand in <${element.name}>, which holds ${names.join(', ') || 'no elements'}.`,
      );
    } else if (place < furthest) {
      faults.push(
        `Line ${child.line}: <${child.name}> must stand before <${names[furthest]}> in <${element.name}>; the order is ${names.join(', ')}.`,
      );
    }
    furthest = Math.max(furthest, place);
  }
  row.forEach((entry, index) => {
    const count = element.children.filter((child) => child.name === names[index]).length;
    if (count === 0 && !entry.endsWith('?')) {
      faults.push(`Line ${element.line}: <${element.name}> lacks <${names[index]}>.`);
    }
    if (count > 1 && !entry.endsWith('*')) {
      faults.push(`Line ${element.line}: <${element.name}> holds <${names[index]}> ${count} times; once is the limit.`);
    }
  });
  return [...faults, ...element.children.flatMap((child) => orderFaults(child, element.name))];
}

module.exports = { orderFaults };

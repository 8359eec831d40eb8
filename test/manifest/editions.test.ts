import { baseAddress, developmentManifest, editions, manifest, productionManifest } from './tools';

describe('The two editions of the add-in', () => {
  it('keep their ids for ever, because installed add-ins and saved workbooks are known by them', () => {
    expect(editions.production.id).toBe('0e1832f4-7371-4b68-aa79-dab93119c860');
    expect(editions.development.id).toBe('c16e1484-320f-437c-8219-0914b684f5fc');
  });

  it('keep their namespaces for ever, because saved formulas are spelled with them', () => {
    expect(editions.production.namespace).toBe('BASIS');
    expect(editions.development.namespace).toBe('BASISDEV');
  });

  it('differ in id, names, namespace, the text that names it and the page that is told of it, and in nothing else', () => {
    const production = manifest.split('\n');
    const development = developmentManifest(manifest).split('\n');
    const differing = production.flatMap((line, index) =>
      line === development[index] ? [] : [[line.trim(), development[index]?.trim()]],
    );
    expect(development).toHaveLength(production.length);
    expect(differing).toEqual([
      ['<Id>0e1832f4-7371-4b68-aa79-dab93119c860</Id>', '<Id>c16e1484-320f-437c-8219-0914b684f5fc</Id>'],
      ['<DisplayName DefaultValue="IRA Basis"/>', '<DisplayName DefaultValue="IRA Basis (development)"/>'],
      [expect.stringContaining('/taskpane.html"'), expect.stringContaining('/taskpane.html?namespace=BASISDEV"')],
      [expect.stringContaining('/taskpane.html"'), expect.stringContaining('/taskpane.html?namespace=BASISDEV"')],
      [expect.stringContaining('"BASIS"'), expect.stringContaining('"BASISDEV"')],
      [expect.stringContaining('"IRA Basis"'), expect.stringContaining('"IRA Basis (development)"')],
      [expect.stringContaining('=BASIS.'), expect.stringContaining('=BASISDEV.')],
    ]);
  });

  it('are not made from a manifest in which something to replace is missing', () => {
    expect(() => developmentManifest(manifest.replace('"BASIS"', '"ROTH"'))).toThrow(
      'manifest.xml does not hold DefaultValue="BASIS"',
    );
  });
});

describe('The base address of a release', () => {
  it.each([
    ['https://addins.example.com', 'https://addins.example.com'],
    ['https://addins.example.com/', 'https://addins.example.com'],
    ['https://addins.example.com:8443/ira-basis/', 'https://addins.example.com:8443/ira-basis'],
  ])('%s is written without its last slash', (given, base) => {
    expect(baseAddress(given)).toBe(base);
  });

  it.each([
    ['addins.example.com', 'is no address'],
    ['', 'is no address'],
    ['http://addins.example.com', 'Office loads only https'],
    ['https://addins.example.com/?v=1', 'holds more than a host and a folder'],
    ['https://addins.example.com/#top', 'holds more than a host and a folder'],
    ['https://me:secret@addins.example.com', 'holds more than a host and a folder'],
  ])('"%s" is refused: %s', (given, sentence) => {
    expect(() => baseAddress(given)).toThrow(sentence);
  });

  it('stands in every address of the production manifest, with & as XML spells it', () => {
    const text = productionManifest(manifest, 'https://addins.example.com/a&b');
    expect(text).not.toContain('localhost');
    expect(text).toContain('<SourceLocation DefaultValue="https://addins.example.com/a&amp;b/taskpane.html"/>');
  });
});

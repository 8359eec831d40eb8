/** What the workbench's server gives, to whom, and what it does not. */
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { networkInterfaces, tmpdir } from 'node:os';
import path from 'node:path';
import { spawn, type ChildProcess } from 'node:child_process';

const project = path.resolve(__dirname, '..', '..');

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

interface Asked {
  readonly method?: string;
  readonly host?: string;
  readonly hostname?: string;
}

/** A request as it is written: a browser would tidy the path first. */
const ask = (port: number, address: string, { method = 'GET', host, hostname = '127.0.0.1' }: Asked = {}): Promise<Answer> => new Promise((resolve, reject) => {
  const asked = request({ hostname, port, path: address, method, headers: { host: host ?? `127.0.0.1:${port}` } }, (response) => {
    const chunks: Buffer[] = [];
    response.on('data', (chunk: Buffer) => chunks.push(chunk));
    response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }));
  });
  asked.once('error', reject);
  asked.end();
});

/** The server over these folders, in a process of its own: Jest does not load modules of Node's kind. */
async function serve(addIn: string, page: string): Promise<{ readonly port: number; readonly process: ChildProcess }> {
  const code = `
    import { serveWorkbench } from ${JSON.stringify(path.join(project, 'src', 'workbench', 'server.mjs'))};
    const { address } = await serveWorkbench({ folders: ${JSON.stringify({ addIn, page })} });
    process.stdout.write(address);`;
  const server = spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: ['ignore', 'pipe', 'inherit'] });
  const address = await new Promise<string>((resolve) => { server.stdout!.once('data', (chunk: Buffer) => resolve(chunk.toString())); });
  return { port: Number(new URL(address).port), process: server };
}

const OFFICE = 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js';
const hash = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

describe('The server', () => {
  let folder: string;
  let server: Awaited<ReturnType<typeof serve>>;
  const write = (name: string, text: string): void => {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  };

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'ira-basis-server-'));
    write('dist/taskpane.html', `<script src="${OFFICE}"></script>`);
    write('dist/functions.js', 'functions');
    write('dist/secret', 'nothing to hide');
    write('page/index.html', 'the page');
    write('page/samples/a list.xlsx', 'PK');
    write('outside.txt', 'not served');
    server = await serve(path.join(folder, 'dist'), path.join(folder, 'page'));
  });

  afterAll(() => {
    server.process.kill();
    rmSync(folder, { recursive: true });
  });

  it.each([
    ['/', 'text/html; charset=utf-8', 'the page'],
    ['/addin/functions.js', 'text/javascript; charset=utf-8', 'functions'],
    ['/samples/a%20list.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'PK'],
    ['/addin/secret', 'application/octet-stream', 'nothing to hide'],
  ])('gives %s as %s, and lets the page ask nobody else', async (address, type, text) => {
    const { status, headers, body } = await ask(server.port, address);
    expect([status, headers['content-type'], body.toString()]).toEqual([200, type, text]);
    expect(headers['content-security-policy']).toMatch(/^default-src 'self';/);
    expect(headers['x-content-type-options']).toBe('nosniff');
  });

  it.each([
    '/outside.txt', '/../outside.txt', '/..%2foutside.txt', '/%2e%2e/outside.txt', '/addin/../../outside.txt', '/addin/..%2f..%2foutside.txt',
    '/addin/%5c..%5c..%5coutside.txt', '//outside.txt', '/addin', '/samples/', '/%', '/index.html%00.js', '/nowhere',
  ])('has no %s', async (address) => {
    const { status, body } = await ask(server.port, address);
    expect([status, body.toString()]).toEqual([404, expect.stringContaining('The workbench has no ')]);
  });

  it('answers reading only, and the head of an answer without its body', async () => {
    expect((await ask(server.port, '/', { method: 'POST' })).status).toBe(405);
    const head = await ask(server.port, '/', { method: 'HEAD' });
    expect([head.status, head.body.length]).toEqual([200, 0]);
  });

  it('does not answer in the name of another machine, which a page on the web could give to this address', async () => {
    expect((await ask(server.port, '/', { host: 'example.com' })).status).toBe(403);
    expect((await ask(server.port, '/', { host: `localhost:${server.port}` })).status).toBe(200);
  });

  it('cannot be reached by other machines', async () => {
    const others = Object.values(networkInterfaces()).flat().filter((one) => one && !one.internal && one.family === 'IPv4').map((one) => one!.address);
    for (const hostname of others) await expect(ask(server.port, '/', { hostname })).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    expect((await ask(server.port, '/')).status).toBe(200);
  });

  it('refuses a pane\'s page that does not name Office.js once', async () => {
    write('other/taskpane.html', '<p>no script</p>');
    const other = await serve(path.join(folder, 'other'), path.join(folder, 'page'));
    const { status, body } = await ask(other.port, '/addin/taskpane.html');
    other.process.kill();
    expect([status, body.toString()]).toEqual([500, `taskpane.html names ${OFFICE} 0 times; the workbench replaces one.\n`]);
  });
});

describe('The add-in in the workbench', () => {
  let server: Awaited<ReturnType<typeof serve>>;
  const dist = path.join(project, 'dist');

  beforeAll(async () => {
    server = await serve(dist, path.join(project, 'build', 'workbench'));
  });

  afterAll(() => server.process.kill());

  it('is the built one to the byte, but for the address of Office.js in the pane\'s page', async () => {
    const files = (readdirSync(dist, { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(dist, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'));
    expect(files).toEqual(expect.arrayContaining(['taskpane.html', 'functions.js', 'actions.js', 'taskpane.js', 'functions.json']));
    const different: string[] = [];
    for (const file of files) {
      const { body } = await ask(server.port, `/addin/${file}`);
      if (hash(body) !== hash(readFileSync(path.join(dist, file)))) different.push(file);
    }
    expect(different).toEqual(['taskpane.html']);
    const page = readFileSync(path.join(dist, 'taskpane.html'), 'utf8');
    expect(page.split(OFFICE)).toHaveLength(2);
    expect((await ask(server.port, '/addin/taskpane.html')).body.toString()).toBe(page.replace(OFFICE, '/office.js'));
  });

  it('talks to Microsoft\'s client as it was installed, with our part behind it', async () => {
    const client = readFileSync(path.join(project, 'node_modules', '@microsoft', 'office-js', 'dist', 'excel-win32-16.01.debug.js'));
    const { body } = await ask(server.port, '/office.js');
    expect(hash(body.subarray(0, client.length))).toBe(hash(client));
  });
});

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:https';
import type { Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as devCerts from 'office-addin-dev-certs';

interface Certificate {
  readonly key: Buffer;
  readonly cert: Buffer;
  readonly warning: string | undefined;
}
type Certificates = Pick<typeof devCerts, 'getHttpsServerOptions' | 'generateCertificates'>;

const { certificateFrom } = jest.requireActual<{ certificateFrom(certificates: Certificates): Promise<Certificate> }>(
  '../../src/office/certificate.cjs',
);
const { serve } = jest.requireActual<{ serve(folder: string, port: number, certificate: Certificate): Promise<Server> }>(
  '../../src/office/serve.cjs',
);

interface Answer {
  readonly status: number | undefined;
  readonly type: string | undefined;
  readonly text: string;
}

/** One request, to an address exactly as given: a client would tidy `..` away before sending. */
function ask(server: Server, address: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { port } = server.address() as AddressInfo;
    get({ host: 'localhost', port, path: address, rejectUnauthorized: false }, (response) => {
      let text = '';
      response.on('data', (part: Buffer) => {
        text += part.toString();
      });
      response.on('end', () => resolve({ status: response.statusCode, type: response.headers['content-type'], text }));
    }).on('error', reject);
  });
}

describe('A certificate that cannot be installed as trusted', () => {
  let certificate: Certificate;
  let folder: string;
  let server: Server;

  beforeAll(async () => {
    jest.spyOn(console, 'log').mockImplementation();
    certificate = await certificateFrom({
      getHttpsServerOptions: () => Promise.reject(new Error('sudo: not found')),
      generateCertificates: devCerts.generateCertificates,
    });
    folder = mkdtempSync(path.join(tmpdir(), 'ira-basis-served-'));
    mkdirSync(path.join(folder, 'dist', 'assets'), { recursive: true });
    writeFileSync(path.join(folder, 'secret.txt'), 'outside');
    writeFileSync(path.join(folder, 'dist', 'taskpane.html'), '<p>pane</p>');
    writeFileSync(path.join(folder, 'dist', 'functions.json'), '{}');
    server = await serve(path.join(folder, 'dist'), 0, certificate);
  });

  afterAll(async () => {
    await new Promise((resolve) => {
      server.close(resolve);
    });
    rmSync(folder, { recursive: true });
    jest.restoreAllMocks();
  });

  it('is replaced by one that serves https all the same, with a sentence that says why and what to do', () => {
    expect(certificate.cert.toString()).toMatch(/^-----BEGIN CERTIFICATE-----/);
    expect(certificate.warning).toMatch(
      /could not be installed as trusted \(sudo: not found\).*office-addin-dev-certs install/,
    );
  });

  it('serves the built files with their types', async () => {
    expect(await ask(server, '/taskpane.html')).toEqual({
      status: 200,
      type: 'text/html; charset=utf-8',
      text: '<p>pane</p>',
    });
    expect(await ask(server, '/functions.json?v=1')).toEqual({
      status: 200,
      type: 'application/json; charset=utf-8',
      text: '{}',
    });
  });

  it.each(['/', '/assets', '/nothing.js', '/../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt', '/%'])(
    'serves nothing for %s',
    async (address) => {
      expect(await ask(server, address)).toMatchObject({ status: 404 });
    },
  );
});

describe('A certificate that is trusted', () => {
  it('is used as it is, without a warning', async () => {
    const trusted = { ca: Buffer.from('ca'), cert: Buffer.from('cert'), key: Buffer.from('key') };
    const certificate = await certificateFrom({
      getHttpsServerOptions: () => Promise.resolve(trusted),
      generateCertificates: () => Promise.reject(new Error('not needed')),
    });
    expect(certificate).toEqual({ key: trusted.key, cert: trusted.cert, warning: undefined });
  });
});

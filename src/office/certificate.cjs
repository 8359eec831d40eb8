/** The certificate that makes https://localhost trusted on this machine, or the next best thing with a sentence about it. */
const { mkdtempSync, readFileSync } = require('node:fs');
const { tmpdir } = require('node:os');
const path = require('node:path');

const DAYS = 30;

/**
 * Resolves to { key, cert, warning }. `certificates` is office-addin-dev-certs. Where the certificate cannot be installed
 * as trusted, a fresh one that nobody trusts is made: Excel on the web works with it once the browser has been told so.
 */
async function certificateFrom(certificates) {
  try {
    const { key, cert } = await certificates.getHttpsServerOptions();
    return { key, cert, warning: undefined };
  } catch (error) {
    const folder = mkdtempSync(path.join(tmpdir(), 'ira-basis-certificate-'));
    const [authority, certificate, key] = ['ca.crt', 'localhost.crt', 'localhost.key'].map((name) =>
      path.join(folder, name),
    );
    await certificates.generateCertificates(authority, certificate, key, DAYS);
    return {
      key: readFileSync(key),
      cert: readFileSync(certificate),
      warning:
        `The certificate of https://localhost could not be installed as trusted (${error.message}). ` +
        `Excel will refuse the add-in until ${authority} is trusted on this machine: install it, or run ` +
        '`npx office-addin-dev-certs install` as an administrator and start again.',
    };
  }
}

module.exports = { certificateFrom };

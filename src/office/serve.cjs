/** The development server: dist/ over https on this machine alone, as Excel loads it. */
const { existsSync, readFileSync, statSync } = require('node:fs');
const { createServer } = require('node:https');
const path = require('node:path');

const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
};

/** The file that an address asks for, or undefined where there is none inside the folder. */
function fileFor(folder, address) {
  const { pathname } = new URL(address, 'https://localhost');
  let decoded;
  try {
    decoded = decodeURIComponent(pathname);
  } catch {
    return undefined; // a stray % names no file
  }
  const file = path.resolve(folder, `.${decoded}`);
  if (!file.startsWith(folder + path.sep) || !existsSync(file) || !statSync(file).isFile()) return undefined;
  return file;
}

/**
 * Serves a folder with this key and certificate. Excel on the web reads functions.json from another origin, hence the
 * open access; `no-cache` makes Excel ask again after each build. Resolves to the listening server.
 */
function serve(folder, port, { key, cert }) {
  const server = createServer({ key, cert }, (request, response) => {
    const file = fileFor(folder, request.url);
    if (file === undefined) {
      response.writeHead(404, { 'Content-Type': types['.txt'] }).end(`dist/ holds no ${request.url}\n`);
      return;
    }
    response
      .writeHead(200, {
        'Content-Type': types[path.extname(file)] ?? 'application/octet-stream',
        'Cache-Control': 'no-cache',
        'Access-Control-Allow-Origin': '*',
      })
      .end(readFileSync(file));
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, 'localhost', () => resolve(server));
  });
}

module.exports = { serve };

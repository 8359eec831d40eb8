/**
 * Serves the workbench on this machine alone: the page from build/workbench, the built add-in from dist/ under /addin/,
 * byte for byte but for the one address of Office.js in the pane's page. Nothing else on the disk, nothing to other machines.
 */
import { readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { build, dist } from '../bundle/places.cjs';
import { built } from '../manifest/built.cjs';

const ADDRESS = '127.0.0.1';
const ADD_IN = '/addin/';
export const officeJs = 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js';
/** Microsoft's client of the installed package, and what its loader would bring; made by the build. */
export const officeHere = '/office.js';

const types = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.txt': 'text/plain; charset=utf-8',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.xml': 'application/xml; charset=utf-8',
};

/** The browser itself keeps the page to this machine: no script, style, picture, frame or request from anywhere else. */
const policy = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join('; ');

/** The file in a folder that a path names; undefined where there is none inside of it. */
function fileIn(folder, name) {
  let decoded;
  try {
    decoded = decodeURIComponent(name);
  } catch {
    return undefined; // a stray % names no file
  }
  if (decoded.includes('\0')) return undefined;
  const file = path.resolve(folder, `.${path.sep}${decoded}`);
  return file.startsWith(folder + path.sep) && statSync(file, { throwIfNoEntry: false })?.isFile() ? file : undefined;
}

/** The pane's page with this server's Office.js; the build is refused where the page does not name it exactly once. */
function paneHere(page) {
  const parts = page.split(`"${officeJs}"`);
  if (parts.length !== 2) throw new Error(`${built.page} names ${officeJs} ${parts.length - 1} times; the workbench replaces one.`);
  return parts.join(`"${officeHere}"`);
}

/** What a path gets: bytes and their type, or undefined. */
function answerTo(pathname, folders) {
  const isAddIn = pathname.startsWith(ADD_IN);
  const name = isAddIn ? pathname.slice(ADD_IN.length) : pathname.slice(1) || 'index.html';
  const file = fileIn(isAddIn ? folders.addIn : folders.page, name);
  if (file === undefined) return undefined;
  const bytes = readFileSync(file);
  const isPane = isAddIn && path.relative(folders.addIn, file) === built.page;
  return { type: types[path.extname(file)] ?? 'application/octet-stream', body: isPane ? paneHere(bytes.toString('utf8')) : bytes };
}

/** Names of other machines that point here (so that a page on the web could ask in their name) are not answered. */
const isOurName = (host, port) => [`${ADDRESS}:${port}`, `localhost:${port}`].includes(host ?? '');

/** Listens on a free port, or on this one. Resolves to the address of the page and the way to end it. */
export function serveWorkbench({ port = 0, folders = { addIn: dist, page: path.join(build, path.dirname(built.workbench)) } } = {}) {
  const server = createServer((request, response) => {
    const plain = (status, text) => response.writeHead(status, { 'Content-Type': types['.txt'] }).end(`${text}\n`);
    if (!isOurName(request.headers.host, server.address().port)) return plain(403, 'This server answers its own machine only.');
    if (request.method !== 'GET' && request.method !== 'HEAD') return plain(405, 'Files are only read here.');
    try {
      const answer = answerTo(request.url.split(/[?#]/)[0], folders);
      if (answer === undefined) return plain(404, `The workbench has no ${request.url}.`);
      return response
        .writeHead(200, {
          'Content-Type': answer.type,
          'Cache-Control': 'no-cache',
          'Content-Security-Policy': policy,
          'X-Content-Type-Options': 'nosniff',
          'Referrer-Policy': 'no-referrer',
        })
        .end(request.method === 'HEAD' ? undefined : answer.body);
    } catch (error) {
      return plain(500, error.message);
    }
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, ADDRESS, () =>
      resolve({
        address: `http://${ADDRESS}:${server.address().port}/`,
        close: () =>
          new Promise((closed) => {
            server.closeAllConnections();
            server.close(closed);
          }),
      }),
    );
  });
}

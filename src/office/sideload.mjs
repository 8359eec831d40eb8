/**
 * `npm run excel`: the built add-in in Excel itself, under its development id and namespace (=BASISDEV.), from a server on
 * this machine. It runs until Ctrl+C, which also takes the add-in out of Excel again.
 */
import path from 'node:path';
import { builtIfStale } from '../bundle/ifStale.cjs';
import { build, dist } from '../bundle/places.cjs';
import { built } from '../manifest/built.cjs';
import { developmentBase, developmentPort } from '../manifest/editions.cjs';
import { certificateFrom } from './certificate.cjs';
import { serve } from './serve.cjs';

const say = (sentence) => process.stderr.write(`${sentence}\n`);
const manifest = path.join(build, built.developmentManifest);
const desktops = { win32: 'Windows', darwin: 'Mac' };

async function sideload() {
  if (!builtIfStale())
    throw new Error('The add-in could not be built, so there is nothing to load into Excel; the reason stands above.');
  const { default: certificates } = await import('office-addin-dev-certs');
  const { key, cert, warning } = await certificateFrom(certificates);
  if (warning) say(warning);
  const server = await serve(dist, developmentPort, { key, cert });
  say(`The add-in is served from ${developmentBase}.`);
  const { default: debugging } = await import('office-addin-debugging');
  process.once('SIGINT', () => {
    server.closeAllConnections();
    server.close();
    debugging.stopDebugging(manifest).catch((error) => say(`Excel still lists the add-in: ${error.message}`));
  });
  await debugging.startDebugging(manifest, { appType: debugging.AppType.Desktop, enableDebugging: false });
  say(
    'Excel has the add-in: type =BASISDEV. in a cell, or choose Form 8606 on the Home tab. Ctrl+C here ends it and takes it out again.',
  );
}

if (process.platform in desktops) {
  try {
    await sideload();
  } catch (error) {
    say(
      error.code === 'EADDRINUSE'
        ? `Another program already uses port ${developmentPort}, which the development manifest names; end that program and start again.`
        : error.message,
    );
    process.exit(1); // the server may already listen, and would keep a failed command alive
  }
} else {
  say(
    'Excel runs on Windows, on the Mac and on the web, not on this machine. Use `npm start` for the workbench in the browser, ' +
      'or deploy `npm run build -- --base https://...` and upload its dist/manifest.xml in Excel on the web (Home, Add-ins, More add-ins, My add-ins, Upload).',
  );
  process.exitCode = 1;
}

/**
 * `npm start`: the workbench in the browser. Builds first where the sources are newer, serves the page on this machine
 * alone, and opens it where there is a display to open it on. It runs until Ctrl+C.
 */
import { spawn } from 'node:child_process';
import { builtIfStale } from '../bundle/ifStale.cjs';
import { serveWorkbench } from './server.mjs';

const say = (sentence) => process.stdout.write(`${sentence}\n`);

/** The command that opens an address in the user's browser, or undefined where nobody would see it. */
function opener({ platform, env }) {
  if (env.CI) return undefined;
  if (platform === 'darwin') return ['open'];
  if (platform === 'win32') return ['cmd', '/c', 'start', ''];
  return env.DISPLAY || env.WAYLAND_DISPLAY ? ['xdg-open'] : undefined;
}

function openInBrowser(address) {
  const [command, ...rest] = opener(process) ?? [];
  if (command === undefined) return;
  const child = spawn(command, [...rest, address], { stdio: 'ignore', detached: true });
  const sayThatNoneOpened = () => say('No browser could be opened by itself; open the address above.');
  child.once('error', sayThatNoneOpened);
  child.once('exit', (status) => status && sayThatNoneOpened());
  child.unref();
}

if (builtIfStale()) {
  try {
    const { address } = await serveWorkbench();
    say(`The workbench is at ${address} (this machine only; Ctrl+C ends it).`);
    openInBrowser(address);
  } catch (error) {
    process.stderr.write(`The workbench could not be served: ${error.message}\n`);
    process.exitCode = 1;
  }
} else {
  process.stderr.write('The add-in could not be built, so there is nothing to show; the reason stands above.\n');
  process.exitCode = 1;
}

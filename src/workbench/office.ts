/**
 * Stands behind Microsoft's unmodified client in the pane's page (the build puts the client in front of this file): what the
 * loader of Office.js would bring, and the bridge to the workbook's host. The page around the pane passes the port on.
 */
import { lightOffice, officeParts, type OfficeTheme } from '../host/office';
import { toPane, type FromPane } from './paneMessages';

interface HostBridge {
  sendMessageToHost(text: string): void;
  onMessageFromHost?: (text: string) => void;
}

interface ClientGlobals {
  Office?: object;
  CustomFunctions: { associate?: (...args: unknown[]) => void };
  OfficeExtension: { HostBridge: { init(bridge: HostBridge): void } };
}

const darkOffice: OfficeTheme =
  { bodyBackgroundColor: '#292929', bodyForegroundColor: '#FFFFFF', controlBackgroundColor: '#1F1F1F', controlForegroundColor: '#FFFFFF' };

type VisibilityHandler = (message: { readonly visibilityMode: 'Hidden' | 'Taskpane' }) => void;

const page = globalThis as unknown as ClientGlobals;
const isInWorkbench = window.parent !== window;
let isDark = window.matchMedia('(prefers-color-scheme: dark)').matches;
const visibilityHandlers = new Set<VisibilityHandler>();

const parts = officeParts({ theme: () => (isDark ? darkOffice : lightOffice) });
const addin = {
  onVisibilityModeChanged: async (handler: VisibilityHandler) => {
    visibilityHandlers.add(handler);
    return async () => {
      visibilityHandlers.delete(handler);
    };
  },
  showAsTaskpane: async () => tellParent({ kind: 'show' }),
  hide: async () => tellParent({ kind: 'hide' }),
};
/** Opened by itself, the page is in no spreadsheet, and says so when it asks. */
const nowhere = { onReady: async () => ({ host: null, platform: null }) };
const ours = { ...Object.getOwnPropertyDescriptors(parts), ...Object.getOwnPropertyDescriptors({ addin, ...(isInWorkbench ? {} : nowhere) }) };
// The client defines an `Office` of its own, whose context asks a native host; ours stands in front of it.
page.Office = Object.create(page.Office ?? null, ours) as object;

// Excel would call what is associated here; in the workbench the engine runs the same script by itself.
page.CustomFunctions.associate = () => undefined;

const { port1: host, port2: forHost } = new MessageChannel();
const bridge: HostBridge = { sendMessageToHost: (text) => host.postMessage(text) };
page.OfficeExtension.HostBridge.init(bridge);
host.onmessage = ({ data }: MessageEvent<string>) => bridge.onMessageFromHost?.(data);
window.addEventListener('message', ({ source, data }) => {
  if (source !== window.parent) return;
  const message = toPane(data);
  if (message?.kind === 'theme') isDark = message.dark;
  if (message?.kind === 'visibility') for (const handler of visibilityHandlers) handler({ visibilityMode: message.visible ? 'Taskpane' : 'Hidden' });
});
window.addEventListener('keydown', (event) => {
  if (event.key !== 'F6') return;
  event.preventDefault();
  tellParent({ kind: 'leave', back: event.shiftKey });
});
tellParent({ kind: 'connect' }, [forHost]);

function tellParent(message: FromPane, transfer: Transferable[] = []): void {
  if (isInWorkbench) window.parent.postMessage({ iraBasis: message }, window.location.origin, transfer);
}

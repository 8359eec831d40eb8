/** The bridge between a client and a host: the object that `OfficeExtension.HostBridge.init` wants, in Node or on a page. */
import type { Host } from './host';

export interface ClientBridge {
  /** Called by the client. */
  sendMessageToHost(text: string): void;
  /** Set by the client. */
  onMessageFromHost?: (text: string) => void;
}

/** What a client needs of a host; without events it is only answered. */
export type Answering = Pick<Host, 'answer'> & Partial<Pick<Host, 'onEvent'>>;

export function bridgeTo(host: Answering): ClientBridge {
  host.onEvent = (text) => bridge.onMessageFromHost?.(text);
  const bridge: ClientBridge = {
    sendMessageToHost(text) {
      void host.answer(text).then((answer) => bridge.onMessageFromHost?.(answer), (error: unknown) => {
        const { id } = JSON.parse(text) as { readonly id: number };
        const body = { error: { code: 'GeneralException', message: error instanceof Error ? error.message : String(error) } };
        bridge.onMessageFromHost?.(JSON.stringify({ type: 2, id, message: { statusCode: 500, headers: {}, body } }));
      });
    },
  };
  return bridge;
}

import { connect, createServer, type Server, type Socket } from 'node:net';

/** A way to a server that can be cut. */
export interface Passage {
  /** Of loopback. */
  readonly port: number;
  /** Breaks all connections, and every new one at once. */
  readonly cut: () => void;
  readonly mend: () => void;
  readonly close: () => void;
}

/** Passes every byte between those who connect to it and the server. */
export async function passageTo(server: { readonly host: string; readonly port: number }): Promise<Passage> {
  const sockets = new Set<Socket>();
  let whole = true;
  const keep = (socket: Socket, other: Socket) => {
    sockets.add(socket);
    socket.setNoDelay(true);
    // A connection that breaks on one side breaks on the other.
    socket.on('error', () => {});
    socket.on('close', () => {
      sockets.delete(socket);
      other.destroy();
    });
    socket.pipe(other);
  };
  const breakAll = () => {
    for (const socket of sockets) socket.resetAndDestroy();
  };
  const listener = createServer(client => {
    if (!whole) {
      client.on('error', () => {});
      client.resetAndDestroy();
      return;
    }
    const upstream = connect(server);
    keep(client, upstream);
    keep(upstream, client);
  });
  await listening(listener);
  const address = listener.address();
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    cut() {
      whole = false;
      breakAll();
    },
    mend() {
      whole = true;
    },
    close() {
      listener.close();
      breakAll();
    },
  };
}

const listening = (listener: Server): Promise<void> =>
  new Promise((resolve, reject) => {
    listener.on('error', reject);
    listener.listen(0, '127.0.0.1', resolve);
  });

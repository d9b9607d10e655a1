// The frames of the pattern and nothing else: a ROUTER between one DEALER that sends and several that ask for
// each message and acknowledge it.
import { Dealer, Router } from 'zeromq';
import { message, now, role } from './loop.mjs';

const unlimited = { linger: 0, sendHighWaterMark: 0, receiveHighWaterMark: 0 };

/** One send at a time, as zeromq.js wants it. */
function line(socket) {
  let last = Promise.resolve();
  return frames => {
    last = last.then(() => socket.send(frames));
    return last;
  };
}

role({
  async dispatcher() {
    const router = new Router(unlimited);
    await router.bind('tcp://127.0.0.1:*');
    const send = line(router);
    const queue = [];
    const free = [];
    return {
      told: { endpoint: router.lastEndpoint },
      async run() {
        for await (const [client, kind, body] of router) {
          const letter = kind.toString();
          if (letter === 'm') queue.push(body);
          else if (letter === 'r') free.push(client);
          else void send([client, 'k']);
          while (free.length > 0 && queue.length > 0) void send([free.shift(), 'm', queue.shift()]);
        }
      },
    };
  },
  async producer({ endpoint, count }) {
    const socket = new Dealer(unlimited);
    socket.connect(endpoint);
    return {
      async run() {
        const begun = now();
        for (let i = 0; i < count; i++) await socket.send(['m', message]);
        return { begun };
      },
    };
  },
  async consumers({ endpoint, count, consumers }) {
    const sockets = Array.from({ length: consumers }, () => new Dealer(unlimited));
    for (const socket of sockets) socket.connect(endpoint);
    let left = count;
    return {
      run: () =>
        new Promise(resolve => {
          sockets.forEach(async socket => {
            const send = line(socket);
            void send(['r']);
            for await (const [kind] of socket) {
              if (kind.toString() === 'k') {
                if (--left === 0) resolve({ ended: now() });
              } else {
                void send(['a']);
                void send(['r']);
              }
            }
          });
        }),
    };
  },
});

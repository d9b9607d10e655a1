// What every bare loop shares: a role in a process of its own, told what to do by a message, and its clock.

export const now = () => Number(process.hrtime.bigint()) / 1e9;

/** As large as a message of the tool without a payload. */
export const message = Buffer.alloc(32);

/** Runs the role that the parent names, and tells it when it is ready and when it is done. */
export function role(roles) {
  process.on('disconnect', () => process.exit());
  process.once('message', async ({ role: name, ...task }) => {
    const go = new Promise(resolve => process.once('message', resolve));
    const begin = await roles[name](task);
    process.send({ ready: true, ...begin.told });
    await go;
    process.send(await begin.run());
  });
}

/** Calls `send` so often in all, with so many calls unanswered at a time. */
export async function flood(count, inFlight, send) {
  let next = 0;
  const line = async () => {
    while (next < count) {
      next++;
      await send();
    }
  };
  await Promise.all(Array.from({ length: inFlight }, line));
}

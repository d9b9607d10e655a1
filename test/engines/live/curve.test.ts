import { execFileSync } from 'node:child_process';
import { describe, expect, onTestFinished, test } from 'vitest';
import { Dealer } from 'zeromq';
import { brokers } from '../../../src/engines/live/brokers/index.js';
import { measure } from '../../../src/engines/live/index.js';
import { customers, scenario } from './runs.js';

describe.each(['zeromq', 'zeromq-push-pull', 'zeromq-req-rep'] as const)('%s by CURVE', name => {
  test('gives every message to a consumer', async () => {
    const run = await measure(scenario(`broker: ${name}, encryption: curve`), {
      customers: customers(40),
      attempts: 1,
    });
    expect(run.record.ledger).toMatchObject({ sent: 40, received: 40, lost: 0, duplicated: 0 });
    expect(run.record.software).not.toMatch(/key/i);
  });
});

test('who has no keys is not answered, and no key stands in the list of processes', async () => {
  const broker = await brokers.zeromq();
  const open = await broker.open({ consumers: 1, settings: { encryption: 'curve' } });
  onTestFinished(() => open.close());
  const { endpoint, publicKey, ...others } = open.address as Record<string, string>;
  expect(publicKey).toHaveLength(40);
  expect(JSON.stringify(others)).not.toMatch(/key/i);
  expect(execFileSync('ps', ['-A', '-o', 'args='], { encoding: 'utf8' })).not.toContain(publicKey);
  const stranger = new Dealer({ linger: 0, receiveTimeout: 400 });
  onTestFinished(() => stranger.close());
  stranger.connect(endpoint);
  await stranger.send(['f']);
  await expect(stranger.receive()).rejects.toThrow();
  const sender = await broker.connectSender(open.address);
  await sender.close();
});

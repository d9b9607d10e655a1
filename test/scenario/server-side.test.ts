import { describe, expect, it } from 'vitest';
import { parseScenario } from '../../src/scenario/load.js';
import { offeredLoad } from '../../src/scenario/offered-load.js';
import { singleStation } from '../../src/scenario/single-station.js';
import { scenarioForm } from '../../src/scenario/text/scenario-form.js';
import { yamlText } from '../../src/scenario/text/yaml.js';
import { lines, said } from './said.js';

const good = ['arrivals: 70/s', 'service: 20ms', 'servers: 2'];
const withLine = (line: string, servers = 'servers: 2'): string => lines(good[0], good[1], servers, line);

const right = [
  'schedule: { changes: [{ at: 8h, servers: 5 }, { at: 18h, servers: 0 }], period: 24h }',
  'autoscaling: { signal: queue-length, target: 30, every: 15s }',
  'autoscaling: { signal: oldest-age, target: 30s, every: 15s, startUp: { mean: 60s, scv: 0 }, coolDown: 5min, max: 9 }',
  'autoscaling: { signal: utilisation, target: 70%, every: 15s, stabilisation: 5min, tolerance: 10%, min: 2 }',
  'autoscaling: { signal: arrival-rate, target: 40/s, every: 1min, targetType: value }',
  'speeds: [2, 0.5]',
  'speeds: { of: [2, 0.5], choose: longest-idle }',
  'loadDependence: { byNumber: [1, 1.8, 2.4] }',
  'loadDependence: { contention: 3%, coherence: 0.1% }',
  'whenIdle: { setUp: 2s, delayOff: 30s }',
  'batchService: { size: 8, minimum: 2 }',
  'breakdowns: { upTime: 50min, repairTime: 5min, while: serving }',
];

describe('what is said of servers besides their number', () => {
  it.each(right)('%s reads back from its text, and is no plain station', line => {
    const scenario = parseScenario(withLine(line));
    expect(parseScenario(yamlText(scenarioForm(scenario)))).toEqual(scenario);
    expect(singleStation(scenario)).toBeTypeOf('string');
  });

  it.each(['whenIdle: { startAt: 5 }', 'whenIdle: { vacation: 1s, vacations: single }'])('%s', line => {
    const scenario = parseScenario(withLine(line, 'servers: 1'));
    expect(parseScenario(yamlText(scenarioForm(scenario)))).toEqual(scenario);
  });

  it.each([
    ['schedule: { changes: [{ at: 6h, servers: 5 }, { at: 18h, servers: 0 }], period: 24h }', 3],
    ['autoscaling: { signal: queue-length, target: 30, every: 15s, max: 7 }', 7],
    ['speeds: [2, 0.5]', 2.5],
    ['loadDependence: { byNumber: [1, 1.8, 2.4] }', 2.4],
    ['batchService: { size: 8 }', 16],
  ])('%s gets done as much as %d plain servers', (line, capacity) => {
    expect(offeredLoad(parseScenario(withLine(line))).queue.utilisation).toBeCloseTo(1.4 / capacity, 12);
  });

  it('can be set from the command line', () => {
    const set = ['autoscaling.target=9', 'autoscaling.startUp.mean=3s', 'servers=4'];
    const text = withLine('autoscaling: { signal: queue-length, target: 30, every: 15s, startUp: 1s }');
    const { stations } = parseScenario(text, { set });
    expect(stations.queue).toMatchObject({ servers: 4, autoscaling: { target: 9, startUp: { mean: 3 } } });
  });
});

describe('a mistake about servers is shown where it stands', () => {
  it.each([
    ['autoscaling: { signal: queue, target: 3, every: 1s }', '"queue" is not a signal', 'queue-length'],
    ['autoscaling: { target: 3, every: 1s }', '"signal" is missing', 'queue-length'],
    ['autoscaling: 3', 'what is looked at is not said', 'signal:'],
    ['autoscaling: { signal: oldest-age, target: 30, every: 15s }', '"30" has no unit', 'a duration'],
    ['autoscaling: { signal: utilisation, target: 1.5, every: 15s }', '"1.5" is too large', 'a fraction'],
    [
      'autoscaling: { signal: utilisation, target: 50%, every: 15s, targetType: average-value }',
      '"average-value" is not a type of target for this signal',
      'value',
    ],
    ['autoscaling: { signal: queue-length, target: 3, every: 1s, min: 3 }', '2 servers at first', 'from 3'],
    ['autoscaling: { signal: queue-length, target: 3, every: 1s, min: 5, max: 4 }', '"min" is above', 'max'],
    ['autoscaling: { signal: oldest-age, target: 3s, every: 1s, min: 0 }', 'no product leads back', 'min: 1'],
    [
      'schedule: { changes: [{ at: 8h, servers: 5 }, { at: 7h, servers: 1 }] }',
      'before the one above',
      'order',
    ],
    ['schedule: { changes: [{ at: 8h, servers: 5 }], period: 8h }', 'after the end of the period', 'within'],
    ['schedule: { changes: [{ at: 8h, servers: 0 }] }', 'nobody serves any more', 'a server'],
    ['speeds: [1, 2, 3]', '3 speeds stand here for 2 servers', 'a speed for each'],
    ['speeds: { of: [1, 2], choose: quickest }', '"quickest" is not a way to choose a server', 'fastest'],
    ['speeds: [1, 0]', '"0" is too small', 'a number'],
    ['loadDependence: { contention: 5 }', '"coherence" is missing', 'fraction'],
    ['whenIdle: {}', 'nothing is said here', 'one of setUp'],
    ['whenIdle: { setUp: 1s, startAt: 2 }', 'side by side', 'one of setUp'],
    ['whenIdle: { startAt: 2 }', '"startAt" is known of one server', 'servers: 1'],
    ['whenIdle: { startAt: 2, delayOff: 3s }', '"delayOff" goes with "setUp"', 'setUp'],
    ['batchService: { size: 3, minimum: 4 }', '4 never fit', 'at most its size'],
    ['batchService: { size: 3, minimum: 2, latecomers: join }', 'waits for nobody', 'minimum: 1'],
    [lines('speeds: [1, 2]', 'batchService: { size: 3 }'), '"batchService" stands beside "speeds"', 'one of'],
  ])('%s', (line, message, expected) => {
    const text = said(withLine(line));
    expect(text).toContain(message);
    expect(text).toContain(expected);
  });

  it('there is nothing to say of servers without end', () => {
    const text = said(withLine('batchService: { size: 3 }', 'servers: infinite'));
    expect(text).toContain('there is no end of servers, so "batchService" says nothing');
  });
});

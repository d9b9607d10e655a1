import { describe, expect, test } from 'vitest';
import { predict } from '../../../src/engines/theory/index.js';
import { parseScenario } from '../../../src/scenario/parse.js';
import { answerTo } from './answer.js';
import { expectCovered } from './covers.js';

/** Two shared servers (product form): of each class its own load over one less the load of all is there. */
const open = `
classes: { a: { arrivals: 0.2/s }, b: { arrivals: 0.1/s }, c: { arrivals: 0.1/s } }
stations:
  cpu: { servers: 1, service: 1s, discipline: ps }
  disk: { servers: 1, service: 2s, discipline: ps }
routes:
  arrive: cpu
  cpu: { byClass: { a: disk, b: { disk: 0.5, leave: 0.5 }, c: leave } }
  disk: leave
run: { precision: 3%, stopOn: [meanSojourn] }
`;

describe('a class at a station', () => {
  test('has its own share of the customers and of the servers', async () => {
    const { stations = {} } = await answerTo(open);
    const atCpu = { a: 0.2, b: 0.1, c: 0.1 };
    for (const [name, load] of Object.entries(atCpu))
      expectCovered(stations.cpu.classes?.[name].measures ?? {}, {
        throughput: load,
        utilisation: load,
        meanNumberInSystem: load / (1 - 0.4),
        meanSojourn: 1 / (1 - 0.4),
      });
    const atDisk = { a: 0.4, b: 0.1 };
    for (const [name, load] of Object.entries(atDisk))
      expectCovered(stations.disk.classes?.[name].measures ?? {}, {
        utilisation: load,
        meanNumberInSystem: load / (1 - 0.5),
        meanSojourn: 2 / (1 - 0.5),
      });
    expect(Object.keys(stations.disk.classes ?? {})).toEqual(['a', 'b']);
  });

  test('is told by theory where it is told by the simulation, and adds up to the station', () => {
    const outcome = predict(parseScenario(open));
    if (!outcome.answered) throw new Error(outcome.reason);
    for (const { measures, classes = {} } of Object.values(outcome.result.stations ?? {})) {
      const parts = Object.values(classes).map(part => part.measures.meanNumberInSystem?.value ?? Number.NaN);
      expect(parts.reduce((sum, part) => sum + part, 0)).toBeCloseTo(
        measures.meanNumberInSystem?.value ?? Number.NaN,
        9,
      );
    }
    expect(Object.keys(outcome.result.stations?.disk.classes ?? {})).toEqual(['a', 'b']);
  });

  test('shows no servers where their number is kept for the station alone', async () => {
    const { stations = {} } = await answerTo(`
classes: { a: { arrivals: 0.2/s }, b: { arrivals: 0.1/s } }
stations:
  first: { servers: 1, service: 1s, whenIdle: { setUp: 1s } }
  second: { servers: 1, service: 1s }
routes: { arrive: first, first: second, second: leave }
run: { precision: 10% }
`);
    expect(stations.first.measures.utilisation).toBeDefined();
    expect(stations.first.classes?.a.measures.utilisation).toBeUndefined();
    expect(stations.second.classes?.a.measures.utilisation).toBeDefined();
  });
});

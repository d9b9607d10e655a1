// The systems of the coverage table and what is known of them exactly.
import { predict } from '../../dist/engines/theory/index.js';

const poisson = rate => ({ process: 'poisson', rate });
const exponential = mean => ({ distribution: 'exponential', mean });
const asked = [0.5, 0.95, 0.99];

export const systems = [
  queue('M/M/1 at 0.5', 0.5, exponential(1)),
  queue('M/M/1 at 0.8', 0.8, exponential(1)),
  queue('M/M/1 at 0.95', 0.95, exponential(1)),
  queue('M/G/1 at 0.8, lognormal services of scv 4', 0.8, { distribution: 'lognormal', mean: 1, scv: 4 }),
  queue('M/M/10 at 0.9', 9, exponential(1), 10),
  shared(),
  ranked(),
  tandem(),
];

function scenarioOf(name, classes, stations) {
  const names = Object.keys(stations);
  const next = names.map((from, i) => [from, { [names[i + 1] ?? 'leave']: 1 }]);
  const routes = Object.fromEntries([['arrive', { [names[0]]: 1 }], ...next]);
  return { name, classes, stations, routes, run: {} };
}

function station(service, servers = 1, discipline = 'fcfs') {
  return { servers, service, discipline: { discipline } };
}

/** First come, first served: all that the theory engine says exactly. */
function queue(name, rate, service, servers) {
  const scenario = scenarioOf(
    name,
    { all: { arrivals: poisson(rate) } },
    { queue: station(service, servers) },
  );
  const { result } = predict({
    ...scenario,
    run: { stopOn: ['meanWait'], precision: 0.1, confidence: 0.95 },
  });
  const at = (quantiles, p) => quantiles.find(quantile => quantile.p === p).value;
  return {
    scenario,
    known: [
      { measure: 'meanWait', value: result.measures.meanWait.value },
      ...asked.map(p => ({ of: 'sojourn', p, value: at(result.sojournQuantiles, p) })),
      ...[0.95, 0.99].map(p => ({ of: 'wait', p, value: at(result.waitQuantiles, p) })),
    ],
  };
}

/** M/M/1 shared: with n others present one leaves at rate n / (n + 1), the customer watched at 1 / (n + 1). */
function shared() {
  const rate = 0.8;
  const chain = n => ({ up: rate, down: n / (n + 1), end: 1 / (n + 1) });
  const beyond = lifetime(chain, n => (1 - rate) * rate ** n, rate + 1);
  return {
    scenario: scenarioOf(
      'M/M/1 at 0.8, shared (PS)',
      { all: { arrivals: poisson(rate) } },
      { queue: station(exponential(1), 1, 'ps') },
    ),
    known: [
      { measure: 'meanSojourn', value: 1 / (1 - rate) },
      ...asked.map(p => ({ of: 'sojourn', p, value: quantile(p, beyond) })),
    ],
  };
}

/**
 * M/M/1 with two classes, not interrupted. The urgent wait Exp(1 - rate of the urgent) when the server is busy.
 * For the others those present and those more urgent who come later are ahead: a birth-death chain from the
 * geometric number present down to 0, and the service after it.
 */
function ranked() {
  const [urgent, patient] = [0.3, 0.5];
  const load = urgent + patient;
  const chain = n => (n === 0 ? { up: 0, down: 0, end: 1 } : { up: urgent, down: 1, end: 0 });
  const patientBeyond = lifetime(chain, n => (1 - load) * load ** n, urgent + 1);
  const decay = 1 - urgent;
  const urgentBeyond = t =>
    (1 - load) * Math.exp(-t) + (load * (Math.exp(-decay * t) - decay * Math.exp(-t))) / (1 - decay);
  const all = t => (urgent * urgentBeyond(t) + patient * patientBeyond(t)) / load;
  const waitUrgent = load / decay;
  const waitPatient = waitUrgent / (1 - load);
  const sojourns = (law, part) => asked.map(p => ({ part, of: 'sojourn', p, value: quantile(p, law) }));
  return {
    scenario: scenarioOf(
      'M/M/1 at 0.8, two priorities',
      {
        urgent: { arrivals: poisson(urgent), priority: 1 },
        patient: { arrivals: poisson(patient), priority: 0 },
      },
      { queue: station(exponential(1), 1, 'priority') },
    ),
    known: [
      { measure: 'meanWait', value: (urgent * waitUrgent + patient * waitPatient) / load },
      ...sojourns(all),
      { part: 'patient', measure: 'meanWait', value: waitPatient },
      ...sojourns(patientBeyond, 'patient'),
    ],
  };
}

/** Three M/M/1 in a row: the sojourns are independent and exponential (Reich 1957). */
function tandem() {
  const rate = 0.8;
  const speeds = [1, 1.1, 1.25];
  const decays = speeds.map(speed => speed - rate);
  const beyond = t =>
    decays.reduce((sum, decay, i) => {
      const share = decays.reduce(
        (product, other, k) => (k === i ? product : (product * other) / (other - decay)),
        1,
      );
      return sum + share * Math.exp(-decay * t);
    }, 0);
  const stations = Object.fromEntries(
    speeds.map((speed, i) => [`station ${i + 1}`, station(exponential(1 / speed))]),
  );
  return {
    scenario: scenarioOf(
      'three M/M/1 in a row, the busiest at 0.8',
      { all: { arrivals: poisson(rate) } },
      stations,
    ),
    known: [
      { measure: 'meanWait', value: speeds.reduce((sum, speed) => sum + rate / speed / (speed - rate), 0) },
      ...asked.map(p => ({ of: 'sojourn', p, value: quantile(p, beyond) })),
    ],
  };
}

/**
 * P(a birth-death chain with an end lives longer than t), by uniformisation at rate `q`.
 * @param rates of state n: to n + 1, to n - 1, to the end; @param start law of the first state
 */
function lifetime(rates, start, q) {
  const states = 400;
  const powers = [new Float64Array(states + 1).fill(1)];
  const power = k => {
    for (; powers.length <= k; ) {
      const last = powers[powers.length - 1];
      powers.push(
        last.map((alive, n) => {
          const { up, down, end } = rates(n);
          const [above, below] = [last[Math.min(n + 1, states)], last[Math.max(n - 1, 0)]];
          return (up * above + down * below + (q - up - down - end) * alive) / q;
        }),
      );
    }
    return powers[k].reduce((sum, alive, n) => sum + start(n) * alive, 0);
  };
  const alive = [];
  return t => {
    let weight = Math.exp(-q * t);
    let [sum, total] = [0, 0];
    for (let k = 0; total < 1 - 1e-13 && k < 3000; k++) {
      alive[k] ??= power(k);
      sum += weight * alive[k];
      total += weight;
      weight *= (q * t) / (k + 1);
    }
    return sum;
  };
}

function quantile(p, beyond) {
  let [low, high] = [0, 1];
  while (beyond(high) > 1 - p) high *= 2;
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (beyond(middle) > 1 - p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

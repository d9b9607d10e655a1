/**
 * Mean sojourn under "join the shortest of d queues chosen at random" in the limit of many servers
 * (M. Mitzenmacher, IEEE Transactions on Parallel and Distributed Systems 12 (2001);
 * N. D. Vvedenskaya et al., Problems of Information Transmission 32 (1996); not checked). A limit, so an
 * approximation for any finite number of servers.
 */
export function powerOfManyChoices(load: number, meanService: number, choices: number) {
  let sum = 0;
  for (let i = 1; i < 10_000_000; i++) {
    // The share of queues longer than i - 1 among those that an arrival joins.
    const exponent = choices === 1 ? i - 1 : (choices ** i - choices) / (choices - 1);
    const term = load ** exponent;
    sum += term;
    if (term < 1e-17 * sum) break;
  }
  return {
    meanSojourn: sum * meanService,
    meanWait: (sum - 1) * meanService,
    meanNumberAtServer: load * sum,
  };
}

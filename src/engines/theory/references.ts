/** The bibliography as data: a citation that names no entry here does not compile. */
export const references = {
  allen1990: {
    text: 'A. O. Allen, Probability, Statistics, and Queueing Theory, 2nd ed., Academic Press 1990',
    checked: false,
  },
  erlang1917: {
    text: 'A. K. Erlang, Solution of some problems in the theory of probabilities of significance in automatic telephone exchanges, Elektroteknikeren 13 (1917)',
    checked: false,
  },
  gross2008: {
    text: 'D. Gross, J. F. Shortle, J. M. Thompson, C. M. Harris, Fundamentals of Queueing Theory, 4th ed., Wiley 2008',
    checked: false,
  },
  kleinrock1975: {
    text: 'L. Kleinrock, Queueing Systems, Volume 1: Theory, Wiley 1975',
    checked: false,
  },
  leeLongton1959: {
    text: 'A. M. Lee, P. A. Longton, Queueing processes associated with airline passenger check-in, Operational Research Quarterly 10 (1959) 56-71',
    checked: false,
  },
  little1961: {
    text: 'J. D. C. Little, A proof for the queuing formula L = λW, Operations Research 9 (1961) 383-387',
    checked: false,
  },
  neuts1981: {
    text: 'M. F. Neuts, Matrix-Geometric Solutions in Stochastic Models, Johns Hopkins University Press 1981',
    checked: false,
  },
  ozawa2006: {
    text: 'T. Ozawa, Sojourn time distributions in the queue defined by a general QBD process, Queueing Systems 53 (2006) 203-211',
    checked: false,
  },
  crommelin1932: {
    text: 'C. D. Crommelin, Delay probability formulae when the holding times are constant, Post Office Electrical Engineers Journal 25 (1932) 41-50',
    checked: false,
  },
  franx2001: {
    text: 'G. J. Franx, A simple solution for the M/D/c waiting time distribution, Operations Research Letters 29 (2001) 221-229',
    checked: false,
  },
  takacs1962: {
    text: 'L. Takács, Introduction to the Theory of Queues, Oxford University Press 1962',
    checked: false,
  },
} as const satisfies Record<string, Reference>;

export interface Reference {
  readonly text: string;
  /** True when the source itself was compared with the code. */
  readonly checked: boolean;
}

/** The bibliography as data: a citation that names no entry here does not compile. */
export const references = {
  allen1990: unchecked(
    'A. O. Allen, Probability, Statistics, and Queueing Theory, 2nd ed., Academic Press 1990',
  ),
  artalejo2008: unchecked('J. R. Artalejo, A. Gómez-Corral, Retrial Queueing Systems, Springer 2008'),
  baccelli1981: unchecked(
    'F. Baccelli, G. Hebuterne, On queues with impatient customers, Performance 81 (1981) 159-179',
  ),
  bailey1954: unchecked(
    'N. T. J. Bailey, On queueing processes with bulk service, Journal of the Royal Statistical Society B 16 (1954) 80-87',
  ),
  baskett1975: unchecked(
    'F. Baskett, K. M. Chandy, R. R. Muntz, F. G. Palacios, Open, closed, and mixed networks of queues with different classes of customers, Journal of the ACM 22 (1975) 248-260',
  ),
  bolch2006: unchecked(
    'G. Bolch, S. Greiner, H. de Meer, K. S. Trivedi, Queueing Networks and Markov Chains, 2nd ed., Wiley 2006',
  ),
  bonald2003: unchecked(
    'T. Bonald, A. Proutière, Insensitive bandwidth sharing in data networks, Queueing Systems 44 (2003) 69-100',
  ),
  brumelle1971: unchecked(
    'S. L. Brumelle, Some inequalities for parallel-server queues, Operations Research 19 (1971) 402-413',
  ),
  burke1969: unchecked(
    'P. J. Burke, The dependence of sojourn times in tandem M/M/s queues, Operations Research 17 (1969) 754-755',
  ),
  buzen1973: unchecked(
    'J. P. Buzen, Computational algorithms for closed queueing networks with exponential servers, Communications of the ACM 16 (1973) 527-531',
  ),
  cobham1954: unchecked(
    'A. Cobham, Priority assignment in waiting line problems, Operations Research 2 (1954) 70-76',
  ),
  coffman1970: unchecked(
    'E. G. Coffman, R. R. Muntz, H. Trotter, Waiting time distributions for processor-sharing systems, Journal of the ACM 17 (1970) 123-130',
  ),
  crommelin1932: unchecked(
    'C. D. Crommelin, Delay probability formulae when the holding times are constant, Post Office Electrical Engineers Journal 25 (1932) 41-50',
  ),
  daley1977: unchecked(
    'D. J. Daley, Inequalities for moments of tails of random variables, with a queueing application, Zeitschrift für Wahrscheinlichkeitstheorie 41 (1977) 139-143',
  ),
  eick1993: unchecked(
    'S. G. Eick, W. A. Massey, W. Whitt, The physics of the Mt/G/∞ queue, Operations Research 41 (1993) 731-742',
  ),
  erlang1917: unchecked(
    'A. K. Erlang, Solution of some problems in the theory of probabilities of significance in automatic telephone exchanges, Elektroteknikeren 13 (1917)',
  ),
  fayolle1980: unchecked(
    'G. Fayolle, I. Mitrani, R. Iasnogorodski, Sharing a processor among many job classes, Journal of the ACM 27 (1980) 519-532',
  ),
  flatto1984: unchecked(
    'L. Flatto, S. Hahn, Two parallel queues created by arrivals with two demands I, SIAM Journal on Applied Mathematics 44 (1984) 1041-1053',
  ),
  franx2001: unchecked(
    'G. J. Franx, A simple solution for the M/D/c waiting time distribution, Operations Research Letters 29 (2001) 221-229',
  ),
  fuhrmann1985: unchecked(
    'S. W. Fuhrmann, R. B. Cooper, Stochastic decompositions in the M/G/1 queue with generalized vacations, Operations Research 33 (1985) 1117-1129',
  ),
  gandhi2014: unchecked(
    'A. Gandhi, S. Doroudi, M. Harchol-Balter, A. Scheller-Wolf, Exact analysis of the M/M/k/setup class of Markov chains via recursive renewal reward, Queueing Systems 77 (2014) 177-209',
  ),
  gast2017: unchecked(
    'N. Gast, B. Van Houdt, A refined mean field approximation, Proceedings of the ACM on Measurement and Analysis of Computing Systems 1 (2017) 33',
  ),
  gaver1962: unchecked(
    'D. P. Gaver, A waiting line with interrupted service, including priorities, Journal of the Royal Statistical Society B 24 (1962) 73-90',
  ),
  goodman1984: unchecked(
    'J. B. Goodman, W. A. Massey, The non-ergodic Jackson network, Journal of Applied Probability 21 (1984) 860-869',
  ),
  green1991: unchecked(
    'L. Green, P. Kolesar, The pointwise stationary approximation for queues with nonstationary arrivals, Management Science 37 (1991) 84-97',
  ),
  gross2008: unchecked(
    'D. Gross, J. F. Shortle, J. M. Thompson, C. M. Harris, Fundamentals of Queueing Theory, 4th ed., Wiley 2008',
  ),
  gumbel1960: unchecked(
    'H. Gumbel, Waiting lines with heterogeneous servers, Operations Research 8 (1960) 504-511',
  ),
  gunther2007: unchecked('N. J. Gunther, Guerrilla Capacity Planning, Springer 2007'),
  halfin1981: unchecked(
    'S. Halfin, W. Whitt, Heavy-traffic limits for queues with many exponential servers, Operations Research 29 (1981) 567-588',
  ),
  harchol2013: unchecked(
    'M. Harchol-Balter, Performance Modeling and Design of Computer Systems, Cambridge University Press 2013',
  ),
  hunt1956: unchecked('G. C. Hunt, Sequential arrays of waiting lines, Operations Research 4 (1956) 674-683'),
  jackson1957: unchecked('J. R. Jackson, Networks of waiting lines, Operations Research 5 (1957) 518-521'),
  jagerman1974: unchecked(
    'D. L. Jagerman, Some properties of the Erlang loss function, Bell System Technical Journal 53 (1974) 525-551',
  ),
  jennings1996: unchecked(
    'O. B. Jennings, A. Mandelbaum, W. A. Massey, W. Whitt, Server staffing to meet time-varying demand, Management Science 42 (1996) 1383-1394',
  ),
  kella1985: unchecked(
    'O. Kella, U. Yechiali, Waiting times in the non-preemptive priority M/M/c queue, Stochastic Models 1 (1985) 257-262',
  ),
  kimura1986: unchecked(
    'T. Kimura, A two-moment approximation for the mean waiting time in the GI/G/s queue, Management Science 32 (1986) 751-763',
  ),
  kingman1962: unchecked(
    'J. F. C. Kingman, Some inequalities for the queue GI/G/1, Biometrika 49 (1962) 315-324',
  ),
  kingman1962order: unchecked(
    'J. F. C. Kingman, The effect of queue discipline on waiting time variance, Mathematical Proceedings of the Cambridge Philosophical Society 58 (1962) 163-164',
  ),
  kingman1970: unchecked(
    'J. F. C. Kingman, Inequalities in the theory of queues, Journal of the Royal Statistical Society B 32 (1970) 102-110',
  ),
  kleinrock1975: unchecked('L. Kleinrock, Queueing Systems, Volume 1: Theory, Wiley 1975'),
  kleinrock1976: unchecked('L. Kleinrock, Queueing Systems, Volume 2: Computer Applications, Wiley 1976'),
  kraemer1976: unchecked(
    'W. Krämer, M. Langenbach-Belz, Approximate formulae for the delay in the queueing system GI/G/1, 8th International Teletraffic Congress (1976)',
  ),
  lazowska1984: unchecked(
    'E. D. Lazowska, J. Zahorjan, G. S. Graham, K. C. Sevcik, Quantitative System Performance, Prentice-Hall 1984',
  ),
  leeLongton1959: unchecked(
    'A. M. Lee, P. A. Longton, Queueing processes associated with airline passenger check-in, Operational Research Quarterly 10 (1959) 56-71',
  ),
  levy1975: unchecked(
    'Y. Levy, U. Yechiali, Utilization of idle time in an M/G/1 queueing system, Management Science 22 (1975) 202-211',
  ),
  little1961: unchecked(
    'J. D. C. Little, A proof for the queuing formula L = λW, Operations Research 9 (1961) 383-387',
  ),
  marshall1968: unchecked(
    'K. T. Marshall, Some inequalities in queuing, Operations Research 16 (1968) 651-665',
  ),
  medhi2003: unchecked('J. Medhi, Stochastic Models in Queueing Theory, 2nd ed., Academic Press 2003'),
  mitrany1968: unchecked(
    'I. L. Mitrany, B. Avi-Itzhak, A many-server queue with service interruptions, Operations Research 16 (1968) 628-638',
  ),
  mitzenmacher2001: unchecked(
    'M. Mitzenmacher, The power of two choices in randomized load balancing, IEEE Transactions on Parallel and Distributed Systems 12 (2001) 1094-1104',
  ),
  nelson1988: unchecked(
    'R. Nelson, A. N. Tantawi, Approximate analysis of fork/join synchronization in parallel queues, IEEE Transactions on Computers 37 (1988) 739-743',
  ),
  neuts1981: unchecked(
    'M. F. Neuts, Matrix-Geometric Solutions in Stochastic Models, Johns Hopkins University Press 1981',
  ),
  ozawa2006: unchecked(
    'T. Ozawa, Sojourn time distributions in the queue defined by a general QBD process, Queueing Systems 53 (2006) 203-211',
  ),
  reiser1975: unchecked(
    'M. Reiser, H. Kobayashi, Queuing networks with multiple closed chains: theory and computational algorithms, IBM Journal of Research and Development 19 (1975) 283-294',
  ),
  reiser1979: unchecked(
    'M. Reiser, A queueing network analysis of computer communication networks with window flow control, IEEE Transactions on Communications 27 (1979) 1199-1209',
  ),
  resing1993: unchecked(
    'J. A. C. Resing, Polling systems and multitype branching processes, Queueing Systems 13 (1993) 409-426',
  ),
  sakasegawa1977: unchecked(
    'H. Sakasegawa, An approximation formula Lq ≈ αρ^β/(1-ρ), Annals of the Institute of Statistical Mathematics 29 (1977) 67-75',
  ),
  schrage1966: unchecked(
    'L. E. Schrage, L. W. Miller, The queue M/G/1 with the shortest remaining processing time discipline, Operations Research 14 (1966) 670-684',
  ),
  schweitzer1979: unchecked(
    'P. J. Schweitzer, Approximate analysis of multiclass closed networks of queues, International Conference on Stochastic Control and Optimization, Amsterdam 1979',
  ),
  takagi1986: unchecked('H. Takagi, Analysis of Polling Systems, MIT Press 1986'),
  takacs1962: unchecked('L. Takács, Introduction to the Theory of Queues, Oxford University Press 1962'),
  takacs1964: unchecked('L. Takács, Priority queues, Operations Research 12 (1964) 63-74'),
  tijms2003: unchecked('H. C. Tijms, A First Course in Stochastic Models, Wiley 2003'),
  vvedenskaya1996: unchecked(
    'N. D. Vvedenskaya, R. L. Dobrushin, F. I. Karpelevich, Queueing system with selection of the shortest of two queues, Problems of Information Transmission 32 (1996) 15-27',
  ),
  wang1996: unchecked(
    'W.-P. Wang, D. Tipper, S. Banerjee, A simple approximation for modeling nonstationary queues, IEEE INFOCOM (1996) 255-262',
  ),
  welch1964: unchecked(
    'P. D. Welch, On a generalized M/G/1 queuing process in which the first customer of each busy period receives exceptional service, Operations Research 12 (1964) 736-752',
  ),
  white1958: unchecked(
    'H. White, L. S. Christie, Queuing with preemptive priorities or with breakdown, Operations Research 6 (1958) 79-95',
  ),
  whitt1983: unchecked(
    'W. Whitt, The Queueing Network Analyzer, Bell System Technical Journal 62 (1983) 2779-2815',
  ),
  whitt1989: unchecked('W. Whitt, Planning queueing simulations, Management Science 35 (1989) 1341-1366'),
  whitt1993: unchecked(
    'W. Whitt, Approximations for the GI/G/m queue, Production and Operations Management 2 (1993) 114-161',
  ),
  yadin1963: unchecked(
    'M. Yadin, P. Naor, Queueing systems with a removable service station, Operational Research Quarterly 14 (1963) 393-405',
  ),
} as const satisfies Record<string, Reference>;

export interface Reference {
  readonly text: string;
  /** True when the source itself was compared with the code. */
  readonly checked: boolean;
}

/** From memory: the formula was tested, but the source not looked up. */
function unchecked(text: string): Reference {
  return { text, checked: false };
}

import { dueOf } from '../../../measurement/observation.js';
import type { RunCheck } from './check.js';
import { calmer, meanServiceOf, tailLimit } from './limits.js';
import { percentile } from './percentile.js';

/** Sender by sender: the schedule is kept, whatever the queue does, so nothing is omitted that it delays. */
export const senderLateness: RunCheck = {
  about: 'messages are sent when the schedule wants them',
  advice: calmer,
  priorityHelps: true,
  falseAlarms: 0,
  readings: ({ observations, sender }) => {
    const { sent, clients } = observations;
    const due = dueOf(observations);
    const meanService = meanServiceOf(observations);
    const usual = clients ? meanService / 20 : Math.max(1e-4, meanService / 100);
    const all = sent.map((time, i) => time - due[i]);
    const senders = sender === undefined ? [undefined] : [...new Set(sender)].sort((a, b) => a - b);
    return senders.flatMap(one => {
      const late = one === undefined ? all : all.filter((_, i) => sender?.[i] === one);
      const whose = one === undefined ? 'sender' : `sender ${one + 1}`;
      return [
        {
          name: `${whose} lateness, p99`,
          value: percentile(late, 0.99),
          limit: tailLimit(meanService),
          unit: 'seconds' as const,
        },
        {
          name: `${whose} lateness, median`,
          value: percentile(late, 0.5),
          limit: usual,
          unit: 'seconds' as const,
        },
      ];
    });
  },
};

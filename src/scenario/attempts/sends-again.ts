import type { CustomerClass } from '../type.js';

/** Whether customers of the class give a request up and send it again, or at least stop waiting for it. */
export const sendsAgain = ({ timeout, patience, retry }: CustomerClass): boolean =>
  timeout !== undefined || (patience !== undefined && retry !== undefined);

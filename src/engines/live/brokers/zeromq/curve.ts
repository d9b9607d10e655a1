import { curveKeyPair } from 'zeromq';
import type { Settings } from '../../broker.js';

/** Made for one run; never printed, and no argument of a process. */
export interface CurveKeys {
  readonly publicKey: string;
  readonly secretKey: string;
}

/** The keys of the end that is bound, where the run asks for encryption (CurveZMQ). */
export const keysFor = ({ encryption }: Settings = {}): CurveKeys | undefined =>
  encryption === 'curve' ? curveKeyPair() : undefined;

/** Options of the bound socket: it takes only those who know its public key. */
export const bound = (keys: CurveKeys | undefined) =>
  keys ? { curveServer: true, curveSecretKey: keys.secretKey } : {};

/** Options of a socket that connects; it has keys of its own. */
export function connecting(serverKey: string | undefined) {
  if (serverKey === undefined) return {};
  const { publicKey, secretKey } = curveKeyPair();
  return { curveServerKey: serverKey, curvePublicKey: publicKey, curveSecretKey: secretKey };
}

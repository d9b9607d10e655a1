import { version } from 'zeromq';
import { packageVersion } from '../package-version.js';

export const software = (): string => `libzmq ${version}, zeromq.js ${packageVersion('zeromq')}`;

import type { Model } from '../model.js';
import { checked } from '../station-domain.js';
import { ggc, mgc } from './ggc.js';
import { gginf } from './gginf.js';
import { gimc } from './gimc.js';
import { mapPhC } from './map-ph-c.js';
import { mapPhCK } from './map-ph-c-k.js';
import { mdc } from './mdc.js';
import { mg1 } from './mg1.js';
import { mgcc } from './mgcc.js';
import { mm1 } from './mm1.js';
import { mmc } from './mmc.js';
import { mmck } from './mmck.js';

/** Every model of one station, the one that says most first, approximations last: the first that covers answers. */
export const models: readonly Model[] = [
  mm1,
  mmc,
  gginf,
  mgcc,
  mmck,
  mdc,
  gimc,
  mapPhC,
  mapPhCK,
  mg1,
  mgc,
  ggc,
].map(checked);

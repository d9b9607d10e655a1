import { catalogue, type Entry } from '../engines/theory/catalogue.js';
import { nearest } from '../scenario/nearest.js';

export type { Entry } from '../engines/theory/catalogue.js';

export { catalogue } from '../engines/theory/catalogue.js';

/** The entries that a name may mean: one that is called so, else all that mention every word of it. */
export interface Found {
  readonly entries: readonly Entry[];
  /** The name that a word without any entry most likely stands for. */
  readonly meant?: string;
}

export function findModels(name: string): Found {
  const called = catalogue.find(({ kendall }) => spelled(kendall) === spelled(name));
  if (called) return { entries: [called] };
  const general = catalogue.find(({ kendall }) => spelled(kendall) === spelled(inGeneral(name)));
  if (general) return { entries: [general] };
  const words = name.toLowerCase().split(/\s+/).filter(Boolean);
  const mentioning = catalogue.filter(entry => {
    const text = `${entry.kendall} ${entry.name} ${entry.group}`.toLowerCase();
    return words.every(word => text.includes(word.replace(/s$/, '')));
  });
  if (words.length > 0 && mentioning.length > 0) return { entries: mentioning };
  const meant = nearest(
    name,
    catalogue.map(({ kendall }) => kendall),
  );
  return { entries: [], ...(meant !== undefined && { meant }) };
}

const spelled = (name: string): string =>
  name
    .toLowerCase()
    .replace('∞', 'inf')
    .replace(/[^a-z0-9/+]/g, '');

/** 'M/M/4/50' as 'M/M/c/K', 'M/G/3' as 'M/G/c', 'M/M/5/5' as 'M/M/c/c'. */
function inGeneral(name: string): string {
  const [, laws, servers, places = ''] = /^([^/]+\/[^/]+)\/(\d+)((?:\/\d+)?)$/.exec(name.trim()) ?? [];
  if (laws === undefined) return name;
  const count = servers === '1' && (places === '' || places === '/1') ? '1' : 'c';
  const limit = places === '' ? '' : places === `/${servers}` ? `/${count}` : '/K';
  return `${laws}/${count}${limit}`;
}

import type { z } from 'zod';
import { choice, isMapping, reference } from '../choice.js';
import { collection, list, mapping } from '../mapping.js';
import { nearest } from '../nearest.js';
import { entrance, exit } from '../place.js';
import { quantity } from '../quantity.js';
import { mostThings } from '../station.js';
import type { Branches, Onward, Route, Shares } from '../type.js';
import { type Complaint, identifierText } from '../written.js';
import { fork } from './written-fork.js';
import { isStrategyWord, type MeantStrategy, meantStrategy, strategyForms } from './written-strategy.js';

const place = (about: string) => identifierText(about);
const share = quantity({
  kind: 'fraction',
  min: 0,
  max: 1,
  about: 'The share of the customers that go there.',
});

const always = place('The one place where customers go next.').transform((to): Shares => ({ [to]: 1 }));
const shared = collection(
  share,
  'places',
  mostThings,
  'The share of the customers by the place where they go next.',
);

const branchShape = {
  to: place('The place where customers go next.'),
  share: share.optional(),
  as: identifierText('The class that they belong to from here on. Absent: the same.').optional(),
};
const branch = mapping(branchShape, 'Some of the customers, who may change their class.').transform(
  ({ share = 1, ...rest }) => ({ ...rest, share }),
);
const branches = list(
  branch,
  'branches',
  'Branches of which some change the class of the customers.',
).transform((found): Branches => ({ branches: found }));
const oneBranch = branch.transform((found): Branches => ({ branches: [found] }));

const forms = [always, shared, branches, oneBranch, fork] as readonly z.ZodType<Onward>[];

function meantOnward(value: unknown): z.ZodType<Onward> | Complaint {
  if (Array.isArray(value)) return branches;
  if (!isMapping(value)) return always;
  if (Array.isArray(value.fork) || 'quorum' in value) return fork;
  const strategy: MeantStrategy | undefined = meantStrategy(value);
  if (strategy !== undefined) return strategy;
  return typeof value.to === 'string' && !isShare(value.to) ? oneBranch : shared;
}

const isShare = (text: string): boolean => /^[\d.]/.test(text) && share.safeParse(text).success;

const about = `a station, or "${exit}", or shares of several that sum to 1, or how to choose between them, or a fork`;

/** The definition that the routes of a class refer to. */
export const onward = choice<Onward>(
  [...forms, ...strategyForms],
  meantOnward,
  `Where customers go next: ${about}.`,
);
const ofClass = reference('onward', () => onward, 'Where the customers of the class go next.');

const byClass = mapping(
  { byClass: collection(ofClass, 'classes', mostThings, 'Where customers go next, by their class.') },
  'Where customers go next, each class by itself.',
);

const row = choice<Route>(
  [ofClass, byClass] as readonly z.ZodType<Route>[],
  value => {
    if (!isMapping(value)) return meantOnward(value);
    const slip = Object.keys(value).find(key => isMapping(value[key]) && nearest(key, ['byClass']));
    if ('byClass' in value && isMapping(value.byClass)) return byClass;
    if (slip === undefined || isStrategyWord(slip)) return meantOnward(value);
    return { message: `"${slip}" is not known here`, suggestion: 'byClass', path: [slip], at: 'key' };
  },
  `Where customers go next: ${about}; or one of these for each class.`,
);

/** Rows by the place that customers come from. */
export const routes = collection(
  row,
  'places',
  mostThings + 1,
  `Where customers go: from "${entrance}" and from each station.`,
);

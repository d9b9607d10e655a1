import { arrivalProcess } from './arrival.js';
import { asJson } from './choice.js';
import { consistency } from './consistency.js';
import { law } from './distribution.js';
import { onward } from './routes/route.js';
import { issueOf } from './written.js';
import { writtenScenario } from './written-scenario.js';

/** A scenario file, with whatever holds between its parts. */
export const scenarioSchema = writtenScenario.superRefine(
  (written, context) => {
    for (const complaint of consistency(written)) context.addIssue(issueOf(complaint));
  },
  { when: () => true },
);

/** JSON Schema (draft 7) of scenario files, for editors. */
export const jsonSchema = (): Record<string, unknown> => ({
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'A scenario of sojourn',
  ...asJson(writtenScenario),
  definitions: { distribution: asJson(law), arrivals: asJson(arrivalProcess), onward: asJson(onward) },
});

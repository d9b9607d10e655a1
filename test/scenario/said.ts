import { ScenarioError } from '../../src/scenario/error.js';
import { type ParseOptions, parseScenario } from '../../src/scenario/parse.js';

/** What is said of a text that is no scenario. */
export function said(text: string, options: ParseOptions = {}): string {
  try {
    parseScenario(text, { file: 'my.yaml', ...options });
  } catch (error) {
    if (error instanceof ScenarioError) return error.message;
    throw error;
  }
  throw new Error('it was read as a scenario');
}

/** The lines of a message, written under each other in a test. */
export const lines = (...all: string[]): string => all.join('\n');

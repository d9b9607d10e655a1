import { type ExitCode, exitCode } from './exit-code.js';

/** Something the user can mend: what is wrong, where, what was expected. Ends the program with its code. */
export class Problem extends Error {
  readonly code: ExitCode;

  constructor(message: string, code: ExitCode = exitCode.usage) {
    super(message);
    this.name = 'Problem';
    this.code = code;
  }
}

/** Errors of other rooms that are a user's to mend, by name: asking by class would load the rooms. */
const codes: Readonly<Record<string, ExitCode>> = {
  ScenarioError: exitCode.usage,
  OutputError: exitCode.usage,
  PlanningProblem: exitCode.usage,
  IngestError: exitCode.usage,
  StudyFormatError: exitCode.usage,
};

/** What to tell the user of an error, and the exit code. */
export function explained(error: unknown): { message: string; code: ExitCode } {
  if (error instanceof Problem) return { message: error.message, code: error.code };
  if (error instanceof Error && Object.hasOwn(codes, error.name)) {
    return { message: error.message, code: codes[error.name] };
  }
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return {
    message: `internal error: this is a fault of sojourn itself, not of your input; please report it\n${detail}`,
    code: exitCode.internal,
  };
}

/** Whether something bears all the labels that were asked for. */
export const bears = (
  found: Readonly<Record<string, unknown>>,
  asked: Readonly<Record<string, string>>,
): boolean => Object.entries(asked).every(([name, value]) => String(found[name] ?? '') === value);

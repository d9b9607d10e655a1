const longForms: Readonly<Record<string, string>> = {
  'limited-ps': '{ discipline: limited-ps, limit: 2 }',
  polling: '{ discipline: polling, visits: exhaustive }',
};

/** A discipline by its name, with the parameters that it cannot do without. */
export function writtenDiscipline(name: string): string {
  return longForms[name] ?? name;
}

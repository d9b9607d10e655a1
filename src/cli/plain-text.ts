/** Whether the terminal reads UTF-8, as far as POSIX tells: the first of these that is set counts. Where none is, it does. */
export function isUnicode({ LC_ALL, LC_CTYPE, LANG }: NodeJS.ProcessEnv): boolean {
  const locale = LC_ALL || LC_CTYPE || LANG;
  return !locale || /utf-?8/i.test(locale);
}

const plainer: Readonly<Record<string, string>> = {
  ...{ '─': '-', '│': '|', '└': '+', '█': '#', '↵': ' ' },
  ...{
    '≈': '~',
    '±': '+-',
    '−': '-',
    '–': '-',
    '×': 'x',
    '…': '...',
    '≤': '<=',
    '≥': '>=',
    '→': '->',
    '←': '<-',
  },
  ...{ '✓': '+', '✗': 'x', '∞': 'infinity', '²': '^2' },
  ...{
    µ: 'u',
    α: 'alpha',
    β: 'beta',
    δ: 'delta',
    λ: 'lambda',
    μ: 'mu',
    ρ: 'rho',
    σ: 'sigma',
    φ: 'phi',
    Σ: 'sum',
  },
};

/**
 * The same for a terminal of another age: marks and Greek letters in ASCII, letters without their accents, `?` for
 * the rest. What becomes longer takes of the spaces that follow, so that columns stay in line.
 */
export const inAscii = (text: string): string =>
  text.replace(/([^\p{ASCII}])( *)/gu, (_, character: string, spaces: string) => {
    const plain = plainer[character] ?? unaccented(character);
    const spare = character === '±' ? spaces.length : Math.max(0, spaces.length - 1);
    return plain + spaces.slice(Math.min(plain.length - 1, spare));
  });

const unaccented = (character: string): string => {
  const plain = character.normalize('NFKD').replace(/[^\p{ASCII}]/gu, '');
  return plain === '' ? '?' : plain;
};

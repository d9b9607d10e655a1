import { distance } from 'fastest-levenshtein';

const longest = 60;

/** The candidate that a mistyped word most likely stands for; undefined when none is close. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  if (word.length > longest) return undefined;
  const typed = word.toLowerCase();
  const ranked = candidates
    .map(candidate => ({ candidate, slips: edits(typed, candidate.toLowerCase()) }))
    .filter(({ candidate: { length }, slips }) => slips < length && slips <= Math.max(1, length / 3))
    .sort((a, b) => a.slips - b.slips);
  return ranked[0]?.candidate ?? abbreviated(typed, candidates);
}

/** Levenshtein's distance, but two neighbours that changed places are one slip: 'sede' for 'seed'. */
function edits(typed: string, word: string): number {
  const differing = [...typed].flatMap((letter, i) => (letter === word[i] ? [] : [i]));
  const [first, second] = differing;
  const swapped =
    typed.length === word.length &&
    differing.length === 2 &&
    second === first + 1 &&
    typed[first] === word[second] &&
    typed[second] === word[first];
  return swapped ? 1 : distance(typed, word);
}

/** 'util' for 'utilisation', as long as it can mean only one thing. */
function abbreviated(typed: string, candidates: readonly string[]): string | undefined {
  const matches = candidates.filter(candidate => candidate.toLowerCase().startsWith(typed));
  return typed.length >= 3 && matches.length === 1 ? matches[0] : undefined;
}

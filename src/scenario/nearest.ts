import { distance } from 'fastest-levenshtein';

const longest = 60;

/** The candidate that a mistyped word most likely stands for; undefined when none is close. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  if (word.length > longest) return undefined;
  const typed = word.toLowerCase();
  const ranked = candidates
    .map(candidate => ({ candidate, edits: distance(typed, candidate.toLowerCase()) }))
    .filter(({ candidate, edits }) => edits < candidate.length && edits <= Math.max(1, candidate.length / 3))
    .sort((a, b) => a.edits - b.edits);
  return ranked[0]?.candidate ?? abbreviated(typed, candidates);
}

/** 'util' for 'utilisation', as long as it can mean only one thing. */
function abbreviated(typed: string, candidates: readonly string[]): string | undefined {
  const matches = candidates.filter(candidate => candidate.toLowerCase().startsWith(typed));
  return typed.length >= 3 && matches.length === 1 ? matches[0] : undefined;
}

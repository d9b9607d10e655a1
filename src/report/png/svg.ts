/**
 * The drawing at a hundredth of a pixel, which no eye tells from the nine digits of the renderer, scaled to its
 * place by a view box, and with the words for those who cannot see it.
 */
export function smallSvg(drawn: string, about: string): string {
  return renumbered(drawn)
    .replace(/-?\d+\.\d+/g, number => String(Math.round(Number(number) * 100) / 100))
    .replace(
      /<svg ([^>]*)width="(\d+)" height="(\d+)"[^>]*>/,
      (_, names, width, height) =>
        `<svg ${names}viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">\n\t<title>${escaped(about)}</title>`,
    );
}

/** The renderer counts its clips on from drawing to drawing; the same chart must give the same bytes. */
function renumbered(drawn: string): string {
  const seen = new Map<string, number>();
  return drawn.replace(/\bcl_\w+/g, id => {
    if (!seen.has(id)) seen.set(id, seen.size + 1);
    return `clip${seen.get(id)}`;
  });
}

const escaped = (text: string): string => text.replace(/[&<>]/g, letter => `&#${letter.charCodeAt(0)};`);

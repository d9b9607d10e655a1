import { createHash } from 'node:crypto';
import { html, type Markup, raw } from './markup.js';
import { packed } from './packed.js';

export interface DocumentParts {
  readonly title: string;
  readonly generator: string;
  readonly style: string;
  readonly body: Markup;
  /** What the program reads, by the id of its element: JSON, packed until the page is opened. */
  readonly data?: Readonly<Record<string, unknown>>;
  readonly script?: PackedScript;
}

/** A program that the page holds packed. */
export interface PackedScript {
  /** Unpacks it. */
  readonly loader: string;
  readonly program: string;
  /** The same, by gzip, in base64. */
  readonly packed: string;
}

/** A page in one file: it holds everything it shows, and its policy lets it load and run nothing else. */
export function htmlDocument(parts: DocumentParts): string {
  const { title, generator, style, body, data = {}, script } = parts;
  const loader = script && raw(script.loader, 'script');
  const look = raw(style, 'style');
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(look, script)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="${generator}">
<link rel="icon" href="data:,">
<title>${title} · sojourn</title>
<style>${look}</style>
</head>
<body>
${body}
${Object.entries(data).map(([id, value]) => html`<script type="application/gzip" id="${id}">${packed(JSON.stringify(value))}</script>\n`)}
${script && html`<script type="application/gzip" id="program">${script.packed}</script>\n<script>${loader}</script>`}
</body>
</html>
`.text;
}

/** Only this very program and its loader, threads that it makes itself, and this very style sheet. */
const policy = (style: Markup, script?: PackedScript): string =>
  [
    "default-src 'none'",
    `script-src ${script ? `${digest(raw(script.loader, 'script').text)} ${digest(script.program)}` : "'none'"}`,
    `style-src ${digest(style.text)}`,
    ...(script ? ['worker-src blob:'] : []),
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');

const digest = (text: string): string =>
  `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`;

/** Unpacks what the page holds and starts its program; the policy of the page names the digest of that. */
async function load(): Promise<void> {
  const held = [...document.querySelectorAll<HTMLScriptElement>('script[type="application/gzip"]')];
  const texts = await Promise.all(held.map(({ textContent }) => unpacked(textContent ?? '')));
  let program = '';
  for (const [i, element] of held.entries()) {
    if (element.id === 'program') program = texts[i];
    else element.textContent = texts[i];
  }
  const script = document.createElement('script');
  script.textContent = program;
  document.body.append(script);
}

async function unpacked(base64: string): Promise<string> {
  const bytes = Uint8Array.from(atob(base64), character => character.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).text();
}

load();

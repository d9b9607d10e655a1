/** Unpacks the program that the page holds and starts it; the policy of the page names its digest. */
async function load(): Promise<void> {
  const packed = atob(document.getElementById('program')?.textContent ?? '');
  const bytes = Uint8Array.from(packed, character => character.charCodeAt(0));
  const plain = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  const script = document.createElement('script');
  script.textContent = await new Response(plain).text();
  document.body.append(script);
}

load();

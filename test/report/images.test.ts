import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { describe, expect, onTestFinished, test } from 'vitest';
import { engineColours, partColours } from '../../src/report/charts/colours.js';
import { type ChartName, charts } from '../../src/report/charts/index.js';
import { type DrawOptions, drawCharts } from '../../src/report/png/index.js';
import {
  hostileName,
  hostileStudy,
  morningStudy,
  theoryStudy,
  unstableStudy,
  wholeStudy,
} from './sample-study.js';

const names = Object.keys(charts) as ChartName[];

/** Every chart once. */
async function bothStudies(options: DrawOptions = {}) {
  const whole = await drawCharts(wholeStudy, options);
  const drawn = new Set(whole.images.map(({ name }) => name));
  const { images } = await drawCharts(morningStudy, options);
  return { ...whole, images: [...whole.images, ...images.filter(({ name }) => !drawn.has(name))] };
}

/** A colour that fills much of the chart, where it is not that of theory. */
const marksOf: Partial<Record<ChartName, string>> = {
  'latency-decomposition': partColours.wait,
  lateness: partColours.lateness,
  'servers-over-time': engineColours.simulation,
  'rates-over-time': engineColours.simulation,
  'times-over-time': engineColours.simulation,
};

describe('PNG', () => {
  test('every chart is drawn at full size, with marks in the colours of its curves and with text', async () => {
    const { images, warning } = await bothStudies();
    expect(warning).toBeUndefined();
    expect(new Set(images.map(({ name }) => name))).toEqual(new Set(names));
    for (const { name, content } of images) {
      const image = await loadImage(Buffer.from(content));
      expect([image.width, image.height]).toEqual([1800, 1040]);
      const canvas = createCanvas(image.width, image.height);
      const context = canvas.getContext('2d');
      context.drawImage(image, 0, 0);
      const colours = counted(context.getImageData(0, 0, image.width, image.height).data);
      expect(colours.get('#ffffff')).toBeGreaterThan(200_000);
      expect(colours.get(marksOf[name as ChartName] ?? engineColours.theory), name).toBeGreaterThan(300);
      // The title alone has thousands of dark pixels; without fonts there would be none.
      const title = counted(context.getImageData(0, 0, image.width, 70).data);
      expect(title.get('#1f2937'), name).toBeGreaterThan(1000);
    }
  });

  test('the same study gives the same bytes', async () => {
    const [first, second] = [await drawCharts(theoryStudy), await drawCharts(theoryStudy)];
    expect(first.images.map(({ content }) => Buffer.from(content).toString('base64'))).toEqual(
      second.images.map(({ content }) => Buffer.from(content).toString('base64')),
    );
  });

  test('without the drawing package there are no images, and a warning says what to install', async () => {
    const missing = new Error("Cannot find package 'chartjs-node-canvas' imported from renderer.js");
    const load = () => Promise.reject(Object.assign(missing, { code: 'ERR_MODULE_NOT_FOUND' }));
    const { images, warning } = await drawCharts(theoryStudy, { load });
    expect(images).toEqual([]);
    expect(warning).toMatch(/no images of the charts.*chartjs-node-canvas.*npm install chartjs-node-canvas/);
  });

  test('another fault of the drawing is not hidden', async () => {
    const load = () => Promise.reject(new Error('out of paint'));
    await expect(drawCharts(theoryStudy, { load })).rejects.toThrow('out of paint');
  });

  test('a study without data for any chart gives none, and no warning', async () => {
    expect(await drawCharts(unstableStudy)).toEqual({ images: [] });
  });

  test('at one pixel a point it is half as wide, and much the same picture', async () => {
    const [{ content }] = (await drawCharts(theoryStudy, { density: 1 })).images;
    const image = await loadImage(Buffer.from(content));
    expect([image.width, image.height]).toEqual([900, 520]);
  });
});

describe('SVG', () => {
  test('every chart is drawn, scales, has words for those who cannot see it, and no font to look for', async () => {
    const { images } = await bothStudies({ kind: 'svg' });
    expect(new Set(images.map(({ name }) => name))).toEqual(new Set(names));
    for (const { name, content } of images) {
      const svg = String(content);
      expect(svg).toMatch(/<svg [^>]*viewBox="0 0 900 520"/);
      expect(svg).toMatch(new RegExp(`<title>${charts[name as ChartName].title}, (quickstart|morning)\\.`));
      expect(svg).not.toMatch(/<text|<image|<script|<style|href=/);
      expect(svg.match(/<path/g)?.length, name).toBeGreaterThan(20);
      expect(svg.length, name).toBeLessThan(1_500_000);
      const image = await loadImage(Buffer.from(svg));
      expect([image.width, image.height]).toEqual([900, 520]);
    }
  });

  test('a hostile name ends no element', async () => {
    expect(hostileName).toContain('<');
    const { images } = await drawCharts(hostileStudy, { kind: 'svg' });
    expect(images.length).toBeGreaterThan(0);
    for (const { content } of images) {
      const [, words] = /<title>(.*?)<\/title>/s.exec(String(content))!;
      expect(words).not.toMatch(/[<>]/);
      expect(words.length).toBeLessThan(400);
      // Read again by an XML parser of its own.
      await loadImage(Buffer.from(String(content)));
    }
  });
});

test('every chart has the same bytes, coarse, fine and to scale, where no font of the system can be had', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sojourn-fonts-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const studies = [wholeStudy, morningStudy];
  const looks: DrawOptions[] = [{ density: 1 }, { density: 2 }, { kind: 'svg' }];
  writeFileSync(join(folder, 'asked.json'), JSON.stringify({ studies, looks }));
  const program = `
    import { readFileSync } from 'node:fs';
    import { createHash } from 'node:crypto';
    const { drawCharts } = await import(${JSON.stringify(new URL('../../dist/report/png/index.js', import.meta.url).href)});
    const { studies, looks } = JSON.parse(readFileSync(${JSON.stringify(join(folder, 'asked.json'))}, 'utf8'));
    const digests = [];
    for (const study of studies)
      for (const look of looks)
        for (const { name, content } of (await drawCharts(study, look)).images)
          digests.push(name + createHash('sha256').update(content).digest('hex'));
    const { GlobalFonts } = (await import('@napi-rs/canvas')).default;
    console.log(JSON.stringify({ digests, families: GlobalFonts.families.map(({ family }) => family) }));
  `;
  const env = { ...process.env, DISABLE_SYSTEM_FONTS_LOAD: '1' };
  const without = JSON.parse(
    execFileSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8', env }),
  );
  expect(without.families).toEqual(['DejaVu Sans']);
  const digests: string[] = [];
  for (const study of studies)
    for (const look of looks)
      for (const { name, content } of (await drawCharts(study, look)).images)
        digests.push(name + createHash('sha256').update(content).digest('hex'));
  expect(new Set(digests.map(digest => digest.slice(0, -64)))).toEqual(new Set(names));
  expect(without.digests).toEqual(digests);
});

function counted(pixels: Uint8ClampedArray): Map<string, number> {
  const found = new Map<string, number>();
  for (let i = 0; i < pixels.length; i += 4) {
    const colour = `#${[0, 1, 2].map(k => pixels[i + k].toString(16).padStart(2, '0')).join('')}`;
    found.set(colour, (found.get(colour) ?? 0) + 1);
  }
  return found;
}

'use strict';
const { createCanvas, SvgExportFlag } = require('@napi-rs/canvas');
const nodeCanvas = require('@napi-rs/canvas/node-canvas.js');

// Letters as paths look the same where the font is missing.
const asPaths = SvgExportFlag.ConvertTextToPaths;

/** Of node-canvas: a third argument 'svg' makes a canvas whose toBuffer gives SVG. */
function svgCanvas(width, height) {
  const canvas = createCanvas(width, height, asPaths);
  canvas.toBuffer = () => canvas.getContent();
  return canvas;
}

module.exports = {
  ...nodeCanvas,
  createCanvas: (width, height, type) =>
    type === 'svg' ? svgCanvas(width, height) : nodeCanvas.createCanvas(width, height, type),
};

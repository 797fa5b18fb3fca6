import { expect, it } from 'vitest';
import * as api from '../src/index.js';

it('exports these names and no others', () => {
  expect(Object.keys(api).sort()).toMatchInlineSnapshot(`
    [
      "adaptiveThreshold",
      "applyHomography",
      "boxMean",
      "boxSum",
      "chainHomographies",
      "componentBoxes",
      "connectedComponents",
      "crop",
      "dilate",
      "erode",
      "gaussianBlur",
      "gradientStrength",
      "histogram",
      "homographyFromQuads",
      "integralImage",
      "invertHomography",
      "mapBox",
      "otsuThreshold",
      "percentile",
      "powerSpectra",
      "resize",
      "resizeToFit",
      "rotate",
      "rotate90",
      "sobel",
      "thresholdMask",
      "toGrey",
      "warpPerspective",
    ]
  `);
});

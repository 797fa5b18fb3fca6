import type { MessagesFor } from '@dossierkit/core';
import type { QualityFinding, Region, Side } from '../findings.js';

const REGIONS: Record<Region, string> = {
  page: 'The page',
  top: 'The top of the page',
  bottom: 'The bottom of the page',
  left: 'The left side of the page',
  right: 'The right side of the page',
  centre: 'The middle of the page',
  'upper-left': 'The upper left corner',
  'upper-right': 'The upper right corner',
  'lower-left': 'The lower left corner',
  'lower-right': 'The lower right corner',
};

const SIDES: Record<Side, string> = { top: 'top', right: 'right', bottom: 'bottom', left: 'left' };

const NO_PRINT = 'If this is the right page, send it as it is: somebody will look at it.';

export const en: MessagesFor<QualityFinding> = {
  'doc-quality/blurred': ({ region }, { outcome }) =>
    outcome === 'inconclusive'
      ? { problem: 'There is too little on the page to tell whether it is sharp.', advice: NO_PRINT }
      : {
          problem: `${REGIONS[region]} is blurred.`,
          advice:
            'Hold the phone still, tap on the text to focus, and wait a moment before you take the picture.',
          verified: 'The page is in focus.',
        },
  'doc-quality/motion-blurred': ({ region }, { outcome }) =>
    outcome === 'inconclusive'
      ? { problem: 'There is too little on the page to tell whether the camera moved.', advice: NO_PRINT }
      : {
          problem: `${REGIONS[region]} is smeared because the camera moved.`,
          advice: 'Rest your elbows on the table and find more light, then take the picture again.',
          verified: 'The camera was held still.',
        },
  'doc-quality/low-contrast': (_, { outcome }) =>
    outcome === 'inconclusive'
      ? { problem: 'There is no print on the page to judge its contrast by.', advice: NO_PRINT }
      : {
          problem: 'The print is hardly darker than the paper.',
          advice:
            'Move to brighter, even light. If the original itself is faint, scan it with more contrast.',
          verified: 'The print stands out clearly from the paper.',
        },
  'doc-quality/too-dark': () => ({
    problem: 'The picture is too dark.',
    advice: 'Turn on a lamp or move to a window, without standing in your own light.',
    verified: 'The page is bright enough.',
  }),
  'doc-quality/too-bright': (_, { outcome }) =>
    outcome === 'inconclusive'
      ? { problem: 'There is no print on the page to judge its exposure by.', advice: NO_PRINT }
      : {
          problem: 'The picture is overexposed: the print fades into the paper.',
          advice:
            'Turn the flash off, move out of direct sunlight, and tap on the page so that the camera adjusts.',
          verified: 'The page is not overexposed.',
        },
  'doc-quality/glare': ({ region }) => ({
    problem: `${REGIONS[region]} is covered by a reflection.`,
    advice: 'Turn the flash off and tilt the page a little, until the bright spot has gone from the screen.',
    verified: 'No reflection covers the page.',
  }),
  'doc-quality/covered': ({ region }, { outcome }) =>
    outcome === 'inconclusive'
      ? { problem: 'Without colour it cannot be told whether a finger covers the page.', advice: NO_PRINT }
      : {
          problem: `${REGIONS[region]} is covered by a finger.`,
          advice: 'Lay the page down instead of holding it, and take the picture again.',
          verified: 'No finger covers the page.',
        },
  'doc-quality/screen-photo': (_, { outcome }) =>
    outcome === 'inconclusive'
      ? {
          problem: 'There is too little empty paper to tell whether a screen was photographed.',
          advice: NO_PRINT,
        }
      : {
          problem: 'The picture seems to be a photo of a screen.',
          advice: 'Take the picture of the document itself. If you have it as a file, send the file.',
          verified: 'The picture was not taken of a screen.',
        },
  'doc-quality/several-documents': ({ count }, { number }) => ({
    problem: `There are ${number(count)} documents in one picture.`,
    advice: 'Take a picture of each document by itself.',
    verified: 'There is one document in the picture.',
  }),
  'doc-quality/uneven-light': ({ region }) => ({
    problem: `${REGIONS[region]} lies in shadow.`,
    advice:
      'Let the light come from the side, and hold the phone so that neither it nor your hand casts a shadow.',
    verified: 'The page is evenly lit.',
  }),
  'doc-quality/low-resolution': ({ cause }) => ({
    problem:
      cause === 'text' ? 'The letters are too small to be read reliably.' : 'The picture has too few pixels.',
    advice:
      'Go closer until the page fills the frame. Send the original picture, not a preview or a screenshot; scan at 300 dpi.',
    verified: 'The letters are large enough to be read.',
  }),
  'doc-quality/skewed': ({ degrees }, { outcome, number }) =>
    outcome === 'inconclusive'
      ? { problem: 'There is no line of text to tell whether the page is level.', advice: NO_PRINT }
      : {
          problem: `The page is tilted by ${number(Math.abs(degrees), { maximumFractionDigits: 0 })}°.`,
          advice: 'Line the edges of the page up with the edges of the frame.',
          verified: 'The page is level.',
        },
  'doc-quality/turned': ({ quarterTurns }, { outcome }) =>
    outcome === 'inconclusive'
      ? { problem: 'It is not certain which way up the page is.', advice: 'Check that the text is upright.' }
      : {
          problem: quarterTurns === 2 ? 'The page is upside down.' : 'The page lies on its side.',
          advice: 'Turn the picture until the text is upright.',
          verified: 'The page is upright.',
        },
  'doc-quality/perspective': (_, { outcome }) =>
    outcome === 'inconclusive'
      ? { problem: 'The edges of the page were not found.', advice: 'Lay it on a surface of another colour.' }
      : {
          problem: 'The page was photographed at a slant.',
          advice: 'Lay the page flat and hold the phone straight above its middle.',
          verified: 'The page was photographed from straight above.',
        },
  'doc-quality/cut-off': ({ sides }, { list }) => ({
    problem: `The page is cut off at the ${list(sides.map((side) => SIDES[side]))}.`,
    advice: 'Move back a little, until all four edges of the page are in the picture.',
    verified: 'Nothing is cut off at the edges.',
  }),
  'doc-quality/too-small': () => ({
    problem: 'The page fills only a small part of the picture.',
    advice: 'Go closer, until the page fills the frame.',
    verified: 'The page fills the picture.',
  }),
  'doc-quality/blank': () => ({
    problem: 'The page is empty.',
    advice: 'Check that you sent the right side of the right page.',
    verified: 'There is something on the page.',
  }),
  'doc-quality/colourless': (_, { outcome }) =>
    outcome === 'inconclusive'
      ? {
          problem: 'Whether the document is in colour was not looked at.',
          advice: 'Send a picture in colour.',
        }
      : {
          problem: 'This is a black-and-white copy.',
          advice: 'Take the picture of the original document, in colour.',
          verified: 'The picture is in colour.',
        },
  'doc-quality/compressed': (_, { outcome }) =>
    outcome === 'inconclusive'
      ? { problem: 'How hard the picture was compressed cannot be told at this size.', advice: NO_PRINT }
      : {
          problem: 'The picture was compressed so hard that letters are damaged.',
          advice: 'Send the original file rather than one from a chat, and choose the best quality.',
          verified: 'Compression did not damage the letters.',
        },
};

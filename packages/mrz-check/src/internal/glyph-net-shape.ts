/**
 * The shape of the glyph network, shared by the training script and the reader.
 *
 * A window of 25×25 pixels, in which the pitch of the line is 16 pixels and a capital letter 15 pixels high, passes two
 * strided convolutions and one hidden layer. No padding: the convolutions of a whole line are computed once, and every
 * fourth pixel column is the centre of a window.
 */
export const WINDOW = 25;
/** Pixels of one cell in a normalised line. */
export const PITCH = 16;
/** Height of a capital letter in a normalised line. */
export const CAP = 15;
/** A normalised line deviates by 3 at most; rounded to this many steps for 1, that is 126. */
export const STEPS_OF_INPUT = 42;
export const KERNEL_1 = 5;
export const CHANNELS_1 = 12;
export const SIDE_1 = 11;
export const KERNEL_2 = 3;
export const CHANNELS_2 = 32;
export const SIDE_2 = 5;
export const FEATURES: number = SIDE_2 * SIDE_2 * CHANNELS_2;
export const HIDDEN = 64;

/** What the network tells apart; the class after the last one means "no glyph is centred here". */
export const GLYPHS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ<';
export const CLASSES: number = GLYPHS.length + 1;
export const NONE: number = GLYPHS.length;

/** Weights before biases, layer by layer: `[count of outputs, inputs of one output]`. */
export const LAYERS: readonly (readonly [outputs: number, inputs: number])[] = [
  [CHANNELS_1, KERNEL_1 * KERNEL_1],
  [CHANNELS_2, KERNEL_2 * KERNEL_2 * CHANNELS_1],
  [HIDDEN, FEATURES],
  [CLASSES, HIDDEN],
];

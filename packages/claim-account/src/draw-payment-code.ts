import { codedError, err, ok, type Result } from '@dossierkit/core';
import { type EpcTransfer, encodeEpcQr } from './epc-qr.js';
import type { PaymentCodeError } from './findings.js';
import { qrModules, qrPath } from './internal/qr-path.js';
import { encodeSwissQr, type SwissQrBill } from './swiss-qr.js';

/** The quiet zone that readers expect around a code, in modules. */
const QUIET_MODULES = 4;

/** EPC069-12 allows no larger code. */
const EPC_MOST_VERSION = 13;

/**
 * Draws the QR code of a SEPA credit transfer as an SVG, quiet zone included; it has no size of its own and scales with its
 * place. Error correction M, at most version 13.
 *
 * @returns the SVG, or why {@link encodeEpcQr} refuses the transfer; `field-invalid` for letters beyond ASCII in another
 * character set than UTF-8 (1), which this drawing does not write
 * @see EPC069-12, 3.1 and annex
 */
export function drawEpcQr(transfer: EpcTransfer): Result<string, PaymentCodeError> {
  const payload = encodeEpcQr(transfer);
  if (!payload.ok) return payload;
  const isUtf8 = (transfer.charset ?? 1) === 1;
  if (!isUtf8 && !/^[\n\x20-\x7e]*$/.test(payload.value))
    return err(codedError('claim-account/field-invalid', { field: 'charset' }));
  const modules = qrModules(payload.value, EPC_MOST_VERSION);
  const side = modules.length + 2 * QUIET_MODULES;
  return ok(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges">` +
      `<path fill="#fff" d="M0 0h${side}v${side}H0z"/><path d="${qrPath(modules, QUIET_MODULES, 1)}"/></svg>`,
  );
}

/** Millimetres: the code, the quiet zone on each side, and the Swiss cross in the middle with its white rim. */
const SWISS = {
  code: 46,
  quiet: 5,
  logo: 7,
  rim: 0.25,
  armLength: 3.9,
  armWidth: 1.17,
  mostVersion: 25,
} as const;

/**
 * Draws the Swiss QR code as an SVG of its prescribed size: 46 × 46 mm with the Swiss cross of 7 × 7 mm in its middle, and a
 * quiet zone of 5 mm. Error correction M, at most version 25.
 *
 * @returns the SVG, or why {@link encodeSwissQr} refuses the bill
 * @see SIX, Swiss Implementation Guidelines QR-bill 2.3, chapter 6
 */
export function drawSwissQr(bill: SwissQrBill): Result<string, PaymentCodeError> {
  const payload = encodeSwissQr(bill);
  if (!payload.ok) return payload;
  const modules = qrModules(payload.value, SWISS.mostVersion);
  const side = SWISS.code + 2 * SWISS.quiet;
  const path = qrPath(modules, SWISS.quiet, SWISS.code / modules.length);
  return ok(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${side}mm" height="${side}mm" viewBox="0 0 ${side} ${side}">` +
      `<path fill="#fff" d="M0 0h${side}v${side}H0z"/><path shape-rendering="crispEdges" d="${path}"/>${swissCross(side / 2)}</svg>`,
  );
}

/** A white cross on black, with the proportions of the flag, around a point. */
function swissCross(middle: number): string {
  const { logo, rim, armLength: length, armWidth: width } = SWISS;
  const square = (fill: string, size: number): string => {
    const at = middle - size / 2;
    return `<path fill="${fill}" d="M${at} ${at}h${size}v${size}h-${size}z"/>`;
  };
  const [long, short] = [middle - length / 2, middle - width / 2];
  const arms = `M${short} ${long}h${width}v${length}h-${width}zM${long} ${short}h${length}v${width}h-${length}z`;
  return `${square('#fff', logo)}${square('#000', logo - 2 * rim)}<path fill="#fff" d="${arms}"/>`;
}

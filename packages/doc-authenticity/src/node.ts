export { readBarcodeWasm } from './node/read-barcode-wasm.js';
export { type VerifyTrustListOptions, verifyTrustList } from './node/verify-trust-list.js';

import { startUploadGate } from './server.js';

const port = Number(process.argv[2] ?? 4173);
const { url } = await startUploadGate(port);
console.log(`Open ${url} — Ctrl+C ends it.`);

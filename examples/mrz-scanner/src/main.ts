import { startScanner } from './server.js';

const { url } = await startScanner(Number(process.argv[2] ?? 4174));
console.log(`Open ${url} — Ctrl+C ends it.`);

import { startInbox } from './server.js';

const port = Number(process.argv[2] ?? 4175);
const { url } = await startInbox(port);
console.log(`Open ${url} — Ctrl+C ends it.`);

// FOLDER: where dossiers are kept (default `upload-service.local`). PORT: default 3100; 0 takes a free one.
import { startUploadService } from './server.js';

const { FOLDER = 'upload-service.local', PORT = '3100' } = process.env;
const service = await startUploadService({ folder: FOLDER, port: Number(PORT) });
console.log(`listening on ${service.url}`);

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => void service.close().then(() => process.exit(0)));
}

import fs from 'node:fs';
import path from 'node:path';
import { createStream } from 'rotating-file-stream';
const [log, rate, stop] = process.argv.slice(2);
const stream = createStream((time, index) => time ? `app.${index}.log` : 'app.log', { path: path.dirname(log), size: '64K', immutable: false });
const start = Date.now();
let written = 0;
const timer = setInterval(() => {
  for (; written < (Date.now() - start) * rate / 1000; written++)
    stream.write(`INFO line ${String(written).padStart(9, '0')} of a source`.padEnd(63, '.') + '\n');
  if (fs.existsSync(stop)) { clearInterval(timer); stream.end(); }
}, 5);

import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

const MEBIBYTE = 1024 * 1024;

/** 50 MiB of JSON, almost all of it blanks, in about 50 kB of gzip. */
export const gzipBomb = once(() => {
  const json = Buffer.alloc(50 * MEBIBYTE, ' ');
  json.write('{', 0);
  json.write('}', json.length - 1);
  return promisify(gzip)(json);
});

/** A JSON object of 200,000 members, 3 MB long: nothing is large about it but their number. */
export const hugeObject = once(() => {
  const members = Array.from({ length: 200_000 }, (_, at) => `"k${at}":${at}`);
  return Buffer.from(`{${members.join(',')}}`);
});

/** Both are dear to make, so whoever asks first waits, and nobody else does. */
function once<Value>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readTypeDefs } from './type-defs.ts';

const file = resolve(process.argv[2] ?? 'deskgraph.graphql');
writeFileSync(file, readTypeDefs().join('\n'));
console.log(`The schema is in ${file}`);

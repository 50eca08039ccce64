// Writes what ships of a folder's npm packages as a CycloneDX list: node npm-components.mjs FOLDER OUT
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

const [folder, out] = process.argv.slice(2);
const words = ['sbom', '--sbom-format=cyclonedx', '--omit=dev', '--package-lock-only', '--offline'];
const list = JSON.parse(execFileSync('npm', words, { cwd: folder, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 }));

// Equal sources make equal archives: nothing of the moment stays in the list.
delete list.serialNumber;
delete list.metadata.timestamp;
const file = resolve(out);
mkdirSync(dirname(file), { recursive: true });
writeFileSync(file, `${JSON.stringify(list, null, 1)}\n`);

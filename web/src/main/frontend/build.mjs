// Bundles the browser application into the folder given: hashed assets, one index.html.
import { build } from 'esbuild';
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';

const FIRST_VIEW_LIMIT = 100 * 1024;

const out = process.argv[2] ?? 'dist';
const assets = join(out, 'assets');
await rm(out, { recursive: true, force: true });
await mkdir(assets, { recursive: true });

const shared = { bundle: true, minify: true, metafile: true, target: 'es2022', logLevel: 'warning', outdir: assets };
const modules = await build({
  ...shared,
  entryPoints: ['src/main.ts'],
  format: 'esm',
  splitting: true,
  loader: { '.css': 'text' },
  entryNames: '[name]-[hash]',
  chunkNames: '[name]-[hash]',
  legalComments: 'linked',
});
const boot = await build({
  ...shared,
  entryPoints: ['src/theme-boot.ts'],
  format: 'iife',
  entryNames: '[name]-[hash]',
});
const styles = await build({ ...shared, entryPoints: ['src/tokens.css'], entryNames: '[name]-[hash]' });

const outputs = modules.metafile.outputs;
const entry = Object.keys(outputs).find((file) => outputs[file].entryPoint === 'src/main.ts');
const first = firstView(entry);
const url = (file) => `/assets/${basename(file)}`;
const only = (result) => url(Object.keys(result.metafile.outputs)[0]);

const head = [
  `<link rel="stylesheet" href="${only(styles)}" />`,
  `<script src="${only(boot)}"></script>`,
  ...first.filter((file) => file !== entry).map((file) => `<link rel="modulepreload" href="${url(file)}" />`),
  `<script type="module" src="${url(entry)}"></script>`,
].join('\n    ');
const page = await readFile('src/index.html', 'utf8');
await writeFile(join(out, 'index.html'), page.replace('<!-- head -->', head));
await copyFile('src/favicon.svg', join(out, 'favicon.svg'));

const size = (await Promise.all(first.map((file) => readFile(file)))).reduce((sum, it) => sum + gzipSync(it).length, 0);
console.log(`front end: ${relative('.', out)}, first view ${(size / 1024).toFixed(1)} kB of script (gzip)`);
if (size > FIRST_VIEW_LIMIT) {
  console.error(`The first view is limited to ${FIRST_VIEW_LIMIT / 1024} kB.`);
  process.exit(1);
}

/** The entry with everything that it imports statically. */
function firstView(start) {
  const seen = new Set();
  const visit = (file) => {
    if (seen.has(file)) return;
    seen.add(file);
    for (const it of outputs[file].imports) if (it.kind === 'import-statement') visit(it.path);
  };
  visit(start);
  return [...seen];
}

// Bundles every *.test.ts for Node and runs them with its test runner.
import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const out = await mkdtemp(join(tmpdir(), 'whetstone-frontend-'));
try {
  const tests = (await readdir('src', { recursive: true })).filter((file) => file.endsWith('.test.ts'));
  await build({
    entryPoints: tests.map((file) => join('src', file)),
    outdir: out,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'warning',
  });
  const files = (await readdir(out, { recursive: true })).filter((file) => file.endsWith('.mjs'));
  const run = spawnSync(process.execPath, ['--test', ...files.map((file) => join(out, file))], { stdio: 'inherit' });
  process.exitCode = run.status ?? 1;
} finally {
  await rm(out, { recursive: true });
}

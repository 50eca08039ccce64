// Puts the native libraries of this machine into target/natives. They are pinned in package-lock.json and fetched by
// `npm ci` only when what is installed differs from it, so a build without a network works once they are there.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';

const platform = `${process.platform}-${process.arch}`;
const place = `node_modules/@node-llama-cpp/${platform}`;
const target = '../target/natives';
const pinned = JSON.parse(readFileSync('package-lock.json', 'utf8')).packages[place]?.version;

const read = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : '{}');
const installed = () => JSON.parse(read(`${place}/package.json`)).version;
const copied = () => JSON.parse(read(`${target}/version.json`)).version;

if (pinned === undefined) {
  console.log(`natives: none are pinned for ${platform}; the runner cannot serve here`);
} else {
  if (installed() !== pinned) {
    execFileSync('npm', ['ci', '--no-audit', '--no-fund', '--ignore-scripts'], { stdio: 'inherit' });
  }
  if (copied() !== pinned) {
    cpSync(`${place}/bins/${platform}`, target, { recursive: true, filter: (file) => !file.endsWith('.node') });
    cpSync(`${place}/LICENSE`, `${target}/LICENSE`);
    writeFileSync(`${target}/version.json`, JSON.stringify({ version: pinned }));
  }
}

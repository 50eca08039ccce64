// Fetches the pinned native libraries with `npm ci`, but only when what is installed differs from the lock file,
// so that a build without a network works once they are there.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const wanted = readFileSync('package-lock.json', 'utf8');
const here = (name) => {
  try {
    return JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version;
  } catch {
    return undefined;
  }
};
const name = `@node-llama-cpp/${process.platform}-${process.arch}`;
const pinned = JSON.parse(wanted).packages[`node_modules/${name}`]?.version;

if (pinned === undefined) {
  console.log(`natives: none are pinned for ${process.platform}-${process.arch}; the runner cannot serve here`);
} else if (here(name) !== pinned) {
  execFileSync('npm', ['ci', '--no-audit', '--no-fund', '--ignore-scripts'], { stdio: 'inherit' });
}

#!/usr/bin/env bash
# Checks and bundles the browser application into OUTDIR; does nothing when nothing changed since.
set -euo pipefail
[ $# -eq 1 ] || { echo "usage: build.sh OUTDIR" >&2; exit 2; }
mkdir -p "$1"
out=$(cd "$1" && pwd)
cd "$(dirname "$0")"

command -v node >/dev/null || { echo "Node 20 or newer is needed for the front end; none was found." >&2; exit 1; }
node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)' ||
  { echo "Node 20.19 or newer is needed for the front end; this is $(node --version)." >&2; exit 1; }

stamp="$out.stamp"
inputs=$(find . -path ./node_modules -prune -o -type f -print0 | sort -z | xargs -0 sha256sum | sha256sum)
if [ -f "$out/index.html" ] && [ "$(cat "$stamp" 2>/dev/null)" = "$inputs" ]; then
  echo "front end: nothing changed"
  exit 0
fi

lock=$(sha256sum package-lock.json)
if [ "$(cat node_modules/.lock-hash 2>/dev/null)" != "$lock" ]; then
  npm ci --no-audit --no-fund --loglevel=error
  echo "$lock" > node_modules/.lock-hash
fi

# The checks are independent of each other; the slowest decides.
node_modules/.bin/tsc --noEmit & types=$!
node_modules/.bin/eslint --max-warnings 0 --cache --cache-location node_modules/.cache/eslint . & lint=$!
node_modules/.bin/prettier --check --log-level warn --cache . & format=$!
failed=0
wait $types || failed=1
wait $lint || failed=1
wait $format || failed=1
node test.mjs > node_modules/.test.log || { cat node_modules/.test.log >&2; failed=1; }
[ $failed -eq 0 ] || { echo "front end: the checks failed" >&2; exit 1; }

node build.mjs "$out"
echo "$inputs" > "$stamp"

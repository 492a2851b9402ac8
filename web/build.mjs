// Builds the page for Maven: `node build.mjs build OUT_DIR` and `node build.mjs verify`;
// `node build.mjs e2e` walks it in a browser, against the server at LIKENESS_URL.
// All do nothing that was already done: packages are installed when the lock file changed,
// the page is bundled when a source changed. So a second build needs neither time nor network.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(fileURLToPath(import.meta.url));
const INSTALLED = join(root, 'node_modules', '.likeness-installed');
const BUNDLED = join(root, 'target', 'web-bundled.sha256');
const SOURCES = ['src', 'public', 'index.html', 'package.json', 'package-lock.json', 'tsconfig.json',
  'vite.config.ts', 'build.mjs'];

function fail(message) {
  console.error(`web: ${message}`);
  process.exit(1);
}

function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    fail(`node = ${process.versions.node}, expected >= 20.19. Install a newer Node.js `
      + '(https://nodejs.org) and put it first in PATH, or leave the page out with -Dskip.web.');
  }
}

function npm(...args) {
  const windows = process.platform === 'win32';
  const done = spawnSync(windows ? 'npm.cmd' : 'npm', args,
    { cwd: root, stdio: 'inherit', shell: windows });
  if (done.error) {
    fail(`npm could not be started (${done.error.code}). It comes with Node.js and must be in PATH.`);
  }
  if (done.status !== 0) {
    fail(`npm ${args.join(' ')} ended with status ${done.status}.`);
  }
}

function filesUnder(path) {
  const entries = readdirSync(path, { withFileTypes: true, recursive: true });
  return entries.filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name)).sort();
}

function filesOf(path) {
  try {
    return filesUnder(path);
  } catch (error) {
    if (error.code === 'ENOTDIR') return [path];
    if (error.code === 'ENOENT') return [];
    throw error;
  }
}

function hashOf(names) {
  const hash = createHash('sha256');
  for (const file of names.flatMap((name) => filesOf(join(root, name)))) {
    hash.update(relative(root, file).replaceAll('\\', '/')).update('\0').update(readFileSync(file));
  }
  return hash.digest('hex');
}

function stampIs(stamp, hash) {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === hash;
}

function stamp(path, hash) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, hash);
}

function install() {
  const lock = hashOf(['package-lock.json']);
  if (stampIs(INSTALLED, lock)) return;
  npm('ci', '--no-audit', '--no-fund', '--loglevel=error');
  stamp(INSTALLED, lock);
}

function build(outDir) {
  const hash = hashOf(SOURCES);
  if (stampIs(BUNDLED, hash) && existsSync(join(outDir, 'index.html'))) {
    console.log('web: up to date');
    return;
  }
  install();
  rmSync(BUNDLED, { force: true });
  npm('run', '--silent', 'build', '--', '--outDir', outDir, '--emptyOutDir', '--logLevel', 'warn');
  stamp(BUNDLED, hash);
  console.log('web: built');
}

function verify() {
  install();
  npm('run', '--silent', 'check');
  npm('run', '--silent', 'test');
}

function e2e() {
  install();
  npm('run', '--silent', 'e2e', '--', ...process.argv.slice(3));
}

requireNode();
switch (process.argv[2]) {
  case 'build':
    build(resolve(process.argv[3] ?? fail('build needs an output folder.')));
    break;
  case 'verify':
    verify();
    break;
  case 'e2e':
    e2e();
    break;
  default:
    fail('expected `build OUT_DIR`, `verify` or `e2e`.');
}

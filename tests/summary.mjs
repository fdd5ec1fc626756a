// Adds up what every suite wrote and prints one line. A suite that says nothing has failed:
// silence is how a crash, a typo in a filter or a forgotten project would otherwise pass for success.
//
//   node tests/summary.mjs SUITES.tsv [--filtered]
//
// SUITES.tsv has a line for each planned suite: name, exit code (or "not-run"), result file
// (.trx of dotnet test, .json of vitest, or "-" for a mere check such as a build).
import { existsSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const none = { passed: 0, failed: 0, skipped: 0 };

export function readTrx(text) {
  if (!text.includes('</TestRun>')) throw new Error('the file is cut short');
  const counts = { ...none };
  for (const [tag] of text.matchAll(/<UnitTestResult\b[^>]*>/g)) {
    const outcome = /\boutcome="([^"]*)"/.exec(tag)?.[1];
    if (outcome === 'Passed') counts.passed++;
    else if (outcome === 'NotExecuted') counts.skipped++;
    else counts.failed++;
  }
  return counts;
}

export function readVitest(text) {
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(text);
  // A file that fails to load fails no test of its own, because it never got as far as having any.
  const broken = testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  );
  return {
    passed: numPassedTests,
    failed: numFailedTests + broken.length,
    skipped: numPendingTests + (numTodoTests ?? 0),
  };
}

export function judge({ exit, file }, read, { filtered = false } = {}) {
  if (exit === 'not-run') return { ...none, failed: 1, remark: 'was not run' };
  if (file === '-') return exit === '0' ? none : { ...none, failed: 1, remark: `ended with code ${exit}` };
  let counts;
  try {
    counts = read(file);
  } catch (error) {
    return { ...none, failed: 1, remark: `left no result: ${error.message}` };
  }
  const total = counts.passed + counts.failed + counts.skipped;
  if (exit !== '0' && counts.failed === 0 && !(filtered && total === 0))
    return { ...counts, failed: 1, remark: `ended with code ${exit} although no test failed` };
  if (total === 0 && !filtered) return { ...none, failed: 1, remark: 'ran no test' };
  return counts;
}

export function addUp(results, { filtered = false } = {}) {
  const sum = results.reduce(
    (total, one) => ({
      passed: total.passed + one.passed,
      failed: total.failed + one.failed,
      skipped: total.skipped + one.skipped,
    }),
    none,
  );
  // A filter that matches nothing anywhere has shown nothing.
  return filtered && sum.passed + sum.failed === 0 ? { ...sum, failed: 1 } : sum;
}

function readResult(file) {
  if (!existsSync(file)) throw new Error(`${file} is missing`);
  const text = readFileSync(file, 'utf8');
  return file.endsWith('.trx') ? readTrx(text) : readVitest(text);
}

function main([list, ...options]) {
  const filtered = options.includes('--filtered');
  const suites = readFileSync(list, 'utf8').split('\n').filter(Boolean).map((line) => {
    const [name, exit, file] = line.split('\t');
    return { name, exit, file };
  });
  const results = suites.map((suite) => ({ ...suite, ...judge(suite, readResult, { filtered }) }));
  console.log();
  for (const { name, passed, failed, skipped, file, remark } of results) {
    const figures = file === '-' ? '' : ` ${passed} of ${passed + failed + skipped}`;
    console.log(`  ${failed ? 'FAILED' : 'ok    '} ${name}${figures}${remark ? ` (${remark})` : ''}`);
  }
  const sum = addUp(results, { filtered });
  console.log(`\n${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped`);
  process.exitCode = sum.failed ? 1 : 0;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) main(process.argv.slice(2));

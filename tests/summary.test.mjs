// The one thing a harness must not do is call a failure a success.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addUp, judge, readTrx, readVitest } from './summary.mjs';

const trx = (...outcomes) =>
  `<TestRun><Results>${outcomes.map((o) => `<UnitTestResult testName="a &gt; b" outcome="${o}" />`).join('')}</Results></TestRun>`;
const counted = (passed, failed, skipped) => () => ({ passed, failed, skipped });

test('a TRX file is counted by the outcome of each test', () => {
  assert.deepEqual(readTrx(trx('Passed', 'Failed', 'NotExecuted', 'Passed')), { passed: 2, failed: 1, skipped: 1 });
});

test('an outcome nobody foresaw counts as failed', () => {
  assert.equal(readTrx(trx('Passed', 'Aborted')).failed, 1);
});

test('a TRX file cut short is refused', () => {
  assert.throws(() => readTrx(trx('Passed').slice(0, -5)), /cut short/);
});

test('a vitest file that could not be loaded counts as failed', () => {
  const text = JSON.stringify({
    numPassedTests: 3, numFailedTests: 0, numPendingTests: 1, numTodoTests: 0,
    testResults: [{ status: 'passed', assertionResults: [] }, { status: 'failed', assertionResults: [] }],
  });
  assert.deepEqual(readVitest(text), { passed: 3, failed: 1, skipped: 1 });
});

for (const [name, suite, read] of [
  ['was not run', { exit: 'not-run', file: 'a.trx' }, counted(1, 0, 0)],
  ['left no result file', { exit: '0', file: 'a.trx' }, () => { throw new Error('missing'); }],
  ['ran no test', { exit: '0', file: 'a.trx' }, counted(0, 0, 0)],
  ['crashed after its tests had passed', { exit: '134', file: 'a.trx' }, counted(5, 0, 0)],
  ['is a check that ended badly', { exit: '2', file: '-' }, counted(0, 0, 0)],
])
  test(`a suite that ${name} has failed`, () => assert.equal(judge(suite, read).failed, 1));

test('a suite whose tests are all filtered out is neither good nor bad', () => {
  assert.equal(judge({ exit: '1', file: 'a.json' }, counted(0, 0, 0), { filtered: true }).failed, 0);
});

test('a filter that matches nothing at all has failed', () => {
  assert.equal(addUp([{ passed: 0, failed: 0, skipped: 9 }], { filtered: true }).failed, 1);
});

test('suites add up', () => {
  const sum = addUp([{ passed: 3, failed: 0, skipped: 1 }, { passed: 2, failed: 1, skipped: 0 }]);
  assert.deepEqual(sum, { passed: 5, failed: 1, skipped: 1 });
});

import { describe, expect, test } from 'vitest'
import { parseTestReport } from '../../../../src/domain/evidence/test-reports/index.ts'

const read = (text: string) => parseTestReport('tests.xml', new TextEncoder().encode(text))
const refused = (text: string, code = 'bad-file') =>
  expect(() => parseTestReport('tests.xml', new TextEncoder().encode(text), 'junit')).toThrow(
    expect.objectContaining({ code, place: { path: 'tests.xml' } }),
  )

/** As pytest 9 writes it. */
const PYTEST = `<?xml version="1.0" encoding="utf-8"?><testsuites name="pytest tests"><testsuite name="pytest" errors="1" failures="1" skipped="2" tests="6" time="0.052" timestamp="2026-11-20T09:12:44.123456+00:00" hostname="runner"><testcase classname="tests.test_features" name="test_encode[a&amp;b]" time="0.001" /><testcase classname="tests.test_features" name="test_decode" time="1,000.25"><failure message="assert 1 == 2&#10; +  where 1 = f()">def test_decode():
&gt;       assert f() == 2
E       assert 1 == 2</failure></testcase><testcase classname="tests.test_io" name="test_read" time="0.001"><error message="failed on setup with &quot;OSError&quot;">traceback</error></testcase><testcase classname="tests.test_io" name="test_slow" time="0.000"><skipped type="pytest.skip" message="slow">tests/test_io.py:9: slow</skipped></testcase><testcase classname="tests.test_io" name="test_known" time="0.001"><skipped type="pytest.xfail" message="" /></testcase><testcase classname="tests.test_io" name="test_write" time="0.002"><system-out><![CDATA[<!DOCTYPE html>&lol;]]></system-out></testcase></testsuite></testsuites>`

test("pytest's report is counted case by case", () => {
  expect(read(PYTEST)).toEqual({
    format: 'junit',
    passed: 2,
    failed: 1,
    errors: 1,
    skipped: 2,
    seconds: 1000.255,
    failures: [
      { name: 'tests.test_features test_decode', message: 'assert 1 == 2' },
      { name: 'tests.test_io test_read', message: 'failed on setup with "OSError"' },
    ],
  })
})

test('suites within suites are counted to the innermost, and once', () => {
  const text = `<testsuite name="a" tests="3" failures="1"><testcase name="1"/><testsuite name="b" tests="2" failures="1"><testcase name="2"/><testsuite name="c" failures="1"><testcase name="3"><failure>no</failure></testcase></testsuite></testsuite></testsuite>`
  expect(read(text)).toMatchObject({
    passed: 2,
    failed: 1,
    errors: 0,
    failures: [{ name: '3', message: 'no' }],
  })
})

test('a suite that claims more failures than its cases show has errors', () => {
  const text = `<testsuites><testsuite name="setup" errors="2" failures="1"><testcase name="1"><failure/></testcase></testsuite></testsuites>`
  expect(read(text)).toMatchObject({
    passed: 0,
    failed: 1,
    errors: 2,
    failures: [{ name: '1' }, { name: 'setup' }, { name: 'setup' }],
  })
})

test('a case with a failure and an error is one; one that was not run is skipped', () => {
  const text = `<testsuite><testcase name="1"><error/><failure/></testcase><testcase name="2" status="notrun"/></testsuite>`
  expect(read(text)).toMatchObject({ passed: 0, failed: 1, errors: 0, skipped: 1 })
})

test('a report without tests has none', () => {
  expect(read('<testsuites/>')).toEqual({
    format: 'junit',
    passed: 0,
    failed: 0,
    errors: 0,
    skipped: 0,
    failures: [],
  })
  expect(read('<testsuites name="x"><testsuite name="y" tests="0"/></testsuites>')).toMatchObject({
    passed: 0,
  })
})

test('twenty failures are named, all are counted', () => {
  const cases = Array.from(
    { length: 30 },
    (_, index) => `<testcase name="${index}"><failure message="${'m'.repeat(900)}"/></testcase>`,
  )
  const { failed, failures } = read(`<testsuite>${cases.join('')}</testsuite>`)
  expect([failed, failures.length, failures[0]?.message.length]).toEqual([30, 20, 500])
})

describe('what is hostile is refused', () => {
  const bomb = `<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">`
  test.each([
    `<?xml version="1.0"?><!DOCTYPE testsuite [${bomb}]><testsuite name="&c;"/>`,
    `\ufeff<!-- a - b -->\n<!doctype testsuite SYSTEM "file:///etc/passwd"><testsuite/>`,
  ])('%j', text => refused(text))

  test('an entity that nobody declared stays as it is', () => {
    const text = `<testsuite><testcase name="&lol; &#x110000; &lt;"><failure/></testcase></testsuite>`
    expect(read(text).failures).toMatchObject([{ name: '&lol; &#x110000; <' }])
  })

  test.each([110, 5000])('nested %d deep', depth =>
    refused(`${'<testsuite>'.repeat(depth)}${'</testsuite>'.repeat(depth)}`),
  )

  test('names of every object', () => {
    const text = '<testsuite><testcase name="1"><__proto__ failure="x"/><constructor/></testcase></testsuite>'
    try {
      expect(read(text)).toMatchObject({ passed: 1, failed: 0 })
    } catch (error) {
      expect(error).toMatchObject({ code: 'bad-file' })
    }
    expect(({} as { failure?: unknown }).failure).toBeUndefined()
  })
})

test.each([
  ['cut short', PYTEST.slice(0, -30)],
  ['another document', '<html><body/></html>'],
  ['two roots', '<testsuite/><testsuite/>'],
  ['no XML', '<testsuite><testcase name=1></testsuite>'],
  ['nothing', ''],
])('%s is no report', (_, text) => refused(text))

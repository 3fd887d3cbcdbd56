/** Folders whose files belong to tests, whatever they are (parts of a path in lower case). */
const TEST_FOLDERS: ReadonlySet<string> = new Set([
  'test',
  'tests',
  '__tests__',
  '__test__',
  '__mocks__',
  '__fixtures__',
  'testdata',
  'androidtest',
  'integrationtest',
  'integration-tests',
  'integration_tests',
  'unittests',
  'testfixtures',
]);

/** Folders that hold tests when the file in them is code; without that, `spec/openapi.yaml` would be a test. */
const CODE_TEST_FOLDERS: ReadonlySet<string> = new Set(['spec', 'specs', 'e2e', 'cypress', 'playwright']);

const CODE = /\.(?:[cm]?[jt]sx?|rb|py|go|php|java|kts?|cs|swift|dart|lua|exs?|rs|cc|cpp|coffee|feature)$/;

/** Naming conventions of test runners, on the base name. */
const TEST_NAMES: readonly RegExp[] = [
  // jest, vitest, mocha, jasmine, playwright, cypress, angular
  /[._-](?:test|tests|spec|specs|e2e|cy|it)\.(?:[cm]?[jt]sx?|vue|svelte|coffee)$/i,
  /^(?:test|tests)\.[cm]?[jt]sx?$/,
  // pytest, unittest, Django
  /^(?:test_[^/]*|[^/]*_test|tests|conftest)\.pyi?$/,
  // go test; also Rust, C and C++, Dart, Elixir, Crystal, Zig, Lua, Bazel
  /_(?:test|tests|unittest|unittests|browsertest)\.(?:go|rs|c|cc|cpp|cxx|dart|exs|cr|zig|lua|sh|rb|ml)$/,
  /^(?:test_[^/]*|tests)\.(?:rs|c|cc|cpp|cxx|rb|sh|lua|jl|m|f90)$/,
  // JUnit, TestNG, Kotest, ScalaTest, Spock, NUnit, xUnit, PHPUnit, XCTest
  /(?:Test|Tests|TestCase|TestCases|TestSuite|Spec|Specs)\.(?:java|kts?|scala|groovy|cs|fs|vb|php|swift|m|mm|hs)$/,
  /^(?:Test|Tests|Spec|Specs)[A-Z0-9][^/]*\.(?:java|kts?|scala|groovy|cs|php)$/,
  /[a-z0-9]IT\.(?:java|kt|groovy)$/,
  // RSpec, busted, crystal spec; Erlang; Clojure; R testthat; bats; Perl; Gherkin
  /_spec\.(?:rb|lua|cr|exs)$/,
  /_SUITE\.erl$|_tests\.erl$/,
  /_test\.cljc?s?$/,
  /^test-[^/]*\.[rR]$/,
  /\.(?:bats|feature|t)$/,
];

/**
 * True when a path follows one of the common conventions for tests and what belongs to them (fixtures, mocks), in any
 * of the languages we know: by its folder or by its name.
 */
export function isTestPath(path: string): boolean {
  const parts = path.split('/');
  const name = parts.pop() ?? '';
  if (name.length < 500 && TEST_NAMES.some((pattern) => pattern.test(name))) return true;
  const isCode = CODE.test(name);
  return parts.some((part) => {
    const folder = part.toLowerCase();
    if (TEST_FOLDERS.has(folder) || (isCode && CODE_TEST_FOLDERS.has(folder))) return true;
    // .NET keeps tests in a project beside the tested one: `Shop.Tests/CartTests.cs`.
    return /\.(?:unit|integration)?tests?$/.test(folder);
  });
}

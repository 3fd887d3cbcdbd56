// Development and tests run on the Node of the lockfile (node_modules/.bin/node). Without it, for example where
// optional dependencies were left out, the suite would silently test another runtime.
const major = Number(process.versions.node.split('.')[0]);
if (major !== 24) {
  throw new Error(
    `The tests need Node 24 and run on ${process.version}. Start them with "npm test" after "npm ci" ` +
      '(the lockfile brings Node 24 for Linux and Windows; on macOS install Node 24 yourself).',
  );
}

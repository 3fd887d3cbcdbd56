import fc from 'fast-check';

// Development and tests run on the Node of the lockfile (node_modules/.bin/node). Without it, for example where
// optional dependencies were left out, the suite would silently test another runtime.
const major = Number(process.versions.node.split('.')[0]);
if (major !== 24) {
  throw new Error(
    `The tests need Node 24 and run on ${process.version}. Start them with "npm test" after "npm ci" ` +
      '(the lockfile brings Node 24 for Linux and Windows; on macOS install Node 24 yourself).',
  );
}

// A run must not fail by luck: properties use one seed, unless FC_SEED asks for another. To search for new
// counterexamples, run with FC_SEED=$RANDOM.
fc.configureGlobal({ seed: Number(process.env.FC_SEED ?? 20_261_121) });

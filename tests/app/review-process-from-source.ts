/** The review process as the tests start it: from source, with the version that the build puts in. */
Object.assign(globalThis, { __VERSION__: '0.0.0-source' });
await import('../../src/entry/review-process.ts');

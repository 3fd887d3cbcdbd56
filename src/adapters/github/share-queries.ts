import type { Blob } from '../../model.ts';
import { type BlobReader, type BlobRequest, readBlobs } from './read-blobs.ts';

type Read = (requests: readonly BlobRequest[], signal: AbortSignal) => Promise<readonly Blob[]>;

interface Waiting {
  readonly requests: readonly BlobRequest[];
  readonly signal: AbortSignal;
  readonly resolve: (blobs: readonly Blob[]) => void;
  readonly reject: (reason: unknown) => void;
}

/** Reads that are asked for at the same moment (both sides of a change) go out as one query. */
export function shareQueries(reader: BlobReader): Read {
  let waiting: Waiting[] = [];
  const flush = async (all: readonly Waiting[], signal: AbortSignal) => {
    const requests = all.flatMap((one) => one.requests);
    try {
      const blobs = await readBlobs(reader, requests, signal);
      let start = 0;
      for (const one of all) {
        one.resolve(blobs.slice(start, start + one.requests.length));
        start += one.requests.length;
      }
    } catch (error) {
      for (const one of all) one.reject(error);
    }
  };
  return (requests, signal) =>
    new Promise((resolve, reject) => {
      waiting.push({ requests, signal, resolve, reject });
      if (waiting.length > 1) return;
      setImmediate(() => {
        const all = waiting;
        waiting = [];
        // Those who ask at the same moment belong to the same run and have the same signal.
        void flush(all, signal);
      });
    });
}

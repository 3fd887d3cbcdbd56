import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  systemClock
} from "./chunk-CNBXCG7F.js";
import {
  treeArrays
} from "./chunk-F64D7OP6.js";
import {
  messageOf
} from "./chunk-7PSS6GJZ.js";

// src/adapters/grammar/make-grammars.ts
import { availableParallelism } from "node:os";

// src/adapters/grammar/languages.ts
var GRAMMARS = /* @__PURE__ */ new Map([
  ["javascript", "javascript"],
  ["typescript", "typescript"],
  ["tsx", "tsx"],
  ["python", "python"],
  ["go", "go"],
  ["java", "java"],
  ["ruby", "ruby"],
  ["rust", "rust"],
  ["php", "php"],
  ["bash", "bash"],
  ["csharp", "c-sharp"],
  ["cpp", "cpp"],
  ["css", "css"]
]);

// src/adapters/grammar/make-thread-pool.ts
var TEXT_PER_THREAD = 15e4;
function makeThreadPool(startThread, most) {
  const threads = /* @__PURE__ */ new Set();
  const idle = [];
  const ending = /* @__PURE__ */ new Set();
  const queue = [];
  let queuedLength = 0;
  let closed = false;
  const drop = (thread) => {
    threads.delete(thread);
    const end = thread.end().finally(() => ending.delete(end));
    ending.add(end);
  };
  const refuse = (reason) => {
    for (const { settle } of queue.splice(0)) settle({ kind: "failed", reason });
    queuedLength = 0;
  };
  const start = () => {
    try {
      const thread = startThread();
      threads.add(thread);
      return thread;
    } catch (thrown) {
      refuse(`no thread for parsing could be started: ${messageOf(thrown)}`);
      return void 0;
    }
  };
  const serve = async (thread) => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      queuedLength -= next.job.text.length;
      next.settle(await thread.run(next.job));
      if (thread.dead) {
        drop(thread);
        wake();
        return;
      }
    }
    idle.push(thread);
  };
  const wake = () => {
    if (queue.length === 0 || closed) return;
    let thread = idle.pop();
    while (thread?.dead) {
      drop(thread);
      thread = idle.pop();
    }
    if (!thread && threads.size < most && queuedLength >= threads.size * TEXT_PER_THREAD) {
      thread = start();
    }
    if (thread) void serve(thread);
  };
  return {
    run: (job) => {
      if (closed) return Promise.resolve({ kind: "failed", reason: "the parser was closed already" });
      return new Promise((settle) => {
        queue.push({ job, settle });
        queuedLength += job.text.length;
        wake();
      });
    },
    close: async () => {
      closed = true;
      refuse("the review ended before this file was parsed");
      for (const thread of [...threads]) drop(thread);
      await Promise.all(ending);
    }
  };
}

// src/adapters/grammar/parse-thread.ts
import { Worker } from "node:worker_threads";
var LOAD_LIMIT_MS = 15e3;
function startParseThread(options) {
  const { script, setup, timeLimitMs, clock, names } = options;
  const worker = new Worker(script, { workerData: setup, env: {}, execArgv: [], stdout: true, stderr: true });
  worker.unref();
  const loaded = /* @__PURE__ */ new Set();
  let dead = false;
  let current = null;
  const settle = (result) => {
    const done = current;
    current = null;
    done?.cancel();
    worker.unref();
    done?.settle(result);
  };
  const kill = (result) => {
    dead = true;
    settle(result);
    void worker.terminate();
  };
  const limit = (milliseconds, doing) => clock.after(
    milliseconds,
    () => kill({ kind: "timed-out", reason: `${doing} took longer than ${milliseconds} ms` })
  );
  const limitParsing = () => limit(timeLimitMs, "parsing");
  worker.on("message", (answer) => {
    if (answer.id !== current?.job.id) return;
    const { language } = current.job;
    if (answer.kind === "language") {
      if (!names.has(language)) names.set(language, answer);
      loaded.add(language);
      current.cancel();
      current.cancel = limitParsing();
    } else if (answer.kind === "failed") {
      const failure = failed(language, answer.reason);
      if (answer.broken) kill(failure);
      else settle(failure);
    } else settle(toTree(language, answer, names));
  });
  worker.on(
    "error",
    (error) => kill(failed(current?.job.language ?? "", `the parser crashed: ${error.message}`))
  );
  worker.on("exit", (code) => {
    dead = true;
    settle(failed(current?.job.language ?? "", `the parser ended with code ${code}`));
  });
  return {
    get dead() {
      return dead;
    },
    run: (job) => new Promise((resolve) => {
      worker.ref();
      const cancel = loaded.has(job.language) ? limitParsing() : limit(LOAD_LIMIT_MS, "starting the parser");
      current = { job, settle: resolve, cancel };
      worker.postMessage(job);
    }),
    end: async () => {
      dead = true;
      settle({ kind: "failed", reason: "the review ended before this file was parsed" });
      await worker.terminate();
    }
  };
}
function failed(language, reason) {
  return {
    kind: "failed",
    reason: `no syntax tree for ${language}: ${reason}; the file was reviewed by text rules only. Reinstall the tool if grammar files are missing, and report a crash with the file that caused it`
  };
}
function toTree(language, answer, names) {
  const { kindNames, fieldNames } = names.get(language) ?? { kindNames: [], fieldNames: [] };
  const { buffer: _, ...arrays } = treeArrays(answer.size, answer.buffer);
  const { size, errors } = answer;
  return { kind: "tree", tree: { language, kindNames, fieldNames, size, errors, ...arrays } };
}

// src/adapters/grammar/make-grammars.ts
var MAX_THREADS = 4;
var machineClock = {
  after: (ms, call) => {
    const timer = setTimeout(call, ms);
    return () => clearTimeout(timer);
  }
};
function makeGrammars(options) {
  const { workerScript: script, clock = machineClock, timeLimitMs = 3e3, maxLength = 15e5 } = options;
  const most = options.workers ?? Math.min(MAX_THREADS, availableParallelism());
  const names = /* @__PURE__ */ new Map();
  const folders = options.assets instanceof URL ? [options.assets] : options.assets;
  const setup = { assets: folders.map((folder) => folder.href) };
  const pool = makeThreadPool(() => startParseThread({ script, setup, timeLimitMs, clock, names }), most);
  let lastId = 0;
  return {
    languages: new Set(GRAMMARS.keys()),
    parse: (language, text) => {
      const grammar = GRAMMARS.get(language);
      if (grammar === void 0) return Promise.resolve({ kind: "unsupported" });
      if (text.length > maxLength) return Promise.resolve(tooLarge(text.length, maxLength));
      lastId++;
      return pool.run({ id: lastId, language, grammar, text });
    },
    close: pool.close
  };
}
function tooLarge(length, maxLength) {
  return {
    kind: "too-large",
    reason: `the text has ${length} characters, and syntax trees are made of up to ${maxLength}; the file was reviewed by text rules only`
  };
}

// src/entry/open-grammars.ts
function openGrammars(assets) {
  return makeGrammars({
    assets: [new URL("grammars/", assets)],
    workerScript: new URL("grammar-worker.js", assets),
    clock: systemClock
  });
}

export {
  openGrammars
};

import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  checkGivenConfiguration,
  showProgress,
  writeReport
} from "./chunk-KVO47C7Z.js";
import {
  review
} from "./chunk-T7U22PGH.js";
import {
  makeAdvisories
} from "./chunk-SRSAAAEE.js";
import {
  loadBuiltIns
} from "./chunk-WLDQ3PFU.js";
import {
  readConfiguration
} from "./chunk-3P6PK5CD.js";
import {
  openModels
} from "./chunk-S74DG6D5.js";
import {
  silentLog,
  systemClock
} from "./chunk-T5TJTLCH.js";
import {
  exitCodeOf
} from "./chunk-UQUMJG74.js";
import {
  makeSecretFilter,
  mapTexts
} from "./chunk-K3PMVC4S.js";

// src/entry/cli/run-review.ts
async function runReview(reading, options, invocation) {
  const { terminal, assets } = invocation;
  const { source, grammars, signal } = reading;
  const progress = showProgress(terminal, options.quiet);
  try {
    const { builtIns, patterns } = await loadBuiltIns(assets);
    if (options.configText) await checkGivenConfiguration(options.configText, builtIns);
    const order = {
      tool: { name: "multi-agent-review", version: "0.1.0" },
      builtIns,
      patterns,
      // A local review speaks to nobody unless it is told to.
      overrides: {
        advisories: "off",
        ...await withDeadline(options, source, builtIns, signal)
      },
      config: options.configText ?? null,
      given: options.given
    };
    const { models } = options;
    const ports = {
      source,
      grammars,
      advisories: makeAdvisories(),
      progress,
      clock: systemClock,
      log: silentLog,
      openModels: models === null ? null : () => openModels(models)
    };
    const { report: found } = await review(order, ports, signal);
    const report = models === null ? found : mapTexts(found, makeSecretFilter([models.apiKey]));
    progress.end();
    await writeReport(report, options, invocation);
    return exitCodeOf(report.gate);
  } finally {
    progress.end();
    await reading.close();
  }
}
async function withDeadline({ overrides, deadlineSeconds, configText }, source, builtIns, signal) {
  if (deadlineSeconds === null) return overrides;
  const { settings } = await readConfiguration(source, configText ?? null, builtIns, signal);
  return { ...overrides, budgets: { ...settings.budgets, runSeconds: deadlineSeconds } };
}

export {
  runReview
};

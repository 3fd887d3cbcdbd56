/**
 * What the deterministic reviewers find and leave alone, on corpora that are not part of this repository.
 * Run: npm run bench:analyzers -- FOLDER [--only CORPUS[/LANGUAGE],…] [--show misses,alarms,weaknesses,findings]
 * [--rules]
 * [--blind]
 * With --rules, what each rule fired on, rightly and wrongly; on all corpora it is written to bench/analyzers/measured-rules.yml.
 * Details are printed of the half that rules may be tuned on; of the other half only figures, and with --blind not even
 * those: for whoever is changing rules.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { MEASURED_RULES, measuredRulesText } from '../../scripts/measured-rules.ts';
import { HALVES } from './corpus-files.ts';
import { makeOurContestants } from './our-contestant.ts';
import { makeBanditContestants } from './peers/bandit-contestant.ts';
import { makeEslintContestants } from './peers/eslint-contestant.ts';
import { makeReviewer } from './review-files.ts';
import { scoreAnnotated } from './score-annotated.ts';
import { scoreChallenges } from './score-challenges.ts';
import { scoreOwasp } from './score-owasp.ts';
import { scorePullRequests } from './score-pull-requests.ts';
import { scoreSecrets, scoreUnicode } from './score-texts.ts';
import { makeRuleTally, printRuleTally } from './tally-rules.ts';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string', default: '' },
    show: { type: 'string', default: '' },
    rules: { type: 'boolean', default: false },
    blind: { type: 'boolean', default: false },
  },
});
const [folder] = positionals;
if (folder === undefined)
  throw new Error('Name the folder with the unpacked corpora: npm run bench:analyzers -- FOLDER');
const only = values.only.split(',').filter((word) => word !== '');
const show = new Set(values.show.split(','));
if (values.blind && values.rules) throw new Error('--rules counts in both halves: leave out --blind');
const details = {
  misses: show.has('misses'),
  alarms: show.has('alarms'),
  weaknesses: show.has('weaknesses'),
  halves: values.blind ? HALVES.filter((half) => half === 'tune') : HALVES,
};
const wants = (corpus: string) => only.length === 0 || only.some((word) => word.split('/', 1)[0] === corpus);

const reviewer = await makeReviewer();
// The rules are ours: with --rules nobody else runs.
const contestants = values.rules
  ? makeOurContestants(reviewer, [])
  : [
      ...makeOurContestants(reviewer, [['security'], ['security', 'correctness']]),
      ...makeEslintContestants(),
      ...makeBanditContestants(),
    ];
const tally = makeRuleTally();
try {
  if (wants('annotated')) {
    const languages = only.flatMap((word) =>
      word.startsWith('annotated/') ? [word.slice('annotated/'.length)] : [],
    );
    await scoreAnnotated(join(folder, 'annotated'), contestants, languages, details, tally);
  }
  if (wants('owasp-python')) await scoreOwasp(join(folder, 'owasp-python'), contestants, details, tally);
  if (wants('challenges')) await scoreChallenges(join(folder, 'challenges'), reviewer, details.misses);
  if (wants('pull-requests'))
    await scorePullRequests(join(folder, 'pull-requests'), reviewer, show.has('findings'), tally);
  if (wants('secrets')) await scoreSecrets(join(folder, 'secrets'), reviewer, details, tally);
  if (wants('unicode')) await scoreUnicode(join(folder, 'unicode'), reviewer);
  if (values.rules) {
    printRuleTally(tally.measured());
    if (only.length === 0)
      writeFileSync(join(import.meta.dirname, '../..', MEASURED_RULES), measuredRulesText(tally.measured()));
  }
} finally {
  await reviewer.close();
}

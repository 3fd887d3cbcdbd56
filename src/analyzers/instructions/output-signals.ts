import { type Signal, signal } from './signal.ts';

const ORDER =
  '(?:add|enhance|augment|enrich|expand|include|insert|append|integrate|modify|adjust|alter|change|replace|rephrase|rewrite|use|employ|provide|deliver|give|present|write|compose|craft|mention|remove|delete|rearrange|reorder|introduce|misspell|group|cluster|substitute|swap|anagram|scramble|shuffle|jumble|promote|suggest|recommend|incorporate|embed|weave|reverse|conclude|begin|start|end|finish|format|convert|transform|encode|make|keep|put|place|state|express|answer|respond|reply|conceal|inject|infuse|urge|encourage|direct|invite|advise|emphasi[sz]e|highlight|utili[sz]e|apply|omit|condense|eliminate|strip|merge|mix|blend|tweak|sprinkle|randomly|intentionally|deliberately|purposely|please|invert|combine|separate|split|swap)';
const WHOLE = 'your (?:entire |whole |full |final |next |own |complete )?';
/** What people call a text that a model gives; colleagues give replies too, but nobody orders their contents. */
const ANSWER = `${WHOLE}(?:answer|response|reply|elucidation)s?`;
const GAP = '(?:[^.\\n]|\\.[^ \\n]){0,160}?';
const HERE = '(?:^|\\n|[.!?:;"\'`*] )';
/** `Include the status field in your response`: an interface for programs, not a conversation. */
const PROTOCOL =
  /\b(?:header|field|status|body|json|xml|api|endpoint|request|http|server|client|payload|schema|cookie|bug|ticket|mail|email|logs?|version|screenshot|stack ?trace|steps|code review|survey|interview|quiz)\b/;
const CODE_BLOCK =
  '(?:following|subsequent) (?:[a-z]{1,12} )?code (?:block|snippet|excerpt|section|fragment)';
const OWN_CODE =
  'your (?:[a-z]{1,12} )?(?:code|codebase|implementation|solution|algorithm|answer|response|elucidation)';

/** Orders about the form or the content of "your answer": written to a model, hardly ever to a colleague. */
export const OUTPUT_SIGNALS: readonly Signal[] = [
  signal(
    'output-control',
    5,
    'tells the reader what its answer must contain',
    `${HERE}${ORDER} ${GAP}\\b${ANSWER}\\b`,
    PROTOCOL,
  ),
  signal(
    'output-control',
    5,
    'tells the reader what its answer must contain',
    `\\b(?:in|within|throughout|to|into) ${ANSWER},? (?:[a-z]{1,12} ){0,2}${ORDER}\\b`,
    PROTOCOL,
  ),
  signal(
    'output-control',
    5,
    'asks for code to be put into the reader’s own',
    `\\b(?:${CODE_BLOCK}\\b[^.\\n:]{0,60}\\b${OWN_CODE}|${OWN_CODE}\\b[^.\\n:]{0,60}\\b${CODE_BLOCK})\\b`,
  ),
];

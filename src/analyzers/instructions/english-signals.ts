import { type Signal, signal } from './signal.ts';

const MODEL =
  '(?:ai|a\\.i\\.|llm|language|gpt|chatgpt|claude|copilot|gemini|automated|automatic|robot|machine)';
const AGENT =
  '(?:code[- ]?)?(?:review(?:er|ers|ing)?|assistants?|agents?|models?|bots?|tools?|systems?|scanners?|analy[sz]ers?|linters?)';
const SOME = "(?:[a-z'-]{1,20} ){0,4}";
const CHANGE =
  '(?:pull requests?|merge requests?|prs?|mrs?|changes?|changesets?|diffs?|commits?|patch(?:es)?|code|files?|submission|modules?|functions?)';
const PROBLEM =
  '(?:issues?|findings?|vulnerabilit(?:y|ies)|bugs?|problems?|concerns?|defects?|flaws?|weakness(?:es)?|security (?:risks?|holes?))';

const ONLY =
  '(?: only| just| simply| exactly| solely| always)?(?: with| that)?(?: only| just| simply| exactly| the words?| the text| the phrase| the verdict)?';
const QUOTE = ' ?["\'`(]{0,2}';
const GOOD_NEWS =
  '(?:lgtm|approved?\\b|looks good|all clear|all good|no (?:issues?|findings?|problems?|vulnerabilit|bugs?|concerns?)|nothing to report|zero (?:issues|findings)|safe\\b|clean\\b|"?findings"?: ?\\[\\])';

/** Phrases of prompt injection in English. Weights were set on texts of our own and on half of a public set of attacks. */
export const ENGLISH_SIGNALS: readonly Signal[] = [
  signal(
    'override',
    5,
    'tells the reader to drop its instructions',
    `\\b(?:ignor(?:e|ing)|disregard(?:ing)?|forget|override|overrid(?:e|ing)|bypass|discard|neglect|drop|do not follow|don't follow|stop following|pay no attention to|set aside|throw away) ${SOME}(?:previous|prior|preceding|foregoing|initial|original|system|developer|your|past) ${SOME}(?:instructions?|prompts?|directives?|guidelines?|training|programming|guardrails|system message)\\b`,
  ),
  signal(
    'override',
    4,
    'tells the reader to drop its instructions',
    `\\b(?:ignore|disregard|forget|override|bypass) ${SOME}(?:above|earlier|existing|all|any|every|everything|these|those) ${SOME}(?:instructions?|prompts?|directives?|guidelines?|safeguards|guardrails)\\b`,
  ),
  signal(
    'override',
    4,
    'tells the reader to drop its rules',
    `\\b(?:ignore|disregard|forget|override|bypass|suspend|disable) ${SOME}(?:your|previous|prior|system) ${SOME}(?:rules?|polic(?:y|ies)|constraints?|restrictions?|safety|safeguards|orders|commands?|context|task|role|criteria|checks?)\\b`,
  ),
  signal(
    'override',
    5,
    'tells the reader to forget what it was told',
    '\\bforget (?:everything|all|anything|whatever) (?:that )?(?:you|above|before|i said|was said|came before|prior)\\b',
  ),
  signal(
    'override',
    3,
    'announces new instructions',
    '\\b(?:your )?(?:new|updated|revised|real|actual|true|only) (?:instructions?|task|objective|directives?|system prompt|orders)(?: (?:is|are|follow|below|for you))?:|\\byour (?:new|real|actual|true|only) (?:instructions?|task|job|goal|objective|role|directive) (?:is|are|now)\\b',
  ),
  signal(
    'override',
    3,
    'claims to end the text under review',
    '\\bend of (?:the )?(?:diff|untrusted|user|file|document|input|context|code|review|patch|pull request|prompt|data)(?: content| section| data| input| text| block)?\\b(?: ?[-=.:#>\\]*]|$)|\\b(?:begin|start|end) (?:of )?(?:trusted|untrusted|system|privileged|developer) (?:instructions?|section|content|input|block|prompt|message|data)',
  ),
  signal(
    'persona',
    3,
    'gives the reader another role',
    '\\byou are (?:now )?(?:in )?(?:(?:a|an|the) )?(?:dan\\b|unrestricted|jailbroken|uncensored|(?:developer|debug|admin|maintenance|god|test|approval|permissive|sudo|safe|unsafe) mode|no longer (?:a|an|bound|required|restricted|reviewing|acting))',
  ),
  signal(
    'persona',
    4,
    'gives the reader another role',
    `\\byou are now (?:a|an|the|acting as|operating as|my) ${SOME}(?:reviewer|assistant|model|agent|bot|approver|compiler|poet|pirate|translator|ai|llm)\\b`,
  ),
  signal(
    'persona',
    2,
    'gives the reader another role',
    '\\b(?:from now on|henceforth|for the rest of this (?:review|conversation|session)),? (?:you|respond|answer|reply|act|treat|approve|ignore|always|only|do not|never)\\b|\\b(?:pretend|act|behave|roleplay|role-play) (?:to be|as if you|as though you|that you|like you)\\b',
  ),
  signal(
    'address',
    3,
    'speaks to the model that reviews',
    `\\b(?:attention|dear|hey|hello|hi|note (?:to|for)|notice (?:to|for)|message (?:to|for)|memo to|instructions? (?:to|for)|reminder (?:to|for)|directive (?:to|for)|for|to) (?:(?:the|any|all|every|our|an?|whichever) )?(?:${MODEL}[- ]?(?:based |powered |driven )?${AGENT}|${MODEL}s?|language models?|ai code reviewers?)\\b(?: reading| reviewing| processing| analy[sz]ing)?(?: [a-z]{1,12}){0,4} ?[:,;.!-]`,
  ),
  signal(
    'address',
    3,
    'speaks to the model that reviews',
    `\\b(?:if|when|since|because|as) you(?:'re| are)? (?:being )?(?:an? |the |reading this as an? )?(?:ai\\b|llm\\b|language model|automated|large language|bot\\b|assistant|coding agent|code reviewer|reviewing (?:this|the) (?:code|diff|change|pull request|pr|file))`,
  ),
  signal(
    'address',
    3,
    'speaks to the model that reviews',
    `\\b(?:any|all|every|whichever) (?:${MODEL}[- ]?${AGENT}|ais?|llms?|language models?|agents?|assistants?|models?) (?:that |who |which )?(?:is |are )?(?:reads?|reading|reviews?|reviewing|process(?:es|ing)?|analy[sz](?:es?|ing)|see(?:s|ing)?|scann?(?:s|ing)?|must|should|shall)\\b`,
  ),
  signal(
    'address',
    3,
    'speaks to the model that reviews',
    `\\b(?:you,? the|as (?:the|an?|this)|to you,? the) (?:${SOME})?(?:reviewer|assistant|model|ai|llm|review agent|review bot|code review ai|language model),? (?:i |you |we |it |please |must |should |shall |will |need |have |your |approve|ignore|do not|never|always|respond|report|mark)`,
  ),
  signal(
    'address',
    2,
    'names an AI reviewer',
    `\\b${MODEL}[- ]?(?:based |powered |driven )?(?:code[- ]?)?(?:review(?:er|ers|ing)?|assistants?|agents?|review bots?|models?)\\b`,
  ),
  signal(
    'address',
    1,
    'names a reviewer',
    '\\b(?:reviewers?|assistants?|review bots?|llms?|language models?)\\b',
  ),
  signal(
    'verdict',
    2,
    'asks for approval',
    `\\b(?:you )?(?:must|should|shall|will|need to|have to|always|immediately|automatically|simply|just|please|now|can|may)? ?(?:approve|merge|accept|pass|greenlight|sign off on|rubber[- ]?stamp|lgtm) (?:this|the|these|all|every|my|any|it)\\b(?: [a-z-]{1,12}){0,3} ?(?:${CHANGE})?`,
  ),
  signal(
    'verdict',
    3,
    'orders an approval',
    `\\b(?:must|should|shall|always|immediately|automatically|unconditionally) (?:be )?(?:approved?|merged?|accepted?|pass(?:ed)?|greenlit|lgtm)\\b|\\bapprove (?:it |this |the |everything |all )?(?:[a-z]{1,12} ){0,3}(?:without|immediately|automatically|unconditionally|regardless|no matter|unread|as[- ]is)\\b`,
  ),
  signal(
    'verdict',
    4,
    'dictates the answer',
    `\\b(?:respond|reply|answer|output|say|conclude|state|comment)(?: back)?${ONLY}${QUOTE}${GOOD_NEWS}`,
  ),
  signal(
    'verdict',
    3,
    'dictates the answer',
    `\\b(?:return|print|write|emit|end|finish|report)${ONLY}${QUOTE}${GOOD_NEWS}`,
  ),
  signal(
    'verdict',
    4,
    'dictates an empty answer',
    '\\b(?:respond|reply|answer) (?:only |just |simply )?with (?:an? )?(?:empty (?:list|array|json|set|report|result|object)|\\[\\]|\\{\\}|nothing)|\\b(?:return|output|emit|report|give|produce) (?:only |just |simply )?(?:an? )?empty (?:list|array|set|report|json)(?: of)? (?:findings|issues|problems)',
  ),
  signal(
    'verdict',
    2,
    'dictates an empty answer',
    '\\b(?:return|output|emit) (?:only |just |simply )?(?:an? )?empty (?:list|array|json|set|report|result)\\b',
  ),
  signal(
    'verdict',
    3,
    'orders a harmless label',
    `\\b(?:mark|label|classify|rate|treat|consider|score|flag|report|deem|regard|assess|categori[sz]e) (?:this|it|the|all|everything|these|any|every|that|them) ${SOME}(?:as )?(?:being |to be |a |an |only )?(?:safe|secure|approved|clean|benign|false[- ]positives?|harmless|trusted|non[- ]?issues?|resolved|passing|compliant|informational|low(?:est)? (?:severity|risk|priority)|not (?:a |an )?(?:vulnerab|issue|problem|exploitable))\\b`,
  ),
  signal(
    'verdict',
    4,
    'forbids reporting',
    `\\b(?:do not|don't|dont|never|must not|should not|shall not|may not|cannot|avoid|refrain from|stop|without|no need to|not necessary to) (?:to )?(?:report(?:ing)?|flag(?:ging)?|mention(?:ing)?|rais(?:e|ing)|point(?:ing)? out|disclos(?:e|ing)|surfac(?:e|ing)|highlight(?:ing)?|identify(?:ing)?|bring(?:ing)? up) (?:[a-z'-]{1,20} ){0,4}${PROBLEM}\\b`,
  ),
  signal(
    'verdict',
    3,
    'forbids reporting',
    "\\b(?:do not|don't|dont|never|must not|should not|refrain from|avoid) (?:report(?:ing)?|flag(?:ging)?|mention(?:ing)?|comment(?:ing)? on|review(?:ing)?|analy[sz](?:e|ing)|scann?(?:ing)?|inspect(?:ing)?) (?:on )?(?:this|the|that|anything|any of|it|these|about) ?(?:[a-z]{1,14} ){0,2}",
  ),
  signal(
    'verdict',
    3,
    'orders the review to stop',
    `\\b(?:skip|stop|end|abort|omit|cancel|suppress|silence|hide|drop|remove|delete|discard|withhold|downgrade|exclude|ignore) (?:the |your |this |any |all |every |further |my |its ){0,2}(?:security |code |other |previous |remaining )?(?:review(?:ing|s)?|analysis|findings?|vulnerabilit(?:y|ies)|audit|severity|security (?:issues?|problems?|checks?|concerns?|warnings?))\\b`,
  ),
  signal(
    'verdict',
    5,
    'dictates the severity of every finding',
    '\\b(?:set|change|lower|downgrade|reduce|force) (?:the )?(?:severity|confidence|score|rating|risk) (?:of|for) (?:all|every|each|any) (?:[a-z]{1,12} ){0,2}(?:findings?|issues?|problems?|vulnerabilit(?:y|ies))',
  ),
  signal(
    'verdict',
    4,
    'orders the review to stop',
    '\\b(?:stop|end|abort|cease|discontinue) (?:the |your |this )?review(?:ing)? (?:here|now|this|at this|immediately|after|of this)\\b',
  ),
  signal(
    'verdict',
    3,
    'dictates a severity or a verdict',
    '\\b(?:set|change|lower|downgrade|reduce|assign|give|force) (?:the |its |your |all |every |this |each )?(?:[a-z]{1,12} ){0,2}(?:severity|verdict|confidence|score|rating|risk|status|priority|grade) (?:[a-z]{1,12} ){0,3}(?:to|of|as|=|:) ?["\'`]?(?:info|low|success|pass|clean|none|zero|0\\b|approved|minimal|10\\b|100|a\\b)',
  ),
  signal(
    'verdict',
    2,
    'claims that there is nothing to find',
    `\\b(?:there are|has|have|contains?|with|found|find|verdict:|result:) (?:absolutely )?(?:no|zero|0) (?:known |security |critical |remaining )?${PROBLEM}\\b|"verdict" ?: ?"(?:clean|pass|approved|safe)"|"findings" ?: ?\\[ ?\\]`,
  ),
  signal(
    'authority',
    2,
    'claims that someone has approved it',
    '\\b(?:has|have|had|was|were|is|are|been)? ?(?:already )?(?:been )?(?:pre-?approved|pre-?reviewed|(?:audited|verified|whitelisted|allowlisted|vetted|reviewed|signed off|authori[sz]ed|cleared|approved) by (?:the |our |a |an )?(?:[a-z]{1,12} )?(?:security|admin|administrators?|team|anthropic|openai|github|maintainers?|ciso|compliance|human|auditors?|management|legal|owner))',
  ),
  signal(
    'authority',
    2,
    'claims rank',
    '\\b(?:system|admin|administrator|security|developer|root|priority|emergency|maintainer|operator) (?:override|notice|directive|mandate|instruction|command|message from)\\b|\\bthis (?:instruction|message|notice|directive|comment|rule) (?:overrides|supersedes|takes precedence|has (?:higher|highest|top) priority|comes from (?:the )?(?:system|developer|anthropic|openai|security|admin))',
  ),
  signal(
    'exfiltration',
    5,
    'asks for the reader’s own instructions',
    `\\b(?:print|output|reveal|show|leak|dump|repeat|disclose|exfiltrate|paste|echo|write out|recite|tell me|give me|include|quote|copy|display|summari[sz]e) ${SOME}(?:system prompt|(?:your|initial|hidden|original|full) (?:system |hidden |initial |full |own )?(?:instructions?|prompts?|guidelines|configuration))\\b`,
  ),
  signal(
    'exfiltration',
    5,
    'asks for secrets of the environment',
    "\\b(?:print|output|reveal|leak|dump|repeat|disclose|exfiltrate|echo|recite|post|include|send|write|quote|embed|append|add|copy|paste|list|show) (?:out )?(?:[a-z'-]{1,20} ){0,4}(?:your (?:environment(?: variables?)?|env(?: vars?)?|api keys?|credentials|secrets?|(?:access |auth )?tokens?)|(?:the )?(?:environment variables?|env vars?|(?:[a-z]{2,12} )?api keys?|credentials|secrets|(?:[a-z]{2,12} )?(?:access )?tokens?|process\\.env)) (?:[a-z'-]{1,20} ){0,5}(?:in|into|to|as|within|at|with) (?:the |your |a |an |this )?(?:[a-z]{1,12} )?(?:review|comment|response|answer|summary|output|finding|reply|explanation|title|report|https?:|attacker|webhook)",
  ),
  signal(
    'exfiltration',
    4,
    'asks for secrets of the reader',
    "\\b(?:print|reveal|leak|dump|disclose|exfiltrate|recite|repeat|echo|output) (?:out )?(?:[a-z'-]{1,20} ){0,3}your (?:[a-z]{1,12} )?(?:environment(?: variables?)?|env(?: vars?)?|api keys?|credentials|secrets?|tokens?|memory|context window|conversation)\\b",
  ),
  signal(
    'exfiltration',
    3,
    'asks to run or fetch something',
    '\\b(?:run|execute|invoke|call|use) (?:the |this |your |a )?(?:[a-z]{1,12} )?(?:bash|shell|terminal|curl|fetch|tool|command)(?: tool| command)? (?:[a-z]{1,12} ){0,4}(?:to|and) (?:[a-z]{1,12} ){0,3}(?:send|post|upload|read|print|exfiltrate|cat|download)',
  ),
  signal(
    'encoded',
    5,
    'wants encoded text turned into orders',
    "\\b(?:decode|decipher|deobfuscate|unscramble|base64[- ]?decode|rot13) (?:[a-z0-9'-]{1,20} ){0,8}(?:and|then) (?:[a-z]{1,12} ){0,3}(?:follow|execute|obey|run|do|perform|comply|apply|act on|carry out)\\b",
  ),
  signal(
    'role-marker',
    3,
    'imitates a system message',
    '\\b(?:system|developer|assistant|sysadmin)(?: (?:message|prompt|instructions?|note|notice|override))?\\]? ?: ?["\'`]?(?:you |ignore|the (?:review|user|reviewer)|new |this (?:pull|pr\\b|change|code|file|diff)|approve|do not|always|respond|override|important|disregard|forget|understood|i (?:have|will|approve|found)|no (?:issues|findings)|lgtm|all )',
  ),
];

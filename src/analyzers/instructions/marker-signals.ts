import { type Signal, signal } from './signal.ts';

/** Tokens of chat templates and tags of tool protocols: text that imitates the frame around a model's input. */
export const MARKER_SIGNALS: readonly Signal[] = [
  signal(
    'role-marker',
    5,
    'holds chat template tokens',
    '<\\|(?:im[ _]start|im[ _]end|im[ _]sep|system|user|assistant|endoftext|endofprompt|begin[ _]of[ _]text|end[ _]of[ _]text|start[ _]header[ _]id|end[ _]header[ _]id|eot[ _]id|fim[ _][a-z]{3,8})\\|>|\\[/?inst\\]|<</?sys>>|<(?:start|end)[ _]of[ _]turn>|<\uff5c(?:user|assistant|system)\uff5c>',
  ),
  signal(
    'role-marker',
    4,
    'imitates tags of a tool protocol',
    '</?(?:antml:[a-z_ ]{2,30}|system[- _](?:reminder|prompt|message|instructions?|override)|function[ _](?:calls|results)|tool[ _](?:use|call|calls|result|results|response)|untrusted[- _a-z0-9]{0,30}|user[ _]query|human[ _]turn|assistant[ _]response|trusted[- _a-z]{0,20})(?: [^<>\\n]{0,80})?/?>',
  ),
  signal(
    'role-marker',
    2,
    'imitates tags of a prompt',
    '</?(?:system|assistant|developer|instructions?|important|admin|override|diff|pull_request|context|review_rules)>',
  ),
  signal('role-marker', 3, 'imitates a turn of a conversation', '(?:^|\\n) ?(?:human|assistant) ?: [a-z]'),
  signal(
    'role-marker',
    3,
    'imitates a heading of a prompt',
    '#{2,4} ?(?:system|new|updated|hidden|admin|developer|override|reviewer) ?(?:prompt|instructions?|message|task|directive|notice)s?\\b',
  ),
];

const FULL = 7;

/** The plainest orders of the English list in other languages. */
export const FOREIGN_SIGNALS: readonly Signal[] = [
  signal(
    'override',
    FULL,
    'tells the reader to drop its instructions (French)',
    'ignore[zr]? (?:toutes? )?(?:les |vos |tes )?(?:instructions?|consignes?|directives?) (?:pr[ée]c[ée]dentes?|ant[ée]rieures?|ci-dessus)|oublie[zr]? (?:toutes? )?(?:les |vos |tes )(?:instructions?|consignes?)',
  ),
  signal(
    'override',
    FULL,
    'tells the reader to drop its instructions (German)',
    '(?:ignoriere|ignorier|ignorieren sie|vergiss|vergessen sie|missachte) (?:bitte )?(?:alle |s[äa]mtliche )?(?:die |deine |ihre )?(?:vorherigen|bisherigen|obigen|vorigen|fr[üu]heren|vorangegangenen) (?:anweisungen|instruktionen|vorgaben|befehle|regeln)',
  ),
  signal(
    'override',
    FULL,
    'tells the reader to drop its instructions (Spanish)',
    '(?:ignora|ignore|olvida|olvide|descarta|haz caso omiso de) (?:todas? )?(?:las |tus |sus )?(?:instrucciones|indicaciones|[óo]rdenes|directrices) (?:anteriores|previas|precedentes)',
  ),
  signal(
    'override',
    FULL,
    'tells the reader to drop its instructions (Portuguese)',
    '(?:ignore|ignora|esque[çc]a|desconsidere) (?:todas )?(?:as |suas )?(?:instru[çc][õo]es|orienta[çc][õo]es|diretrizes) (?:anteriores|pr[ée]vias)',
  ),
  signal(
    'override',
    FULL,
    'tells the reader to drop its instructions (Italian)',
    '(?:ignora|ignorate|dimentica|dimenticate) (?:tutte )?(?:le |tue )?(?:istruzioni|indicazioni|direttive) (?:precedenti|sopra)',
  ),
  signal(
    'override',
    FULL,
    'tells the reader to drop its instructions (Dutch)',
    '(?:negeer|vergeet) (?:alle )?(?:de |je |uw )?(?:vorige|voorgaande|eerdere|bovenstaande) (?:instructies|opdrachten|aanwijzingen)',
  ),
  signal(
    'override',
    FULL,
    'tells the reader to drop its instructions (Polish)',
    '(?:zignoruj|ignoruj|zapomnij) (?:o )?(?:wszystki(?:e|ch) )?(?:poprzedni(?:e|ch)|wcze[śs]niejsz(?:e|ych)) (?:instrukcj[ei]|polece(?:nia|ń))',
  ),
  signal(
    'override',
    FULL,
    'tells the reader to drop its instructions (Turkish)',
    '[öo]nceki (?:t[üu]m )?(?:talimatlar[ıi]|y[öo]nergeleri|komutlar[ıi]) (?:yok say|g[öo]rmezden gel|unut|dikkate alma)',
  ),
  signal(
    'override',
    FULL,
    'tells the reader to drop its instructions (Russian)',
    '(?:\u0438\u0433\u043d\u043e\u0440\u0438\u0440\u0443\u0439(?:\u0442\u0435)?|\u0437\u0430\u0431\u0443\u0434\u044c(?:\u0442\u0435)?|\u043f\u0440\u043e\u0438\u0433\u043d\u043e\u0440\u0438\u0440\u0443\u0439(?:\u0442\u0435)?) (?:\u0432\u0441\u0435 )?(?:\u043f\u0440\u0435\u0434\u044b\u0434\u0443\u0449\u0438\u0435|\u043f\u0440\u043e\u0448\u043b\u044b\u0435|\u0441\u0432\u043e\u0438) (?:\u0438\u043d\u0441\u0442\u0440\u0443\u043a\u0446\u0438\u0438|\u0443\u043a\u0430\u0437\u0430\u043d\u0438\u044f|\u043a\u043e\u043c\u0430\u043d\u0434\u044b)',
  ),
  signal(
    'override',
    FULL,
    'tells the reader to drop its instructions (Chinese)',
    '(?:\u5ffd\u7565|\u65e0\u89c6|\u5fd8\u8bb0|\u5ffd\u89c6|\u5fd8\u6389)[^\\n\u3002]{0,8}(?:\u4e4b\u524d|\u4ee5\u4e0a|\u5148\u524d|\u6240\u6709|\u524d\u9762)[^\\n\u3002]{0,6}(?:\u6307\u4ee4|\u6307\u793a|\u8bf4\u660e|\u63d0\u793a|\u547d\u4ee4)',
  ),
  signal(
    'override',
    FULL,
    'tells the reader to drop its instructions (Japanese)',
    '(?:\u4ee5\u524d|\u3053\u308c\u307e\u3067|\u4e0a\u8a18|\u524d)\u306e(?:\u3059\u3079\u3066\u306e)?(?:\u6307\u793a|\u547d\u4ee4|\u30d7\u30ed\u30f3\u30d7\u30c8)(?:\u3092|\u306f)[^\\n\u3002]{0,6}(?:\u7121\u8996|\u5fd8\u308c)',
  ),
  signal(
    'override',
    FULL,
    'tells the reader to drop its instructions (Korean)',
    '\uc774\uc804(?:\uc758)? ?(?:\ubaa8\ub4e0 )?(?:\uc9c0\uc2dc|\uba85\ub839|\uc9c0\uce68)(?:\uc0ac\ud56d)?(?:\uc744|\ub97c)? ?(?:\ubaa8\ub450 )?(?:\ubb34\uc2dc|\uc78a)',
  ),
  signal(
    'override',
    FULL,
    'tells the reader to drop its instructions (Arabic)',
    '\u062a\u062c\u0627\u0647\u0644 (?:\u062c\u0645\u064a\u0639 |\u0643\u0644 )?(?:\u0627\u0644\u062a\u0639\u0644\u064a\u0645\u0627\u062a|\u0627\u0644\u0623\u0648\u0627\u0645\u0631) \u0627\u0644\u0633\u0627\u0628\u0642\u0629',
  ),
  signal(
    'override',
    FULL,
    'tells the reader to drop its instructions (Hindi)',
    '\u092a\u093f\u091b\u0932\u0947 (?:\u0938\u092d\u0940 )?\u0928\u093f\u0930\u094d\u0926\u0947\u0936\u094b\u0902 \u0915\u094b (?:\u0905\u0928\u0926\u0947\u0916\u093e|\u0928\u091c\u093c?\u0930\u0905\u0902\u0926\u093e\u091c)',
  ),
  signal(
    'verdict',
    3,
    'asks for approval in another language',
    '\\bapprouve[zr]? (?:cette|ce|la|le) |\\bgenehmige (?:diesen|diese|den|die) |\\baprueba (?:este|esta|el|la) |\\baprove (?:este|esta|o|a) |\\bapprova (?:questa|questo|la|il) |\\bkeur (?:deze|dit|de|het) |\u6279\u51c6(?:\u6b64|\u8fd9\u4e2a)|\u627f\u8a8d\u3057\u3066|\uc2b9\uc778\ud574|\u043e\u0434\u043e\u0431\u0440\u0438(?:\u0442\u0435)? (?:\u044d\u0442\u043e\u0442|\u044d\u0442\u043e)',
  ),
  signal(
    'verdict',
    4,
    'forbids reporting in another language',
    '\\bne (?:signale[zr]?|mentionne[zr]?|rapporte[zr]?) (?:aucun|pas)|\\bmelde(?:n sie)? keine (?:probleme|fehler|sicherheits|schwachstellen|befunde)|\\bno (?:informes|reportes|menciones|se[ñn]ales) (?:ning[úu]n|problemas|vulnerabilidades|nada)|\\bn[ãa]o (?:relate|reporte|mencione) (?:nenhum|problemas|vulnerabilidades)|\\bnon (?:segnalare|riportare) (?:alcun|nessun|problemi)|\u4e0d\u8981\u62a5\u544a|\u4e0d\u8981\u63d0\u53ca|\u5831\u544a\u3057\u306a\u3044|\u043d\u0435 \u0441\u043e\u043e\u0431\u0449\u0430\u0439(?:\u0442\u0435)? \u043e',
  ),
  signal(
    'address',
    3,
    'speaks to an AI reviewer in another language',
    '(?:en tant que|als|como|come|comme) (?:ki|ia|llm|r[ée]viseur|pr[üu]fer|revisor|revisore|reviewer|ki-reviewer|assistente|asistente|assistant)\\b|\u4f5c\u4e3a(?:\u5ba1\u67e5|\u4ee3\u7801\u5ba1\u67e5|ai)|\u30ec\u30d3\u30e5\u30a2\u30fc\u3068\u3057\u3066',
  ),
];

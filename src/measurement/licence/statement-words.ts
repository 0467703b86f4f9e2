/** The words by which a text says what a licence is of: how its sections are headed, what grants, and what is a part, somebody else's or gone. */

function anyOf(said: readonly RegExp[]): RegExp {
  return new RegExp(said.map(({ source }) => source).join("|"), "iu");
}

export const heading =
  /^(?:#{1,6} *|=+ *|<h\d[^>\n]{0,60}> *)?[*_]{0,2}(?:\d+\.? )?[^\p{L}\n]{0,6}(?:(?:open source |software |code )?licen[cs](?:e|es|ing|ias?|a)|copying|copyright|legal|lizenz(?:en|ierung)?|licen[çc]as?|licencias?(?:miento)?|licenza|licenze|licentie|licencja|lisens|licens|lisenssi|licenc|licen[țt][ăa]|llic[èe]ncia|lisensi|lisans|gi[ấa]y ph[ée]p|unlicense|terms of use)(?!\p{L})[^\n]{0,60}$|^(?:#{1,6} *|=+ *)?[^\p{L}\n]{0,6}(?:许可证?|许可协议|授权|授權|ライセンス|라이선스|라이센스|лицензия|ліцензія|άδεια|الترخيص|الرخصة|رخصة)/iu;
export const grant = anyOf([
  /\b(?:licen[cs]ed|released|distributed|available|published|provided|covered|redistribute\b[^\n]{0,60}|governed|dual[- ]licen[cs]ed)\b[^\n]{0,60}\b(?:under|by|with|as)\b/iu,
  /\bwaived?\b[^\n]{0,60}\b(?:through|under|by|with|via)\b/iu,
  /\bis free software\b/iu,
  /\blicen[cs]e ?: /iu,
  /\b(?:this|the|our) (?:\w+ )?(?:software|code|program|project|repository|package|library|source code|application|app|tool|module|plugin) (?:is|are)\b[^\n]{0,60}\b(?:licen[cs]ed|under)\b/iu,
  /^\W*(?:©|copyright|\(c\))[^\n]{0,80}\blicen[cs]ed\b/iu,
  /^\W*[\w .-]{2,30} licen[cs]ed\W*$/iu,
  /(?:^|\|)\W{0,3}licen[cs]e\W{0,3}\|/iu,
  // The same in other languages
  /\blizenziert/iu,
  /\bunter (?:der |die )?[^\n]{0,40}lizenz/iu,
  /\bsous (?:la )?licence/iu,
  /\bbajo (?:la )?licencia/iu,
  /\bsob a? ?licen[çc]a/iu,
  /\bsotto (?:la )?licenza/iu,
  /\brilasciat[oa]/iu,
  /\bonder (?:de )?[^\n]{0,30}licentie/iu,
  /\bna licencji\b/iu,
  /\blicensierad/iu,
  /\blisensiert/iu,
  /\blicenseret/iu,
  /\blicencov[áa]n/iu,
  /\bcon licenza\b/iu,
  /\bver[öo]ffentlicht unter/iu,
  /\bvrijgegeven onder/iu,
  /\bunter den bedingungen\b/iu,
  /\b(?:sous|selon) les (?:termes|conditions)\b/iu,
  /\br[ée]gie? par\b/iu,
  /\b(?:bajo|seg[úu]n) los t[ée]rminos\b/iu,
  /\b(?:sob|conforme) os termos\b/iu,
  /\bsecondo i termini\b/iu,
]);
export const parts =
  /\b(?:documentation|docs|content|contents|data|dataset|datasets|text|texts|images?|photos?|photographs?|pictures?|icons?|logos?|fonts?|artwork|media|assets|dokumentation|inhalte|contenu|contenus|donn[ée]es|documentaci[óo]n|datos|third[- ]party|bundled|dependenc(?:y|ies)|portions?|some files|includes? (?:code|software|files)|libraries used|based on|derived from|examples?|templates?)\b/iu;
export const wholes = /\b(?:code(?:base)?|software|project|program|source|library|package|repository|work|app|application|tool)\b/i;
export const alternatives = /\bsecondary licen[cs]es\b|\b(?:or|either|dual|triple|at your (?:option|choice)|choose|choice|oder|ou|o)\b|\//i;
/** The licences that follow, often as a list, are alternatives. */
export const choice =
  /\beither of\b|\bterms of either\b|\b(?:dual|tri|triple)[- ]licen[cs]|\bone of the following licen[cs]es|\bunder (?:either|any of)\b/i;
/** A heading of plain text: "COPYRIGHT AND LICENSE" */
export const inCapitals = /^[A-Z][A-Z &,]{4,40}$/;
export const gnu = /^(A?GPL|LGPL)-(\d\.\d)-(only|or-later)$/;
/** What is said of these is not said of the whole. */
export const ofSome = /\b(?:parts? of|some (?:of|files)|portions?|certain (?:files|parts)|only (?:the |those )?files)\b/i;
/** A choice that a later sentence offers: Eclipse's words, and Mozilla's. */
export const secondary =
  /\bunder the following secondary licen[cs]es\b|^\W{0,9}alternatively\b[^.]{0,90}\b(?:used|distributed|licensed|available)\b/i;
/** "All files in the `lib` directory use …, all other files use …": the whole is under both. */
export const ofFolder = /\b(?:director(?:y|ies)|folders?)\b/i;
export const theRest =
  /\boutside (?:of )?(?:the |those |these )|\b(?:all|any) other (?:files|code|parts|directories|folders)\b|\beverything else\b|\bthe (?:rest|remainder) of\b/i;
/** What a repository of documents says of the whole. */
export const itself =
  /\b(?:all |the |die |le |les |los |el )?(?:contents?|inhalte|contenus?|contenidos?|conte[úu]dos?|contenuti)\b|\b(?:this|these|diese[rs]?|cette|ces|este|esta|questo|questa) (?:documentation|docs|content|contents|data|dataset|text|material|dokumentation|inhalte|contenu|donn[ée]es|documentaci[óo]n|datos)\b/iu;
/** Someone else's work. */
export const foreign =
  /\b(?:(?<!re-)uses?|using|built (?:on|with|using)|based on|powered by|depends on|utili[sz]es|inspired by|thanks|courtesy|fork of)\b/i;
export const vague = /\b(BSD|EUPL|AGPL|CeCILL|Creative Commons)\b/i;
/** "All code created by CodeIgniter": what somebody who is named has made. */
export const ofOthers =
  /\b(?:code|contents?|files|material) (?:that (?:is|was|are|were) )?(?:created|written|developed|made|copied|taken|borrowed|adapted) (?:by|from) (?:the )?\p{Lu}/u;
/** The title of CC0's dedication as a heading, in the languages that it has been put into. */
export const waiver =
  /^(?:#{1,6} *|=+ *)?CC0(?:[ -]1\.0)?[ ,:–-]{0,4}(?:univers\p{L}{1,5}|通用)?[ ,:–-]{0,4}(?:\(CC0(?: 1\.0)?\) ?)?(?:public domain dedication|[\p{L} ]{0,20}domaine public|[\p{L} ]{0,20}dom[íi]nio p[úu]blico|[\p{L} ]{0,20}pubblico dominio|公[眾众共][領领]域|公有[領领]域|パブリック・?ドメイン)[\p{sc=Han}\p{sc=Katakana}]{0,8}\W{0,9}$/iu;
/** What such a section must speak of. */
export const wholeWork =
  /\b(?:this|the|ce|cette|este|esta|questo|questa) (?:software|code|project|program|repository|work|logiciel|projet|[oœ]uvre|obra|proyecto|projeto|progetto|opera)\b|本(?:專案|项目|程式|软件|軟體|作品|目錄)|所有(?:其他|其它)?的?(?:檔案|文件|程式|代码)/iu;
/** What was said before led to this. */
export const conclusion = /\b(?:therefore|hence|accordingly|thus|consequently)\b/i;
export const mark = /^[ \t]{0,8}(?:\*+(?![*\w])|~|\/\/+|#(?!#)|;+|%+)[ \t]?/;
export const negated =
  /\b(?:change licen[cs]e|compatible|incompatible|not (?:licensed|under)|instead of|unlike|previously|formerly|prior to|was licen[cs]ed|used to be|no longer|exception of|will be (?:released|licensed|published)|until then|(?:were|was) (?:released|licensed|distributed)|(?:earlier|older|previous) (?:versions|releases))\b/i;

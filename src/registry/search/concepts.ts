import { foldWords } from "./words.ts";

/**
 * The vocabulary of the field, language by language: what lets a question in one language find a text in another. A star
 * stands for any letters. A form of several words is found where they follow each other.
 */
const vocabulary = {
  law: "law | laws | lawful* | legislation* | législation* | legislacion* | legislacao | act | acts | statute* | loi | lois | ley | leyes | lei | leis | legge | leggi | gesetz* | *gesetz | *gesetzes | wet | lag | قانون | قوانين | закон* | 法 | 法律 | 法案 | 법",
  decree: "decree* | decret | decrets | decreto* | dekret* | verordnung* | مرسوم | مراسيم | декрет* | указ | указа | 法令 | 政令",
  regulation:
    "regulation* | rule | rules | reglement* | reglamento* | regolament* | regulament* | verordnung* | règles | reglas | regras | regole | regeln | لائحة | لوائح | قواعد | регламент* | постановлени* | правил* | 条例 | 规定 | 规则 | 規則",
  policy: "polic* | politique* | politica* | politik* | richtlinie* | سياسة | سياسات | политик* | 政策",
  strategy: "strateg* | estrateg* | *strategie | استراتيجية | استراتيجيات | стратеги* | 战略 | 策略 | 戰略",
  plan: "plan | plans | planes | plano* | piano | piani | plane | aktionsplan* | masterplan* | خطة | خطط | مخطط | план | плана | плане | планы | 计划 | 规划 | 計畫",
  roadmap:
    "roadmap* | road map* | feuille de route | hoja de ruta | roteiro | tabella di marcia | fahrplan* | خارطة طريق | خارطة الطريق | خريطة الطريق | дорожн* карт* | 路线图",
  guideline:
    "guideline* | guide | guides | guidance | handbook* | lignes directrices | directrices | guia* | diretriz* | linee guida | leitfaden* | leitlinie* | handreichung* | دليل | أدلة | إرشادات | إرشادي* | руководств* | рекомендац* | 指南 | 指引 | ガイドライン",
  circular: "circular* | circulaire* | circolare | circolari | rundschreiben | تعميم | تعاميم | منشور | циркуляр* | 通知 | 通告",
  directive: "directive* | directiva* | diretiva* | direttiva* | weisung* | توجيه* | директив* | 指令",
  licence:
    "licence* | license* | licencia* | licenca* | licenza* | licenze | lizenz* | رخصة | رخص | ترخيص | تراخيص | лиценз* | 许可 | 许可证 | 授權",
  opensource:
    "open source | opensource | free software | libre software | foss | floss | oss | logiciel* libre* | logiciel* ouvert* | source* ouverte* | code* ouvert* | software libre* | codigo abierto | fuentes abiertas | fuente abierta | software livre* | codigo aberto | software liber* | codice aperto | sorgente aperto | freie* software | quelloffen* | offene* quellcode* | open source software | برمجيات حرة | برمجيات الحرة | البرمجيات الحرة | البرامج الحرة | برمجيات مفتوحة | برمجيات المفتوحة | مصادر مفتوحة | المصادر المفتوحة | مفتوحة المصدر | مفتوح المصدر | المصدر المفتوح | свободн* программн* | свободн* по | открыт* по | открыт* программн* | открыт* исходн* | открыт* код* | спо | 开源 | 自由软件 | 开放源代码 | 开放源码 | 自由軟體 | 開源 | オープンソース | オープン ソース | 오픈소스 | 공개소프트웨어",
  sourcecode:
    "source code* | code* source* | codigo* fuente* | codigo* fonte* | codice sorgente | codici sorgente* | quellcode* | quelltext* | الشفرة المصدرية | شفرة مصدرية | الشفرات المصدرية | الكود المصدري | الرمز المصدري | исходн* код* | 源代码 | 源码 | 原始碼 | ソースコード | broncode | kallkod*",
  openstandards:
    "open standard* | open format* | normes ouvertes | standards ouverts | formats ouverts | estandares abiertos | formatos abiertos | normas abertas | padroes abertos | formatos abertos | standard aperti | formati aperti | offene* standards | offene* formate* | معايير مفتوحة | المعايير المفتوحة | الصيغ المفتوحة | открыт* стандарт* | открыт* формат* | 开放标准 | 开放格式",
  interoperability:
    "interoperab* | التشغيل البيني | قابلية التشغيل البيني | интероперабельност* | совместимост* | 互操作* | 互 操作* | 互通",
  procurement:
    "procur* | purchas* | buying | acquisition* | achat* | commande publique | marche* public* | contratacion* | compra* | adquisicion* | aquisic* | contratac* | appalt* | acquist* | acquisizion* | beschaff* | vergabe* | مشتريات | شراء | اقتناء | закупк* | закупок | приобретени* | 采购 | 採購 | 调达",
  publication:
    "publish* | publication* | releas* | disclos* | publier | divulgation | publicar | publicacion* | liberacion | publicacao | divulgacao | pubblicare | pubblicazion* | veroffentlich* | offenleg* | freigeben | freigabe* | نشر | إتاحة | إفصاح | публикац* | опубликован* | раскрыти* | 发布 | 公开 | 公開",
  reuse:
    "reus* | reutilis* | reutiliz* | riuso | riutilizz* | wiederverwend* | nachnutz* | weiterverwend* | إعادة استخدام | إعادة الاستخدام | повторн* использован* | 重用 | 再利用 | 复用",
  repository:
    "repositor* | depot | depots | repositorio* | forge | forges | مستودع* | مستودعات | репозитори* | хранилищ* | 代码库 | 仓库 | 存储库",
  preference:
    "prefer* | priorit* | prioris* | priorizar | vorrang* | bevorzug* | أولوية | أفضلية | تفضيل | приоритет* | предпочт* | преимуществ* | 优先 | 優先",
  egovernment:
    "digital government* | e government* | egovernment* | electronic government* | e governance | egovernance | electronic governance | gouvernement electronique | administration electronique | administration numerique | gobierno digital | gobierno electronico | governo digital | governo eletronico | governo eletronico | amministrazione digitale | digitale* verwaltung* | elektronische* verwaltung* | حكومة رقمية | الحكومة الرقمية | الحكومة الإلكترونية | حكومة إلكترونية | электронн* правительств* | цифров* правительств* | электронн* управлени* | електронно* управление | 数字政府 | 电子政务 | 電子政府",
  publicsector:
    "public administration* | public sector | public bod* | administration* publique* | secteur public | administracion* publica* | sector publico | administracao publica | setor publico | pubblica amministrazione | pubbliche amministrazioni | offentliche* verwaltung* | القطاع العام | الإدارات العمومية | الإدارة العامة | الجهات الحكومية | государственн* орган* | государственн* сектор* | 公共部门 | 公共机构 | 政府机构",
  sovereignty:
    "sovereign* | souverainete | soberania | sovranita | sobirania | souveranitat | سيادة | السيادة | суверенитет* | 主权 | 主權",
  security:
    "security | cybersecurity | securite | cybersecurite | seguridad | ciberseguridad | seguranca | sicurezza | sicherheit* | *sicherheit | أمن | الأمن | безопасност* | 安全",
  artificialintelligence:
    "artificial intelligence | intelligence artificielle | inteligencia artificial | intelligenza artificiale | kunstliche* intelligenz | الذكاء الاصطناعي | ذكاء اصطناعي | искусственн* интеллект* | 人工智能 | 人工智慧",
  education:
    "education* | enseignement* | educacion* | educacao | istruzione | bildung* | school* | ecole* | escuela* | escola* | schule* | تعليم | التعليم | مدارس | образовани* | школ* | 教育 | 学校",
  health: "health* | sante | salud | saude | sanita | gesundheit* | صحة | الصحة | الصحية | здравоохранени* | здоровь* | 卫生 | 健康",
  migration: "migrat* | migrac* | migraz* | umstieg* | umstellung* | الانتقال | التحول | переход* | миграц* | 迁移",
  cloud: "cloud* | nuage | nube | nuvem | سحابة | السحابة | السحابية | облак* | облачн* | 云 | 云计算",
  publicgoods:
    "digital public good* | biens publics numeriques | bienes publicos digitales | bens publicos digitais | digitale* gemeinguter | المنافع العامة الرقمية | السلع العامة الرقمية | цифров* общественн* благ* | 数字公共产品 | 数字公共物品",
  principles: "principle* | principes | principios | principi | grundsatz* | prinzip* | مبادئ | принцип* | 原则",
  training:
    "training | capacity building | formation* | capacitacion* | capacitacao | formacao | formazione | schulung* | ausbildung* | تدريب | التدريب | بناء القدرات | обучени* | подготовк* | 培训",
  contribution:
    "contribut* | contribuc* | contribuic* | contribuer | contribuir | beitrag* | beitragen | مساهمة | المساهمة | вклад* | 贡献",
  programmeoffice:
    "open source program* office* | ospo | ospos | competence centre* | competency centre* | centre of excellence | centro de competencia* | مركز تميز | центр компетенц* | 能力中心",
  vulnerability: "vulnerabilit* | vulnerabilid* | schwachstelle* | sicherheitslucke* | ثغرات | الثغرات | уязвимост* | 漏洞",
  supplier:
    "supplier* | vendor* | contractor* | fournisseur* | prestataire* | proveedor* | fornecedor* | fornitor* | anbieter* | auftragnehmer* | مورد | موردين | поставщик* | 供应商",
} as const;

export type Concept = keyof typeof vocabulary;

/** A concept found among words, at the words it was found at. */
export interface ConceptPlace {
  concept: Concept;
  from: number;
  to: number;
}

interface Form {
  concept: Concept;
  parts: readonly string[];
}

const byBeginning = new Map<string, Form[]>();
const byEnding: { concept: Concept; ending: string }[] = [];

for (const [concept, forms] of Object.entries(vocabulary) as [Concept, string][]) {
  const seen = new Set<string>();
  for (const form of forms.split(" | ")) {
    if (form.startsWith("*")) {
      byEnding.push({ concept, ending: foldWords(form) });
      continue;
    }
    const parts = form.split(" ").flatMap((word) =>
      foldWords(word)
        .split(" ")
        .map((folded, index, all) => (word.endsWith("*") && index === all.length - 1 ? `${folded}*` : folded)),
    );
    if (seen.has(parts.join(" "))) continue;
    seen.add(parts.join(" "));
    const key = beginningOf(parts[0] ?? "");
    byBeginning.set(key, [...(byBeginning.get(key) ?? []), { concept, parts }]);
  }
}

/** The concepts that folded words speak of, in any of the languages. */
export function findConcepts(words: readonly string[]): ConceptPlace[] {
  const places: ConceptPlace[] = [];
  words.forEach((word, from) => {
    for (const length of word.length > 1 ? [1, 2] : [1]) {
      for (const form of byBeginning.get(word.slice(0, length)) ?? []) {
        if (form.parts.every((part, index) => isForm(words[from + index], part)))
          places.push({ concept: form.concept, from, to: from + form.parts.length });
      }
    }
    for (const { concept, ending } of byEnding)
      if (word.length > ending.length + 2 && word.endsWith(ending)) places.push({ concept, from, to: from + 1 });
  });
  return places;
}

/** The lexeme that stands for a concept in a search vector. */
export function conceptLexeme(concept: Concept): string {
  return `qqconcept${concept}`;
}

/** A lexeme that every document bears: how many documents there are is read where the other counts are read. */
export const everyDocument = "qqdocument";

function beginningOf(part: string): string {
  return part.replace("*", "").slice(0, 2);
}

function isForm(word: string | undefined, part: string): boolean {
  if (word === undefined) return false;
  return part.endsWith("*") ? word.startsWith(part.slice(0, -1)) : word === part;
}

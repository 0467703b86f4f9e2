/** The controlled vocabularies of the publiccode.yml standard 0.7.0 (CC0-1.0), and ISO 3166-1. Facts, with the version that brought them. */

const words = (text: string): string[] => text.trim().split(/\s+/);

/** categories-list.rst */
export const categories: readonly string[] = words(`
  accounting agile-project-management applicant-tracking application-development appointment-scheduling backup billing-and-invoicing blog
  budgeting business-intelligence business-process-management cad call-center-management cloud-management collaboration communications
  compliance-management contact-management content-management crm customer-service-and-support data-analytics data-collection
  data-visualization design design-system digital-asset-management digital-citizenship document-management donor-management e-commerce
  e-signature educational-content email-management email-marketing employee-management enterprise-project-management
  enterprise-social-networking erp event-management facility-management feedback-and-reviews-management financial-reporting
  fleet-management fundraising gamification geographic-information-systems grant-management graphic-design help-desk hr ide
  identity-management instant-messaging integrated-library-system inventory-management it-asset-management it-development it-management
  it-security it-service-management knowledge-management learning-management-system marketing mind-mapping mobile-marketing
  mobile-payment network-management office online-booking online-community payment-gateway payroll predictive-analysis procurement
  productivity-suite project-collaboration project-management property-management real-estate-management regulations-and-directives
  remote-support resource-management sales-management seo service-desk social-media-management survey talent-management task-management
  taxes-management test-management time-management time-tracking translation video-conferencing video-editing visitor-management voip
  warehouse-management web-collaboration web-conferencing website-builder whistleblowing workflow-management other`);

/** CHANGELOG.rst: what 0.2 did not have yet */
export const newerCategories: Readonly<Record<string, string>> = {
  "educational-content": "0.3",
  whistleblowing: "0.3",
  design: "0.4",
  "design-system": "0.4",
  "integrated-library-system": "0.4",
  "regulations-and-directives": "0.4",
  other: "0.5",
};

/** scope-list.rst, the same since 0.2 */
export const scopes: readonly string[] = words(`
  agriculture culture defence education emergency-services employment energy environment finance-and-economic-development foreign-affairs
  government healthcare infrastructures justice local-authorities manufacturing research science-and-technology security society sport
  tourism transportation welfare`);

/** aliases-list.rst */
export const aliases: readonly string[] = words("gdpr eidas nis2 cra spid cie anpr pagopa io");

/** tags.md of 0.1 */
export const tags: readonly string[] = words(`
  3dgraphics accessibility accounting amusement archiving art artificial-intelligence backend calculator calendar chat
  classroom-management clock content-management compression construction contact-management database debugger dictionary documentation
  electronics email emulator engineering file-manager file-transfer finance flowchart gui-designer identity instant-messaging library
  medical monitor museum music news ocr parallel-computing photography presentation printing procurement project-management publishing
  raster-graphics remote-access revision-control robotics scanning security sports spreadsheet telephony terminal-emulator texteditor
  texttools translation vector-graphics video-conference viewer web-browser whistleblowing word-processor`);

/** ISO 3166-1 alpha-2, officially assigned */
export const countries: ReadonlySet<string> = new Set(
  words(`
  AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK
  CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS
  GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV
  LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM
  PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR
  TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW`),
);

/** ISO 639-2 codes of languages that have a code of two letters; BCP 47 knows them by that one alone (RFC 5646, 2.2.1). */
export const codesWithShorter: ReadonlySet<string> = new Set(
  words(`
  aar abk afr aka alb amh ara arg arm asm ava ave aym aze bak bam baq bel ben bih bis bod bos bre bul bur cat ces cha che chi chu chv cor
  cos cre cym cze dan deu div dut dzo ell eng epo est eus ewe fao fas fij fin fra fre fry ful geo ger gla gle glg glv gre grn guj hat hau
  heb her hin hmo hrv hun hye ibo ice ido iii iku ile ina ind ipk isl ita jav jpn kal kan kas kat kau kaz khm kik kin kir kom kon kor kua
  kur lao lat lav lim lin lit ltz lub lug mac mah mal mao mar may mkd mlg mlt mon mri msa mya nau nav nbl nde ndo nep nld nno nob nor nya
  oci oji ori orm oss pan per pli pol por pus que roh ron rum run rus sag san sin slk slo slv sme smo sna snd som sot spa sqi srd srp ssw
  sun swa swe tah tam tat tel tgk tgl tha tib tir ton tsn tso tuk tur twi uig ukr urd uzb ven vie vol wel wln wol xho yid yor zha zho zul`),
);

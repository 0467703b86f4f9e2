import { listed } from "./listed.ts";

export const openSource: readonly string[] = listed(`
open source; opensource; open sources software; =OSS; =FOSS; =FLOSS; libre software; free software; free and open software; source available software; gnu general public licen*; =GPL; =AGPL; =LGPL; =EUPL; european union public licen*; gnu gpl*; gpl v3
apache licen*; =OSI; open licence*; open license*; open licens*; openly licens*; mozilla public licen*; creative commons zero; copyleft; open code; non proprietary software; digital public good*
logiciel* libre*; code source ouvert; codes sources ouverts; sources ouvertes; licence* libre*; solution* libre*; licence* ouverte*; outil* libre*; open source
software libre; codigo abierto; fuente abierta; fuentes abiertas; software de fuente* abierta*; licencia* libre*; software publico; programa* libre*; codigo fuente abierto
software livre; codigo aberto; fonte aberta; codigo fonte aberto; licenca livre; software publico; softwares livres
quelloffen*; freie software; freier software; offener quellcode; offenem quellcode; offenen quellcode*; opensource*; open source*; offene quelle*; freie und open source
codice sorgente aperto; codice aperto; sorgente aperto; software libero; a sorgente aperta; codici sorgente aperti; software aperto; licenza aperta
openbron*; open bron software; vrije software; open bronnen software; open broncode
otwarte oprogramowanie; oprogramowanie otwarte; oprogramowani* otwart*; otwarteg* oprogramowania; otwartym kodzie; otwartego kodu; otwartym kodem; otwarty kod; otwartym kodzie zrodlowym; otwartozrodlow*; wolne oprogramowanie; wolnego oprogramowania; wolnym oprogramowaniem; otwarte zrodla; licencji otwartej; otwartych zrodel
cod sursa deschis; sursa deschisa; surse deschise; open source; software liber; cod deschis; cu sursa deschisa; software cu cod deschis
oppen kallkod; fri programvara; oppna programvaror; oppen programvara; apen kildekode; fri programvare; abent kildekode; aben kildekode; avoin* lahdekood*; otevren* zdrojov*; svobodn* software; otevreny kod; nyilt forraskod*; odprtokodn*; otvoren* kod; svabodn* program*; otvoreny zdrojovy kod
`);

/** What looks like it and is not: these swallow the term within them. */
export const notOpenSource: readonly string[] = listed(`
open source intelligence; open source information; open source data; open source research; open source investigation*; open source material; open source of; open source monitoring; open source media; open source document*
open sources of; open source search*; open source check*; open source content; open source report*; open source osint; free software update*; free software upgrade*; free software support; free software training; free software trial
licence libre de; logiciel libre service; fuentes abiertas de informacion; fontes abertas de informacao; open source collection; software publico de contratacion; portal do software publico; free software maintenance; free software and firmware; free software or firmware; free firmware and software; free software installation; free software licence upgrade*
`);

/** Before it within a clause: the notice will have none of it. */
export const refusalBefore: readonly string[] = listed(`
no; non; not; excluding; excludes; exclude; except; without; shall not be; must not be; may not be; will not accept; not accept; do not accept; other than; does not accept; not permit; prohibit*; prohibited; forbidden
pas de; aucun; aucune; exclusion des; exclusion de; exclut; sans; ni; hors; excluant; pas un; pas une; interdit*; exclus*
no se acept*; no se admit*; se excluye*; excluido*; sin; ningun; excepto; excluyendo; no se permit*; prohibe*; no podra* ser; no debe* ser
nao ser* aceit*; nao se aceit*; nao aceit*; vedad*; excluindo; exceto; nao ser* admitid*; nao ser* permitid*; sem; nenhum
kein; keine; keinen; keiner; keinem; ohne; ausgenommen; ausgeschlossen; nicht; ausschluss von
non sono ammess*; non e ammess*; esclus*; escludendo; ad esclusione; nessun; senza; ad eccezione
geen; zonder; uitgezonderd; uitgesloten; niet
bez; nie dopuszcza*; nie moze byc; wyklucza*; z wylaczeniem; zaden
fara; nu se accepta; exclus; excluzand; nu este permis; nu sunt permise
ingen; inget; inte; uden; utan; ikke; ei; zadn*; nie
`);

/** After it within a sentence. */
export const refusalAfter: readonly string[] = listed(`
is not accepted; are not accepted; not be accepted; not accepted; is not permitted; are not permitted; not be permitted; not allowed; is excluded; are excluded; be excluded; not acceptable; not be considered; is prohibited; are prohibited; is forbidden; will be rejected; not be used; may not be offered; not suitable; not desired; not eligible; not be proposed
n'est pas accepte*; ne sont pas accepte*; ne sera pas accepte*; ne seront pas accepte*; est exclu*; sont exclus; sont exclues; n'est pas autorise*; ne sont pas autorise*; sont proscrit*; est proscrit*; est interdit*; sont interdit*; ne sont pas admis*; n'est pas admis*
no ser* aceptad*; no son aceptad*; no se acepta*; no se admit*; no ser* admitid*; queda* excluid*; no ser* considerad*; esta* prohibid*; no se permit*
nao ser* aceit*; nao sao aceit*; nao ser* admitid*; fica* excluid*; sao vedad*; e vedad*; nao ser* permitid*
nicht zugelassen; nicht zulassig; ausgeschlossen; nicht erlaubt; nicht akzeptiert; nicht gestattet; nicht erwunscht; nicht zum einsatz; nicht berucksichtigt; unzulassig; sind nicht gewunscht; nicht gewunscht
non e ammess*; non sono ammess*; non saranno accettat*; e esclus*; sono esclus*; non sara accettat*; non sono accettat*; non consentit*
niet toegestaan; uitgesloten; niet geaccepteerd; worden niet geaccepteerd; niet acceptabel
nie jest dopuszczaln*; nie sa dopuszczaln*; niedopuszczaln*; jest wykluczon*; nie beda akceptowan*; nie bedzie akceptowan*; nie dopuszcza sie; wyklucz*; nie sa akceptowan*
nu este acceptat*; nu sunt acceptat*; nu vor fi acceptat*; este exclus*; sunt exclus*; nu se accepta; nu este permis*; nu sunt permise
tillats inte; accepteras inte; ikke tilladt; ikke tillatt
`);

/** Says by itself that only closed software will do. */
export const closedOnly: readonly string[] = listed(`
proprietary software only; only proprietary software; commercial off the shelf software only; exclusively proprietary software; must not be open source; shall not be open source; non open source
commercially licensed software only; closed source only; only commercial software; exclusivement proprietaire*; uniquement des logiciels proprietaires; uniquement logiciel proprietaire
exclusivamente software propietario; solo software propietario; unicamente software propietario; exclusivamente software proprietario; apenas software proprietario; somente software proprietario
ausschliesslich proprietare software; nur proprietare software; ausschlieslich proprietare software; esclusivamente software proprietario; solo software proprietario; uitsluitend proprietaire software; wylacznie oprogramowanie komercyjne; wylacznie oprogramowanie wlasnosciowe; exclusiv software proprietar
`);

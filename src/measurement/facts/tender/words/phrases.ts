import { listed } from "./listed.ts";

/** Facts that a phrase alone decides, each with its phrases. */
export const phrases = {
  openStandardsMention: listed(`
open standard*; open format*; open file format*; open document format; =ODF; open protocol*; open specification*; open api*; open interface*; interoperability standard*; open data standard*; open data format*; openapi; =OCDS; open referral; open contracting data standard; =FHIR; hl7 fhir; open geospatial consortium; open interoperability; published standard*; non proprietary format*; open data format
standard* ouvert*; norme* ouverte*; format* ouvert*; formats de donnees ouverts; protocole* ouvert*; referentiel general d'interoperabilite; =RGI; api ouverte*; interface* ouverte*
estandar* abierto*; formato* abierto*; norma* abierta*; protocolo* abierto*; interfaces abiertas; api abierta*; esquema nacional de interoperabilidad
norma* aberta*; formato* aberto*; padr* aberto*; protocolo* aberto*; padroes abertos; interfaces abertas
offene* standard*; offener standard*; offenen standard*; offene schnittstelle*; offenen schnittstelle*; offene datei*; offener schnittstelle*; offene format*; offenen format*; standardisierte offene; =XOEV
standard apert*; formato apert*; formati apert*; protocolli apert*; standard aperti; interfacce aperte; api aperte
open standaard*; open standaarden; open formaat; open formaten; open bestandsformat*; forum standaardisatie; open koppelvlak*
otwart* standard*; otwarty* format*; otwart* format*; otwarte standardy; otwartych standard*; otwarte api; otwarte interfejs*; otwartych interfejs*; krajowe ramy interoperacyjnosci; krajowych ram interoperacyjnosci
standard* deschis*; format* deschis*; protocoale deschise; standarde deschise; interfete deschise
oppna standarder; oppen standard; apne standarder; abne standarder; avoimet standardit; avoin rajapinta; avoimet rajapinnat; oppna format; otevrene standardy; otevreny format; otevrene formaty; otevrenych standardu`),

  reuseMention: listed(`
code reuse; reuse of code; reuse of software; re use of software; software reuse; reusable component*; reusable software; reusable code; re usable component*; reuse by other; re use by other; shared with other public; made available to other public; reused by other; other public bodies may use; reuse existing; available for reuse; available for re use; reuse of existing; reusability; developed for reuse
reutilisation du logiciel; reutilisation du code; reutilisation par d'autres; composant* reutilisable*; mutualisation du code; mutualisation de logiciel*; reutilisable par; mutualisable*; reutilisables; logiciel mutualise
reutilizacion del software; reutilizacion de software; reutilizacion de aplicaciones; reutilizacion del codigo; componentes reutilizables; reutilizable por; reutilizacion por otras; centro de transferencia de tecnologia
reutilizacao de software; reutilizacao do codigo; reutilizacao de codigo; componentes reutilizaveis; reutilizavel por; reutilizacao do software
wiederverwend*; nachnutz*; nachnutzung; weiterverwend* der software; wiederverwendbar*; einer fur alle; =EfA; efa leistung*; mitnutzung durch andere; nachnutzbar*
riuso del software; riuso di software; riuso; in riuso; riutilizzo del software; riutilizzo del codice; componenti riusabil*; componenti riutilizzabil*; catalogo del riuso
hergebruik van software; hergebruik van code; herbruikbare component*; herbruikbare software; herbruikbaarheid; hergebruikt door; hergebruik door
ponownego wykorzystania oprogramowania; ponowne wykorzystanie oprogramowania; ponowne wykorzystanie kodu; ponownego uzycia kodu; komponent* wielokrotnego uzytku; ponownego wykorzystania kodu
reutilizarea codului; reutilizarea software*; componente reutilizabile; reutilizabil*; reutilizare a software
ateranvandning av programvara; ateranvandning av kod; ateranvandbar*; genbrug af software; genbrug af kode; gjenbruk av kode; gjenbruk av programvare; opetovne pouziti`),

  sourceDelivery: listed(`
delivery of the source code; delivery of source code; deliver the source code; deliver source code; delivered source code; source code shall be delivered; source code must be delivered; source code will be delivered; source code to be delivered; provide the source code; provide source code; provision of source code; provision of the source code; access to the source code; access to source code; source code must be provided; source code shall be provided; source code escrow; source code deposit*; source code and documentation; handover of the source code; hand over the source code; handover of source code; supply of the source code; including source code; including the source code; with source code; transfer of source code; transfer of the source code; provided with the source code; ownership of the source code; full source code; complete source code; software escrow; escrow agreement
livraison du code source; livraison des codes sources; fourniture du code source; fourniture des codes sources; remise du code source; remise des codes sources; mise a disposition du code source; acces au code source; livraison des sources; codes sources livres; le code source est livre; le code source sera livre; y compris le code source; depot du code source; entiercement
entrega del codigo fuente; entrega de codigo fuente; entregar el codigo fuente; entrega de los codigos fuente; entregara* el codigo fuente; incluyendo codigo fuente; incluido el codigo fuente; codigos fuente y; entrega de fuentes; acceso al codigo fuente; codigo fuente completo; incluido codigo fuente; con codigo fuente; codigo fuente documentado
entrega do codigo fonte; entrega do codigo; entregar o codigo fonte; entrega dos codigos fonte; entrega de codigo fonte; disponibilizacao do codigo fonte; acesso ao codigo fonte; incluindo codigo fonte; fornecimento do codigo fonte; incluindo o codigo fonte; codigos fonte; fornecimento dos codigos fonte
lieferung des quellcode*; ubergabe des quellcode*; herausgabe des quellcode*; uberlassung des quellcode*; bereitstellung des quellcode*; quellcode ist zu; quellcodes sind zu; einschliesslich quellcode; inklusive quellcode; inkl quellcode; hinterlegung des quellcode*; quellcodehinterlegung; quellcode hinterlegung; ubergabe der quellcodes; lieferung der quellcodes; zugang zum quellcode; ubergabe von quellcode; dokumentierter quellcode; zugriff auf den quellcode
consegna del codice sorgente; consegna dei codici sorgente; fornitura del codice sorgente; rilascio del codice sorgente; accesso al codice sorgente; codice sorgente completo; codice sorgente dovra; codici sorgenti; comprensivo di codice sorgente; rilascio dei sorgenti; consegna dei sorgenti
levering van de broncode; oplevering van de broncode; overdracht van de broncode; beschikbaarstelling van de broncode; toegang tot de broncode; inclusief broncode; broncode wordt; escrow
przekazanie kodu zrodlowego; przekazanie kodow zrodlowych; przekazania kodow zrodlowych; dostarczenie kodu zrodlowego; dostarczenie kodow zrodlowych; przekaze kod* zrodlow*; dostep do kodu zrodlowego; wraz z kodem zrodlowym; wraz z kodami zrodlowymi; kody zrodlowe; kodow zrodlowych; przekazania kodu zrodlowego; wydanie kodow zrodlowych; kodami zrodlowymi
livrarea codului sursa; predarea codului sursa; furnizarea codului sursa; va preda codul sursa; va livra codul sursa; accesul la codul sursa; inclusiv codul sursa; inclusiv cod sursa; codurile sursa; codului sursa
leverans av kallkod; overlamning av kallkod; levering af kildekode; utlevering av kildekode; tillgang till kallkod; predani zdrojov*; zdrojove kody; zdrojovych kodu; lahdekoodi* luovut*; lahdekoodin`),

  rightsInCode: listed(`
intellectual property right*; intellectual property; copyright in the; copyright of the; copyright assignment; ownership of the code; ownership of code; rights in the code; rights to the code; rights in the software; assignment of rights; assignment of copyright; transfer of rights; transfer of copyright; perpetual licence; perpetual license; exploitation right*; ownership of the software; ownership of the source code; foreground ip; ownership rights; usage rights; all rights to
propriete intellectuelle; droits d'auteur; cession des droits; cession de droits; droits de propriete intellectuelle; droits d'exploitation; transfert des droits; cession exclusive; droit d'utilisation; concession de droits
propiedad intelectual; derechos de autor; cesion de derechos; cesion de los derechos; derechos de explotacion; titularidad del software; titularidad del codigo; derechos patrimoniales; propiedad del codigo; titularidad de los derechos
propriedade intelectual; direitos de autor; direitos autorais; cessao de direitos; cessao dos direitos; titularidade do software; titularidade do codigo; direitos patrimoniais; direitos de propriedade
urheberrecht*; nutzungsrecht*; verwertungsrecht*; ausschliessliche rechte; rechte am quellcode; einraumung von rechten; geistiges eigentum; geistigen eigentums; rechteubertragung; rechte an der software; rechteeinraumung
proprieta intellettuale; diritti d'autore; diritto d'autore; cessione dei diritti; diritti di sfruttamento; titolarita del software; titolarita del codice; proprieta del codice; diritti di utilizzazione; diritti patrimoniali; proprieta del software; titolarita dei diritti
intellectuele eigendom*; auteursrecht*; eigendom van de broncode; overdracht van rechten; gebruiksrecht*; intellectueel eigendom*
praw autorskich; prawa autorskie; autorskich praw majatkowych; autorskie prawa majatkowe; przeniesienie praw; wlasnosci intelektualnej; przeniesienia praw; prawami autorskimi; przeniesienie autorskich
drepturi de autor; drepturile de autor; proprietate intelectuala; proprietatea intelectuala; drepturilor de proprietate; cesiunea drepturilor; drepturilor de autor; drepturi patrimoniale; dreptul de proprietate asupra codului
immateriella rattighet*; upphovsratt*; immaterielle rettighet*; ophavsret*; opphavsrett*; aganderatten till; autorsk* prav*; dusevni* vlastnictv*; tekijanoikeu*; immateriaalioikeu*; nyttjanderatt*`),

  exitTerms: listed(`
exit strategy; exit plan*; exit management; exit arrangement*; exit assistance; exit provision*; exit and transition; exit transition; transition out; transition to a new supplier; transition to another supplier; end of contract transition; termination assistance; handover at the end; handover to a new; handover to the new supplier; contract exit; exit support; transfer to a successor; return of data; reversibility; exit from the contract; service transition and exit; exit scheme; off boarding
reversibilite; plan de reversibilite; fin de marche; transferabilite; phase de sortie; plan de sortie; reversibilite du marche; prestations de reversibilite; transfert en fin
reversibilidad; plan de salida; devolucion del servicio; fase de devolucion; transferencia del servicio; traspaso del servicio; plan de devolucion; plan de reversion; transferencia tecnologica; transferencia de conocimiento
reversibilidade; plano de saida; plano de transicao; transferencia de conhecimento; transicao contratual; fim do contrato; passagem de conhecimento; plano de reversibilidade
exit management; exit strategie; ausstiegsstrategie; exit plan; exitmanagement; ubergabe an den nachfolger; beendigungsunterstutzung; vertragsende; ubergabe an einen nachfolge*; exit konzept; exit phase; beendigungsmanagement
exit strategy; piano di uscita; passaggio di consegne; trasferimento del know how; phase out; fase di uscita; reversibilita; subentro; exit management; fine fornitura
exitplan; exit plan; exitstrategie; exit strategie; exit regeling; exitregeling; overdracht aan een opvolg*; einde contract; retransitie; re transitie; overgang naar een andere leverancier
plan wyjscia; strategia wyjscia; zakonczenie wspolpracy; przekazanie wiedzy; plan zakonczenia; exit plan; przejecia systemu; transfer wiedzy; migracja do nowego wykonawcy
plan de iesire; strategie de iesire; transferul de cunostinte; transfer de cunostinte; reversibilitate; plan de retragere
exitplan; avslutsplan; avveckling av avtalet; avslutningsplan; ophorsplan; avslutning av avtalen; exit plan; exitova strategie; ukonceni smlouvy; ophorsbistand; exit strategi; migrering ut`),

  dataPortability: listed(`
data portability; portability of data; portability of the data; data export; export of data; export of the data; export of all data; export all data; exporting data; export data; data extraction; data return; return of the data; return of all data; data migration at the end; data handback; extract data; data in an open format; machine readable format; portable format; exported in
portabilite des donnees; exportation des donnees; export des donnees; restitution des donnees; recuperation des donnees; extraction des donnees; export de donnees; portabilite de donnees
portabilidad de los datos; portabilidad de datos; exportacion de datos; exportacion de los datos; devolucion de los datos; extraccion de datos; exportar datos; devolucion de datos; exportar los datos
portabilidade dos dados; portabilidade de dados; exportacao de dados; exportacao dos dados; devolucao dos dados; extracao de dados; exportar dados
datenportabilitat; datenexport*; export der daten; datenruckgabe; ruckgabe der daten; datenubertragbarkeit; datenherausgabe; herausgabe der daten; exportmoglichkeit*; daten exportier*; datenextraktion
portabilita dei dati; esportazione dei dati; estrazione dei dati; restituzione dei dati; portabilita; export dei dati; esportazione dati
dataportabiliteit; overdraagbaarheid van gegevens; gegevensexport; export van gegevens; teruggave van gegevens; data export; export van data; teruggave van data; data exporteren; gegevens exporteren
przenoszenie danych; eksport danych; eksportu danych; zwrot danych; przenoszenia danych; przenosnosc danych; zwrotu danych; eksportowania danych
portabilitatea datelor; exportul datelor; restituirea datelor; export de date; exportul de date; extragerea datelor
dataportabilitet; export av data; dataexport; eksport af data; eksport av data; utdrag av data; aterlamning av data; returnering af data; export dat; prenositelnost dat; vraceni dat`),

  supplierDeclaration: listed(`
bidders must offer open source; tenderers must offer open source; tenderers shall state whether; explain why open source; justify why open source; justification for not using open source; reason for not using open source; state whether the software is open source; state whether the solution is open source; indicate whether the software is open source; declare the licence; declare the license; consider open source; open source alternative*; open source solutions must be considered; evaluated open source; open source option*; software bill of materials; list of open source components; open source components used; comply or explain; state the licence; list of all licences; declaration on open source
justifier le choix d'un logiciel proprietaire; indiquer si le logiciel est libre; preciser la licence; alternative* libre*; privilegier les logiciels libres; encourager l'utilisation des logiciels libres; liste des composants libres; liste des licences; les solutions libres
justificar el uso de software propietario; indicar si el software es libre; alternativa* de software libre; indicar la licencia; relacion de componentes de software libre; declaracion de licencias
justificar a utilizacao de software proprietario; indicar se o software e livre; alternativa* de software livre; declaracao de licencas; indicar a licenca
angeben ob open source; erklarung zu open source; open source komponenten sind anzugeben; angabe der open source; open source alternativ*; begrundung warum keine open source; auflistung der open source; open source erklarung; lizenzliste; liste der verwendeten open source
valutazione comparativa; analisi comparativa delle soluzioni; indicare se il software; dichiarazione delle licenze; articolo 68 del codice dell'amministrazione digitale; art 68 cad; art 68 del cad; art.68 del cad; art.68
pas toe of leg uit; opgave van open source; open tenzij; gebruikte open source componenten; licentieoverzicht
wykaz oprogramowania open source; lista licencji; wykaz licencji; oswiadczenie o licencjach; wykaz komponentow open source
lista componentelor open source; declaratie privind licentele; lista licentelor
ange om programvaran ar oppen; lista over oppen kallkod; folg eller forklar; oversigt over open source`),

  lockInMention: listed(`
vendor lock in; supplier lock in; lock in; locked in; vendor independence; vendor independent; vendor neutral; supplier independence; avoid dependency; avoid dependence; dependence on a single supplier; dependency on a single; digital sovereignty; technological sovereignty; data sovereignty; technical reasons exclusive; absence of competition for technical; only one supplier can; sole supplier; exclusive rights; protection of exclusive rights; single vendor; proprietary technology; only the original; can only be provided by
dependance a l'egard; dependance vis a vis; dependance technologique; independance vis a vis; enfermement proprietaire; verrouillage; souverainete numerique; absence de concurrence; droits exclusifs; droits d'exclusivite; seul operateur economique; raisons techniques; prestataire exclusif; seul prestataire; seul titulaire
dependencia tecnologica; dependencia del proveedor; cautividad; proveedor unico; derechos exclusivos; derechos de exclusividad; exclusividad tecnica; soberania digital; soberania tecnologica; ausencia de competencia; unico proveedor; proveedor exclusivo; por razones tecnicas
dependencia do fornecedor; fornecedor unico; direitos exclusivos; soberania digital; ausencia de concorrencia; dependencia tecnologica; inexistencia de concorrencia; exclusividade
herstellerabhangig*; herstellerunabhangig*; anbieterabhangig*; abhangigkeit von einem; digitale souveranitat; digitalen souveranitat; ausschliesslichkeitsrecht*; ausschliessliche rechte; alleinstellungsmerkmal*; nur von einem; kein wettbewerb; technischen grunden; einziger anbieter; herstellerneutral*; produktneutral*; lock in effekt*
dipendenza dal fornitore; fornitore unico; unico fornitore; diritti esclusivi; esclusiva; assenza di concorrenza; sovranita digitale; unico operatore; infungibil*; ragioni tecniche; motivi tecnici
leveranciersafhankelijk*; leveranciersonafhankelijk*; exclusieve rechten; digitale soevereiniteit; afhankelijkheid van een leverancier; uitsluitende rechten; mededinging om technische; technische redenen; enige leverancier
uzaleznieni* od; prawa wylaczne; praw wylacznych; ochrona praw wylacznych; suwerennosc cyfrowa; jedyny wykonawca; jednego wykonawce; przyczyn technicznych; brak konkurencji
dependenta de furnizor; drepturi exclusive; drepturilor exclusive; suveranitate digitala; furnizor unic; absenta concurentei; concurenta lipseste din motive tehnice; motive tehnice
leverantorsberoende; inlasning; inlasningseffekt*; leverandoruafhaengig*; leverandoravhengig*; digital suveranitet; digital suveraenitet; exklusiva rattigheter; enerettigheder; leverandoruafhaengighed; tekniset syyt; technick* duvod*; vyhradn* prav*; ochrana vyhradnich prav; zavislost na dodavatel*`),
} as const;

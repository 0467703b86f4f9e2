/**
 * The words by which grants speak of what is asked here, in English, French, Spanish, Portuguese, German, Italian, Dutch, Polish and Romanian.
 * Written without accents; "*" stands for any ending, before a word for any beginning (see finderOf).
 */
export const grantWords = {
  /** Information technology of whatever kind. */
  digital: `
    digital*; digiti*; ict; icts; information and communication* technolog*; information technolog*; e government; egovernment; e governance
    e health; ehealth; mhealth; telemedicine; telehealth; e learning; internet*; broadband; cyber*; artificial intelligence; machine learning
    data cent*; open data; computer*; information system*; website*; web portal*; mobile app; mobile apps; mobile application*; online service*
    *software; software*; electronic health record*; electronic medical record*
    numerique*; technologies de l information; technologie de l information; informatique*; systeme* d information; haut debit
    intelligence artificielle; administration electronique; gouvernement electronique; logiciel*; progiciel*; telemedecine
    tecnologia* de la informacion; tecnologia* de informacion; informatica; informatico; informaticas; informaticos; sistema* de informacion
    gobierno electronico; gobierno digital; banda ancha; inteligencia artificial; ciber*; telemedicina; fibra optica
    tecnologia* da informacao; tecnologia* de informacao; sistema* de informacao; governo eletronico; banda larga; aplicativo*
    informationstechni*; informationstechnolog*; it system*; kunstliche* intelligenz; breitband*; edv; informatik*; rechenzentr*
    tecnologi* dell informazione; sistem* informativ*; informatich*; intelligenza artificiale; fibra ottica
    informatietechnolog*; informatiesyste*; breedband*; kunstmatige intelligentie
    cyfrow*; informatyczn*; teleinformatyczn*; informatyzac*; technologi* informacyjn*; oprogramowan*; sztuczn* inteligencj*
    tehnologi* informatiei; informatizare*; sistem* informati*; inteligenta artificiala; securitate cibernetica`,
  /** Programs that are made, bought or kept up. "Information system" alone is not: it is as often people and paper. */
  software: `
    *software; software*; mobile app; mobile apps; mobile application*; web application*; web app; web apps; source code; digital platform*; online platform*
    web platform*; web based platform*; it system*; information management system*; management information system*; data platform*; web portal*
    online portal*; chatbot*; enterprise resource planning; electronic health record*; electronic medical record*; health information exchange*
    logiciel*; progiciel*; application* mobile*; application* web; application* informatique*; plateforme* numerique*; plateforme* en ligne
    code* source*; portail* web; systeme* informatique*; systeme* de gestion de l information
    aplicacion movil; aplicaciones moviles; aplicacion web; aplicaciones web; aplicacion* informatica*; plataforma* digital*; plataforma* virtual*
    plataforma* web; plataforma* en linea; plataforma* tecnologica*; sistema* informatico*; portal web; codigo* fuente*; programa* informatico*
    aplicativo*; aplicacoes moveis; aplicacao movel; plataforma* digitais; sistema* informatizado*; programa* de computador; codigo* fonte*
    mobile anwendung*; webanwendung*; quellcode*; digitale* plattform*; online plattform*; onlineplattform*; it anwendung*; fachverfahren
    applicazion* mobil*; applicazion* web; piattaform* digital*; piattaform* online; codice sorgente; sistem* informatic*
    programmatuur; mobiele app*; digitale platform*; broncode*; webapplicatie*
    oprogramowan*; aplikacj* mobiln*; aplikacj* internetow*; platform* cyfrow*; system* informatyczn*; kod* zrodlow*
    aplicatie mobila; aplicatii mobile; aplicati* informatic*; platform* digital*; cod* sursa`,
  openSource: `
    open source; opensource*; open sourced; open sourcing; free software; libre software; foss; floss; free libre
    logiciel* libre*; source ouverte; code* source* ouvert*; code ouvert; logiciel* ouvert*
    software libre; codigo* abierto*; codigo* fuente* abierto*; fuente abierta; software de fuentes abiertas
    software* livre*; codigo* aberto*; codigo* fonte* aberto*
    quelloffen*; freie* software*; offene* quellcode*
    software liber*; codice aperto; codice sorgente aperto; sorgente aperto
    open bron; openbron*; vrije software
    otwart* oprogramowan*; woln* oprogramowan*; otwart* kod*; otwart* zrodl*; otwartozrodlow*
    sursa deschisa; cod sursa deschis`,
  /** Intelligence from sources that are open to all, and the like: a mention of open source inside one of these is none. */
  notOpenSource: `
    open source intelligence; open source information; open source data; open source material*; open source investigation*; open source research
    open source media; open source report*; open source monitoring; open source imagery; open source document*; open source surveillance
    open source of; inteligencia de fuente abierta; source ouverte d information*; fuente abierta de informacion`,
  publicGood: `
    digital public good*; digital global good*; digital global public good*
    bien* public* numerique*; bien* numerique* public*
    bien* publico* digital*; bens publicos digitais; bem publico digital
    digitale* offentliche* gut*; digitale* gemeingut*
    ben* pubblic* digital*; digitale publieke goed*; cyfrow* dobr* publiczn*; bun* public* digital*`,
  /** Words that say by themselves that something is to be free for all to use. */
  openLicence: `
    open licen*; openly licen*; open source licen*; open access licen*; open data licen*; creative commons; gnu general public licen*; apache licen*
    mit licen*; released as open source; published as open source; available as open source; placed in the public domain; released into the public domain
    licence* libre*; licence* ouverte*; licence* open source
    licencia* abierta*; licencia* libre*; licencia* de codigo abierto
    licenca* aberta*; licenca* livre*; licenca* de codigo aberto
    offene* lizenz*; freie* lizenz*; open source lizenz*
    licenz* apert*; licenz* liber*; licenz* open source
    open licentie*; vrije licentie*; opensourcelicentie*
    otwart* licencj*; woln* licencj*; licent* deschis*; licent* liber*`,
  /** Words that say so of open source when they stand in one clause with it. */
  release: `
    licen*; released; release; publish*; made available; make available; making available; must be; shall be
    publie; publies; publiee; publiees; publier; diffuse*; mis a disposition; mise* a disposition; doit etre; doivent etre
    licencia*; publicad*; publicar*; puesto* a disposicion; puesta* a disposicion; debe ser; deben ser; sera liberad*; seran liberad*
    licenca*; disponibilizad*; disponibilizar; deve ser; devem ser
    lizenz*; veroffentlich*; bereitgestell*; zur verfugung gestell*; freigegeben
    licenz*; pubblicat*; pubblicar*; rilasciat*; reso disponibile; resi disponibili; rese disponibili; deve essere; devono essere
    licenti*; gepubliceerd; vrijgegeven; beschikbaar gesteld
    licencj*; opublikowan*; udostepnion*; licent*; publicat*; puse la dispozitie; pus la dispozitie`,
} as const;

export type WordGroup = keyof typeof grantWords;

/** Codes that say "information and communication technology" by themselves: vocabulary 1, OECD DAC CRS purpose codes (codelist Sector). */
export const digitalSectors: readonly string[] = ["22040"];

import { listed } from "./listed.ts";

/** A product's name may follow these: "logiciel Planisware", "oprogramowania WindEx". */
export const beforeName: readonly string[] = listed(`
sole source basis to; sole source basis with; sole source to; sole source with; sole source purchase order to; negotiate with; developed by; manufactured by; compatible with; migration from
editeur; l'editeur; de la societe; applicatif; marque; de marque; fabricante; marca; de la marca; ditta; della ditta; produttore
fabrikat; fabrikats; hersteller; herstellers; vom hersteller; der firma; firma; software der; prozessleitsystem*; leitsystem*; verfahren; produkt; produkts
fabrikant; leverancier; het systeem; systeem; het pakket; firmy; producenta; producent; systemu; systemow; systemy; platformy; aplikacji; pakietu; modulu; modulow
systemet; losningen; leverandoren; leverantoren; fra leverandoren; plattformen; platformen; produktet; aplikace; firmei; producatorului; sistemului; platformei; software ului
software; licence of; licences of; licence for; licences for; licences; license of; licenses for; licenses
logiciel; logiciels; progiciel; progiciels; licences; licence; outil informatique; solution logicielle; produits; editeur; application metier
software; licencias; licencia; programa; aplicacion; licencas; licenca; aplicativo; licenze; licenza; applicativo; gestionale; programma
lizenzen; lizenz; fachverfahren; fachanwendung; softwarelosung; softwarepaket; produkte; softwareprodukte
licenties; licentie; softwarepakket; applicatie; pakket
oprogramowania; oprogramowanie; oprogramowaniu; licencji; licencje; licencja; licente; licenta; licentelor; programul; aplicatiei; softwarul; softwarului; licenci; licence; produktu; produktov; produktow
programvaren; programvaran; lisenser; licenser; systemlicenser; verksamhetssystemet; fagsystemet; programmet; it systemet
softveru; softver; softwaru; fachverfahrens; die software; der software
`);

/** A product's name may stand right before these: "SmartLog Software", "HAFAS-Lizenzen". */
export const afterName: readonly string[] = listed(`
software; saas; licence*; license*; licencing; licensing; subscription*; platform; application; erp; crm; cloud; suite; database; system; systems; upgrade; support and maintenance; lizenzen; lizenz; losung; verfahren; system; licenties; licenser; lisenser; softwarelosung; softwareprodukte; module; modules; umgebung; server
szoftver*; jarjestelma*; ohjelmisto*; sovellus*; case management system; management system; finance system; financial system; payroll system; hr system; housing system; booking system; erp system; crm system; planning system; records management system; information system; management information system; document management system; asset management system; library management system; telephony system; access control system; student record system; patient administration system
`);

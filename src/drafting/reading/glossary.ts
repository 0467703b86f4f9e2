import type { ConceptLanguage } from "./concepts.ts";

/** The languages of the glossary, in the order of its columns. */
export const glossaryLanguages: readonly ConceptLanguage[] = ["en", "fr", "de", "it", "es"];

/**
 * Words that mean much the same in English, French, German, Italian and Spanish, one meaning a line, its languages parted by `|`, written from the definitions of the provision
 * types and the commonest words of their paraphrases. `word*` is a beginning, `*word*` stands anywhere in a word; all are folded. A word
 * may stand in several lines.
 */
export const glossary = `
publish publishes published publishing publication* | publier publie publies publiee* publient publiant publication* publiez | *veroffentlich* publiz* publikation* publik | pubblicar* pubblicaz* pubblicat* pubblichi* pubblicano | publicar* publicad* publicacion* publiq* publicand*
release* releasing | diffus* liberer libere | freigabe* freigeb* freizugeb* freigegeb* | rilasci* divulg* | liber* difund* difus*
disclose* disclosure* | divulg* | offenleg* offenzuleg* offengeleg* | divulg* diffus* | divulg* revel*
open opened opening opens openly openness | ouvert* ouvrir ouvre* ouvrent ouvrab* | offen offene offenen offener offenes offenem offnen offnung quelloffen* | apert* aprire apre | abiert* abrir abre apertura
source | source sources | quell* | sorgent* | fuente*
code codes codebase* | code codes | code codes *code *quelltext* | codice codici | codigo codigos codebase*
software program programs | logiciel* | *software* programm programme | software programm* | software programa*
free libre | libre libres | frei freie freien freier freies | liber* | libre libres
licence* license* licensing licensed relicens* | licence* | *lizenz* | licenz* | licencia*
licensor licensee* licensors | donneur preneur licencie | lizenzgeber* lizenznehmer* | licenziant* licenziatari* | licenciante* licenciatari*
default defaults | defaut | standardmassig* grundsatzlich* vorgabe | predefinit* default | defecto
develop* | develop* | *entwick* | svilupp* | desarroll*
custom bespoke tailored | mesure specifique* | individual* massgeschneidert* eigens *eigenentwick* | misura specific* | medida
new newly future | nouveau* nouvel* | neu neue neuen neuer neues kunftig* | nuov* | nuev* futur*
existing legacy already retroactiv* | existant* deja anterieur* patrimoine | bestehend* vorhanden* bereits existierend* legacy alt* | esistent* gia pregress* | existente* ya previamente
write written writing | ecrit* rediger redig* | schrift* schreib* verfass* | scritt* scriv* redig* | escrit* redact*
procure* procurement purchas* buy buys buying bought acquisition* acquir* buyer* | achat* achet* acquisition* acquer* acquerir acheteur* | *beschaff* kauf* einkauf* erwerb* anschaff* neuanschaff* | acquist* acquisi* approvvigion* | compra* adquisi* adquir* contratac*
tender* bid bids bidder* lots solicitation* rfp | marche marches offres soumission* candidat* consultation appel | *ausschreib* *vergabe* angebot* submission zuschlag* | gara gare bando bandi offert* appalt* | licitac* licitad* pliego* oferta* concurso*
award* awarded | attribu* adjudic* | zuschlag* | aggiudic* | adjudic*
contract* agreement* | contrat* convention* accord | *vertrag* *vertrage* vereinbarung* | contratt* accord* convenzion* | contrato* convenio* acuerdo*
clause* | clause* ccag cctp | klausel* bestimmung* | clausol* | clausula*
template* model models standardised boilerplate | modele* type types gabarit* | vorlage* muster* | modell* schem* tipo | modelo* plantilla* tipo
supplier* vendor* contractor* provider* | fournisseur* prestataire* titulaire* editeur* | *lieferant* anbieter* auftragnehm* hersteller* dienstleister* | fornitor* appaltator* incaricat* produttor* aggiudicatari* | proveedor* contratist* suministr* fabricant*
company companies firms industry enterprise* business* market sme smes | entreprise* industrie* filiere* pme marche | unternehmen* industrie* wirtschaft kmu firmen* | imprese impresa aziend* industri* pmi mercato | empresa* industri* pyme* mercado
local domestic national nationally | national* local* regional* | lokal* national* einheimisch* regional* | local* nazional* territori* | local* nacional* regional*
cost costs costing tco | cout couts tco | *kosten* tco | costi costo tco | costo costos coste costes tco
price pay paid payment* fee fees charge charges levy royalt* | prix payer paie paiement* redevance* frais contribution taxe* | preis* zahl* bezahl* gebuhr* abgabe* entgelt* | prezz* pagar* pagament* canon* tariff* contributo royalt* | precio* pago pagar* tasa* canon* contraprest*
gratis free charge | gratuit* gracieux onereux | kostenlos* unentgeltlich* kostenfrei* | gratuit* | gratuit* contraprest*
budget* fund funds funding funded money financ* appropriat* earmark* spend* | budget* finance* financ* credit* credits fonds depens* | *budget* *finanz* mittel gelder haushalt* ausgaben | budget* finanzi* fondi stanzi* risorse spes* | presupuest* financ* fondo fondos credito* recursos gasto*
grant grants subsid* donat* sponsor* bounty bounties | subvention* don dons mecenat bourse* parrain* | *forder* subvention* spend* zuwendung* sponsor* | sovvenzion* contribut* donazion* sponsor* | subvenc* ayuda* donac* patrocin* beca*
maintain* maintenance maintainer* upkeep | maint* entretien | *wartung* pflege* *wart* unterhalt* maintain* | manuten* mantener* mantien* maintain* | mantenim* mantener* mantien* mantendr* mantenedor*
support* helpdesk | support assistance soutien* soutenir appui* | *support* unterstutz* *betreuung* | support* assisten* sostegn* | soporte* apoyo* apoyar* asist*
jointly pool* pooled shared joint together consorti* | mutualis* conjoint* commun communs ensemble groupement* | gemeinsam* gebundel* bundel* zusammen konsorti* | congiunt* condivis* consorzi* insieme comun* | conjunt* mancomun* compartid* consorci* comun
share shares sharing | partag* | teil* austausch* weitergabe* weitergeb* | condivi* | compart*
agency agencies department* ministr* body bodies | ministere* organisme* administration* service services entite* etablissement* | behorde* amt amter verwaltungseinheit* departement* ministeri* stelle stellen | amministrazion* ente enti ministeri* pa organism* | administraci* entidad* ministeri* organism* organo* dependencia*
government* federal state cabinet crown | gouvernement* etat interministeriel* federal* | bund bundes* regierung* staat* bundesrat* | govern* stato statal* | gobierno* estado estatal* ejecutivo
municipal* city cities town council regional territorial | commun* collectivite* ville villes metropole territorial* | stadt* gemeinde* kommun* kanton* land lander | comun* regional* regione regioni territorial* | municip* ayuntam* autonom* local locales ciudad
other another others | autre autres autrui | ander* weitere | altr* | otra otras otro otros
reuse* reusing reusab* | reutilis* reemploi* | *wiederverwend* nachnutz* *weiterverwend* weiternutz* | riuso riutiliz* riusabil* riusat* | reutiliz* reaprovech*
before prior beforehand first | avant prealable* abord premier | bevor vor vorher vorab zuerst vorgangig | prima previ* preventiv* preliminar* | antes previ* previo primero
search* check checks look find catalog | recherch* consult* cherch* | such* recherch* prufen pruft | ricerc* cerca* consult* | busc* busqued* consult*
catalogue* catalog* directory directories portal* marketplace | catalogue* annuaire* portail* sill socle | katalog* *verzeichnis* portal* | catalog* portale elenco | catalogo* directorio* portal portales
inventory inventories census stocktak* | inventaire* recens* | *inventar* *bestandsaufnahm* bestand | inventari* censiment* ricognizion* | inventari* relacion censo
register* registry record records log | registre* enregistr* consign* | register* regist* verzeichn* protokoll* | registr* | registr*
list lists listed listing | liste listes recens* lister | liste listen aufgelist* auflist* | elenc* list* | list* relacion*
metadata schema yml json readable | metadonnee* schema* | metadaten* schema maschinenlesbar* | metadat* schema | metadato* esquema legible*
federat* interconnect* harvest* link linked | federe* federation interconn* moissonn* | verknupf* foderier* verbund* vernetz* | federa* interconn* collegat* | federad* interconex* conect* enlaz*
repository repositories repo repos forge* github gitlab bitbucket | depot* forge* github gitlab plateforme* | repositor* repo repos github gitlab *plattform* | repository repositor* github gitlab piattaform* | repositor* forja* github gitlab plataforma*
host hosts hosted hosting account accounts | heberg* compte comptes | host* gehostet konto konten account* | hosting ospit* account | aloj* hosped* cuenta cuentas
documentation document documents readme manual* instruction* | documentation* document* readme manuel* notice* | *dokument* readme anleitung* handbuch* | document* readme manual* istruzion* | document* readme manual* instruccion*
file files folder root header headers | fichier* dossier racine entete* | datei* ordner | file cartella radice intestaz* | fichero* archivo* carpeta* raiz cabecera*
minimum least include includes including contain* | minimum moins compren* compris contien* comporte* | mindestens mindest* enthalt* beinhalt* | minim* almeno includ* contien* conten* compren* | minim* menos inclu* conten* contien*
deliver* handover hand | livr* remet* remis* remise restitution | *liefer* ubergab* ubergeb* abliefer* aushandig* | consegn* fornir* | entreg* facilit*
rights right ownership owner owns copyright* ip | droit droits propriete titularite auteur auteurs | *recht *rechte *rechten eigentum* urheber* inhaber* | diritt* titolar* proprieta copyright | derech* titular* propiedad autor
assign* transfer* cede retain* obtain* acquire acquires secure secured | cede* cession* transfer* obten* acquer* conserv* | ubertrag* abtret* einraum* abgetret* sichern erwerb* verbleib* | cede* cession* trasfer* acquisi* ottien* otten* | cede* cesion* ceder transfer* transmi* obten* adquir* conserv*
intellectual patent* trademark* | intellectuel* brevet* marque* | geistig* immaterial* patent* marken* | intellettual* brevett* industrial* marchi* | intelectual* patent* industrial* marca*
third party parties | tiers tierce* | dritt* dritter dritten drittanbiet* | terz* | tercer*
verify verif* check checked ensure ensures ensured confirm* clear cleared clearance audit* | verifi* assur* control* veill* | *pruf* sicherstell* sicherzustell* kontroll* vergewisser* verifiz* klar* | verific* assicur* controll* accert* garant* | verific* asegur* comprob* control* garant*
compatib* incompatib* | compatib* incompatib* | *kompatib* vereinbar* | compatib* incompatib* | compatib* incompatib*
comply complies compliance compliant conform* adhere* respect* | respect* conform* | einhalt* einzuhalten konform* entsprech* beacht* | conform* rispett* osserv* adegu* | cumpl* conform* respet* ajust*
infring* violat* breach* liability liable warrant* indemn* | contrefac* violation* responsab* garantie* indemn* manquement* | verletz* haft* gewahrleist* schadenersatz* haftungs* garantie* | violaz* responsab* garanzi* danni | infracc* vulner* responsab* garanti* indemn* dano*
disclaim* exclud* exclusion exempt* waive* | exclu* exoner* decline* exempt* dispens* | ausschl* ausgeschloss* befrei* ausnehm* ausgenommen* | esclu* esoner* esent* | exclu* exoner* exim* exent*
except exception* unless derogat* save otherwise | sauf exception* derog* toutefois | ausser ausnahm* sofern soweit denn abweich* | salvo eccezion* eccett* derog* tranne | salvo excep* excepto menos
security secure defence defense | securite surete defense | *sicherheit* verteidig* landesverteid* | sicurezz* difesa | segurid* defensa
national interest public order intelligence police military | nationale ordre renseignement* police militaire* | national* offentlich* polizei* militar* nachrichtendienst* | nazional* ordine pubblica polizi* militar* consultaz* elettoral* | nacional orden policia* militar* inteligencia
secret* confidential* classified sensitive password* credential* key keys token* | secret* confidential* sensib* passe cle cles identifiants | geheim* vertraulich* schutzenswert* sensib* passwor* zugangsdat* schlussel* credential* secrets | segret* riservat* sensibil* password credenzial* chiav* | secret* confidencial* reservad* sensib* contrasena* credencial* clave claves
personal data privacy | personnel* prive* | personen* datenschutz* privat* | personal* privat* riservatez* | personal* privacid* proteccion
vulnerab* flaw* bug bugs disclosure incident* | vulnerab* faille* incident* bug bugs | *schwachstell* sicherheitslucke* *lucke *lucken vorfall* bug bugs | vulnerab* falle incident* bug | vulnerab* fallo* incident* bug bugs
report reports reported notify channel contact | signal* rapport* declar* contact* | meld* gemeldet* bericht* kontakt* | segnal* rapport* notific* contatt* | report* informe* notific* comunic* contacto
scan* test tests testing review reviewed | test tests revue relire relecture analys* | test* scan* review* uberpruf* | test* scansion* revision* analis* | prueba* escane* revis* analis*
remove removed delete* clean | supprim* retir* nettoy* expurg* | entfern* losch* bereinig* | rimuov* rimoss* elimin* | elimin* borrar suprim* retir*
dependenc* component* library libraries sbom bom composition | dependance* composant* bibliotheque* sbom | abhangigkeit* komponent* bibliothek* sbom stuckliste* | dipendenz* component* libreri* sbom | dependencia* component* biblioteca* sbom
chain supply | chaine approvisionnement | lieferkett* | catena fornitura | cadena suministro
critical* criticality widely | critique* criticite vital* | kritisch* kritikalitat | critic* | critic*
standard standards specification* protocol* | norme* standard* specification* protocole* | *standard* spezifikation* norm normen protokoll* | standard specific* protocoll* norme | estandar* especific* protocol* norma normas
format formats odf pdf | format formats odf pdf | *format* odf pdf | format* odf pdf | formato* odf pdf
interoperab* interface* api apis | interoperab* interface* api apis | interoperab* schnittstell* api apis | interoperab* interfacc* api | interoperab* interfaz interfaces api apis
framework* architecture reference eif | referentiel* cadre* architecture* | rahmen* architektur* framework* referenz* | quadro modello framework linee architettur* | esquema* marco* arquitectura* referencia
document archive archiving electronic | numerique* electronique* archiv* | elektronisch* digital* archiv* | informatic* elettronic* digital* archiv* | electronic* digital* archiv*
citizen* people user users public | citoyen* usager* personnes public | burger* nutzer* personen offentlichkeit bevolkerung | cittadin* utent* pubblico | ciudadan* usuari* persona personas publico
entitled claim | droit exiger | anspruch berechtig* | diritto facolta | derecho derechos tienen
export* portab* extract* migrat* | export* portab* reversib* migr* | export* portab* portier* migrat* migrier* umsteig* umstell* ablos* | esport* portab* migra* estraz* | export* portab* migra* extrac*
leave exit switch* lockin lock dependence | sortie verrou* enferm* depend* captiv* | ausstieg* wechsel* abhangig* lock | uscita lockin vincol* dipend* | salida cautiv* dependenc*
plan plans planning roadmap transition | plan plans feuille planification transition | *plan plane *planung* fahrplan* ubergang* | piano piani transizion* pianific* | plan planes planific* transic* adecuac*
target* goal* objective* aim aims percent* quota share | cible* objectif* but pourcentage taux | ziel* *prozent* quote anteil* | obiettiv* finalita percentual* quota | objetivo* meta metas porcentaj* finalidad
desktop* workstation* office operating | poste postes bureautique* | *arbeitsplatz* desktop* buro* | postazion* desktop uffici* | escritorio* ofimatic* puesto puestos equipos
proprietary closed commercial cots | proprietaire* privatif* commercia* ferme | proprietar* kommerzi* geschlossen* lizenzpflichtig* | proprietari* commercial* chius* | privativ* propietari* comercial* cerrad*
justif* reason* explain* rationale motivat* | justif* motiv* expliqu* raison* | *begrund* rechtfert* erlauter* grund grunde | motiv* giustif* spieg* ragion* | justif* motiv* razon* explic* fundament* sustent*
alternative* available suitable lack | alternative* disponib* defaut absence | alternativ* verfugbar* geeignet* | alternativ* disponib* impossib* | alternativ* disponib* imposib* inexist*
approv* authori* permission clearance consent | approb* approuv* autoris* accord valid* visa avis | *genehmig* bewillig* zustimm* erlaub* freigabe* | approv* autorizz* nulla parere consens* | autoriz* aprob* informe favorable dictamen conform*
compar* evaluat* assess* analys* analyz* weigh* | compar* evalu* analys* apprec* | *vergleich* bewert* evalu* beurteil* analys* abwag* | compar* valut* analis* | compar* evalu* analis* valor*
technical economic efficiency technically economically | technique* economique* efficac* | technisch* wirtschaftlich* wirtschaftlichkeit* | tecnic* economic* economicit* efficienz* | tecnic* economic* eficien*
consider* take account taking explor* | consider* envisag* compte examin* | *berucksicht* erwag* betracht* einbezieh* | consider* esamin* tener conto | consider* tener cuenta tendran
prefer* favour* favor* priorit* precedence bias* | prefer* privileg* priorit* prioris* encourag* favoris* | bevorzug* vorrang* priori* vorzug* vorzieh* | prefer* privileg* priorit* favor* | prefer* priori* favor* primar* apost* apuest*
equivalent* comparable equal equally parity | equivalent* egal* egalite comparable* | gleichwertig* vergleichbar* gleich gleiche gleichen | equivalent* parita pari comparabil* | equivalent* igual* comparabl* paridad
neutral* neutrality discriminat* level playing | neutral* discrimin* | neutral* diskriminier* ungeachtet unabhangig | neutral* discrimin* | neutral* discrimin*
only exclusive* solely | seul* exclusiv* uniquement | nur ausschliess* | solo esclusiv* unicament* soltanto | solo exclusiv* unicament*
requir* mandatory compulsory oblig* must shall | doit doivent obligat* oblig* exig* tenu* | muss mussen pflicht* verpflicht* zwingend* verbindlich* | dev* obblig* tenut* | deber* debe deben obligat* oblig*
recommend* advis* suggest* should | recommand* conseil* devrait devraient prefer* | empfehl* empfohlen* sollte* soll sollen | raccomand* consigli* sugger* dovrebb* | recomend* aconsej* suger* deberia*
may can permit* allow* | peut peuvent permet* autoris* possib* | kann konnen darf durfen erlaub* moglich* | puo possono consent* permess* facolt* | puede* podra* permit* facult*
prohibit* forbid* forbidden not never cannot | interdi* prohib* jamais | verbot* untersag* niemals verbiet* | vietat* diviet* mai | prohib* nunca
declare declares state propose offer | declar* propos* indiqu* | erklar* angeb* vorschlag* | dichiar* propon* propost* offr* | declar* propon* propues* ofrec*
brand* name names specify functional* | marque* nommer fonctionnel* | marke* produktname* funktional* nennen | marc* funzional* | marca* funcional*
recommended vetted framework reference selected | recommande* agree* referenc* socle | empfohlene* rahmenvertrag* gepruft* | raccomandat* quadro qualificat* | recomendad* homologad* acuerdo
defin* means meaning definition* understood | defini* entend* signifie* designe* | bezeichn* definition* definier* versteh* verstanden bedeut* | defin* intend* significa* | defin* entend* entiend* significa*
freedom* study modify redistribut* copy use inspect | liberte* etudier modifi* redistrib* copier utiliser | freiheit* untersuch* modifiz* verander* weiterverbreit* weitergeb* vervielfalt* andern | liberta studiar* modific* ridistrib* copiar* distribu* | libertad* estudi* modific* redistrib* copia* distribu*
osi fsf dfsg initiative foundation | osi fsf initiative foundation fondation | osi fsf initiative foundation | osi fsf initiative foundation | osi fsf initiative foundation iniciativa fundacion
approved accepted list allowed permitted | approuvee* liste decret homologu* autorisee* | anerkannt* zugelassen* zulassig* genehmigt* | approvat* ammess* certificat* | aprobad* admit* permitid* certificad*
eupl gpl agpl lgpl mit apache bsd mpl cecill cc0 isc | eupl gpl agpl lgpl mit apache bsd mpl cecill cc0 etalab isc | eupl gpl agpl lgpl apache bsd mpl cc0 isc | eupl gpl agpl lgpl mit apache bsd mpl cc0 isc | eupl gpl agpl lgpl mit apache bsd mpl cc0 isc
creative commons domain | creative commons domaine | creative commons gemeinfrei* domain | creative commons dominio | creative commons dominio
copyleft reciproc* viral | copyleft reciproc* contamin* diffusiv* | copyleft* reziprok* | copyleft reciproc* viral* | copyleft reciproc* viral*
permissive* | permissi* | permissiv* freizugig* | permissiv* | permisiv*
derivative* derived same terms modification* modified works adapt* | derive* meme memes modifi* adapt* oeuvre oeuvres | abgeleitet* abgewandelt* derselben gleichen bearbeit* anderung* veranderung* anpass* | derivat* stess* modific* adatt* opera opere | derivad* mism* modific* adapt* obra obras
spdx identifier notice mark | spdx identifiant* mention mentions entete* | spdx kennung* hinweis* | spdx identificat* avviso espression* | spdx identificador* aviso
choose choice chosen select* | choi* choisi* selection* | wahl wahlen auswahl* *wahl gewahlt* | scelt* scegli* selezion* | eleg* elecc* eleccion seleccion* escog*
contribut* contributor* | contribu* | beitrag* beitrage* kontrib* contrib* beteilig* | contribu* | contribu* aport* colabor*
upstream back original outside external | amont origine externe* reverser redistribu* tierce* | upstream ursprung* extern* zuruckgeb* | monte original* estern* upstream | original* origen extern* upstream
community communities ecosystem* | communaute* collectivite* ecosysteme* | community communities gemeinschaft* okosystem* | comunita community ecosistem* | comunidad* ecosistema*
engage* participat* respond* interact* welcom* feedback issue issues pull | particip* echang* repond* anim* accueil* retours interact* | mitwirk* austausch* antwort* ruckmeld* einbind* vernetz* issues pull | partecip* rispond* interag* coinvolg* issue feedback pull segnalaz* | particip* respond* interac* involucr* retroaliment* incidencias
employee* staff personnel servant* developer* | agent agents employe* fonctionnaire* developpeur* personnel | mitarbeit* beschaftigt* angestellt* entwickler* personal | dipendent* personale sviluppator* funzionari* | emplead* personal funcionari* desarrollador* servidor* trabajador*
working time hours duty spare | temps travail heures horaire* | arbeitszeit* freizeit | orario lavoro tempo | horario jornada tiempo
career* recogn* reward* job jobs attract* recruit* incentive* | carriere* reconna* valoris* recrut* metier* attract* | karriere* anerkenn* attraktiv* fachkraft* rekrut* laufbahn* | carrier* riconosc* valorizz* premi* | carrera* reconoc* incentiv* premi* atraer
train* skill* competence* capacity workshop* course* | form* formation* competence* atelier* | schulung* ausbild* weiterbild* kompetenz* knowhow fahigkeit* | formazion* competenz* addestr* corsi | formac* capacit* competenc* curso* entrenam*
school* universit* education* curricul* teach* student* | ecole* universit* enseign* scolaire* education* etudiant* | schul* hochschul* universit* bildung* unterricht* lehr* | scuol* universit* didattic* istruzion* student* | escuela* universi* educa* docent* estudiant* ensena*
hackathon* challenge* contest* incubator* accelerat* programme* startup* mentor* | hackathon* concours defi* incubat* accelerat* programme* startup* | hackathon* wettbewerb* programm* inkubat* startup* sabbatical* | hackathon* concors* sfid* incubator* startup | hackathon* concurso* desafio* reto retos incubador* acelerador* programa*
guidance guide* guidelines help helps advice advise* assist* best practices | guide* accompagn* aide* conseil* assist* orientation* bonnes pratiques | leitfaden* hilfsmittel* beratung* berat* hilfe* hilft anleitung* | guid* assisten* aiut* consulenz* indicazion* linee | guia* orient* asesor* asist* ayuda* lineamiento*
change management pilot* adoption rollout | changement accompagnement pilote* adoption deploi* | change veranderungs* pilot* einfuhr* | cambiament* pilot* adozion* | cambio* gestion piloto* adopc* implant*
office ospo unit centre team lead | mission bureau pole centre cellule dinum ospo | stelle zentrum kompetenz* fachstelle ospo team | ufficio centro struttura agid ospo | oficina centro unidad secretaria ospo rector
establish* creat* appoint* designat* named responsible responsibility | cree* creer institu* design* nomm* responsab* charge* | einricht* errichte* schaff* ernenn* bezeichn* bestimm* zustandig* verantwort* | istitu* nomin* design* individu* responsab* competent* | crea* establec* design* nombr* responsab* encargad*
officer cio head director person | responsable directeur administrateur* dirigeant referent | beauftragt* leiter* verantwortlich* | responsabil* dirigent* direttore | responsable* director* jefe titular oficial
coordinat* council committee board steering group working | coordin* conseil comite* commission groupe* pilotage | koordin* ausschuss* gremium* rat kommission arbeitsgrupp* steuer* | coordin* comitat* commission* tavolo consigl* | coordin* comite* comision* consejo* grupo*
policy policies strategy own internal each | politique* strategie* propre* interne* chaque decline* | *strateg* *richtlinie* weisung* eigene intern* jede* policy | politic* strategi* propri* intern* ciascun* | politica* estrategi* propi* intern* cada
adopt* adopts draw up issue issues set sets | adopt* elabor* arret* fix* etabl* | erlass* verabschied* erstell* erarbeit* festleg* legt regel* | adott* emana* predispon* stabil* defin* redig* | adopt* aprob* elabor* dict* establec* emit* fij*
regulation* decree* implementing rule rules order | decret* arrete* reglement* application modalite* | verordnung* ausfuhr* vollzug* bestimmung* | regolament* decret* attuaz* attuativ* modalita | reglament* decreto* desarrollo resoluc* directiva* norma
deadline* within days months years date later | delai* jours mois ans compter tard echeance | frist* tage tagen monat* jahr jahre jahren innert spatestens | entro giorni mesi anni termine data | plazo* dias meses anos fecha
annual* yearly every year progress | annuel* annee* chaque bilan | jahrlich* jahres* jahr | annual* anno relazion* | anual* ano memoria*
metric* indicator* measure* measured monitor* statistic* | indicateur* mesure* suivi statistique* | kennzahl* indikator* mess* monitor* statistik* | indicator* misur* monitor* metric* | indicador* medic* medir seguimiento monitor* estadistic*
expire* sunset revis* review reviewed renewed lapse | revis* reexam* caduc* expir* actualis* | uberpruf* befrist* ausser* aktualisier* revid* | revision* aggiorn* scaden* riesam* | revis* actualiz* caduc* vigencia expir*
audit* inspect* oversight supervis* control | audit* inspect* controle* surveill* | audit* kontroll* aufsicht* revision* | audit* ispezion* vigil* controll* | audit* inspec* vigil* supervis* fiscaliz*
sanction* penalt* fine disciplin* liable | sanction* peine* penalite* amende* disciplin* | sanktion* straf* busse* disziplin* | sanzion* penal* disciplin* | sancion* pena* multa* disciplin* infracc*
international* border countries europe* foreign | international* transfrontal* pays europe* etrang* | international* grenzuberschreit* lander europa* europaisch* ausland* | internazional* transfrontal* paesi europe* ester* | internacional* transfronter* paises europe* extranj*
cooperat* collaborat* exchange* partner* alliance* | cooper* collabor* echange* parten* | zusammenarbeit* kooper* partner* austausch* | cooper* collabor* partenari* scambi* | cooper* colabor* alianza* intercambi* asociac*
civil society academia research* ngo* association* | societe associat* recherche* universitaire* | zivilgesellschaft* forschung* wissenschaft* verein* verband* | societa ricerca associazion* accademi* | sociedad academ* investig* asociacion*
consult* comment* draft public | consult* concert* commentaire* projet | konsult* anhor* vernehmlass* stellungnahm* entwurf* | consult* osservazion* bozza | consult* comentari* proyecto* audienc*
sovereign* autonom* independen* strategic control | souverain* autonom* independan* maitrise* strategi* | *souveran* autonom* unabhangig* strategisch* | sovran* autonom* indipend* strategic* | soberan* autonom* independ* estrategic*
operate* operat* run runs running cloud infrastructure datacentre server* | exploit* cloud infrastructure* heberg* serveur* | betrieb* betreib* cloud infrastruktur* rechenzentr* server* | gestion* cloud infrastruttur* eserc* server | oper* nube infraestruct* explot* servidor*
algorithm* automated decision* | algorithm* traitement* automatis* decision* | algorithm* automatisiert* entscheid* | algoritm* automatizz* decision* | algoritm* automatiz* decision*
ai artificial model models training dataset* | ia artificielle modele* entrainement | ki kunstlich* modell* trainings* | ia artificial* modell* addestr* | ia artificial* modelo* entrenam*
data | donnees | daten *daten | dati | datos
information access request* archives communicab* foi | communicab* communiqu* document* administratif* acces cada demande* crpa archives | offentlichkeitsgesetz* bgo offentlichkeitsprinzip* auskunft* zugang* | accesso civico atti trasparenz* | acceso transparenc* informacion solicitud*
modular* module* component loosely couple* interchang* replac* | modul* substitu* decoupl* interchang* remplac* | modular* modul* austauschbar* ersetz* entkoppel* | modular* modul* sostitu* intercambi* | modular* modul* sustitu* intercambi* multiplataforma
version* history commit* tracker continuous early beginning start | version* historique* commit* debut | version* historie* commit* laufend* anfang* beginn* | version* cronologi* commit* inizio | version* historial* commit* inicio comienzo
public visible transparent* view | publiquement public visible* transparent* | offentlich* sichtbar* transparent* transparenz* | pubblicament* pubblico visibil* trasparent* | publicament* publico visible* transparent*
status maturity archived deprecat* obsolet* life lifecycle | statut* maturite archiv* obsolet* fin vie cycle | status reife* archivier* veraltet* lebenszykl* eingestellt* ausser | stato matur* archivi* obsolet* deprecat* ciclo vita | estado madurez archivad* obsolet* ciclo vida
update* upgrade* patch* fix fixes correct* | mise jour actualis* correct* patch* | aktualis* update* patch* behoben fehlerbehebung* korrektur* | aggiorn* corrett* correzion* patch | actualiz* correc* parche* correg*
dco cla certificate signed signoff origin | dco cla certificat attest* originalite signature | dco cla herkunft* zertifikat* unterzeich* | dco cla certificat* origine firma* | dco cla certificad* origen firma*
sunk already invested investment cost | investi* deja amorti* | investition* bereits getatigt | investiment* gia sostenut* | inversion* invert* realizada
fraud* sensitive enforcement abuse pending | fraude* abus triche* | betrug* missbrauch* | frod* abus* elus* | fraude* abus* evasion
mission disrupt* stability integrity systems | mission* stabilite integrite bon fonctionnement | stabilitat* integritat* | stabilita integrita continuita | estabilidad integridad continuidad
transition* compatibility accessib* | accessib* | barrierefrei* zuganglich* | accessib* | accesib*
innovat* efficien* quality transparency | innov* qualite efficacit* | innov* qualitat* effizienz* | innov* qualita efficienz* | innov* calidad eficienc*
system systems application* tool tools solution* | systeme* application* outil* solution* | system* anwendung* applikation* werkzeug* losung* | sistem* applicaz* applicativ* strument* soluzion* | sistema* aplicac* herramient* solucion*
technology technologies ict it digital | technolog* informatiq* tic numerique* | technolog* informatik* ikt it digital* | tecnolog* informatic* ict digital* | tecnolog* informatic* tic digital*
service services | service services prestation* | dienst* leistung* service* | serviz* prestazion* | servicio* prestac*
project* | projet* | *projekt* vorhaben | progett* | proyecto*
team teams | equipe* | team* | team gruppo squadr* | equipo*
commercial sell resale profit | commercia* vendre vente lucratif* | kommerziell* verkauf* vertrieb | commercial* vend* lucro | comercial* vend* venta lucro
risk risks | risque* | risik* | risch* | riesgo*
need needs requirement* | besoin* exigence* | bedarf* anforderung* bedurfnis* | esigenz* requisit* fabbisogn* | necesid* requisit* requerim*
made available provide* provided providing disposal | disposition disponible fournir fourni* | verfugung bereitstell* bereitgestell* zuganglich* | disponib* disposizion* fornisc* fornire mett* messa | disposicion disponib* proporcion* pong* puesta
central centrally | central* | zentral* | central* | central* centraliz*
principle* | principe* | grundsatz* prinzip* | princip* | principio*
purpose object scope apply applies | objet but champ application perimetre | zweck gegenstand geltungsbereich gilt gelten | oggetto finalita ambito applica* | objeto finalidad ambito aplica*
force enter* commencement repeal* | vigueur entree abrog* | kraft inkraft* aufheb* | vigore entrata abrog* | vigor entrada derog*
foreword preface introduction summary | introduction resume preambule | einleitung einfuhrung zusammenfassung | introduzion* premess* sommar* | introduccion resumen preambulo
example* | exemple* | beispiel* | esempi* | ejemplo*
faq question* why what how | question* pourquoi comment quel quelle quels | frage* warum was wie | domand* perche cosa come | pregunta* como cual
`;

import { equipmentNames } from "./equipment-names.ts";
import { softwareNames } from "./software-names.ts";

/**
 * Names of information technology that a notice may ask for. How a term is written says when it counts:
 *   autocad        anywhere, in any case
 *   ^Oracle        with a capital, or all in capitals
 *   =SAP           exactly so
 *   ?^Sage         only where a word of information technology stands near it
 *   ~ms teams      not where bidders meet or hand in offers
 *   !^Excel        not where it is the form of a document or a skill of staff
 * Everyday words count only with what makes them a name ("windows server", "microsoft word").
 */
export interface Brand {
  name: string;
  kind: "product" | "vendor";
  terms: readonly string[];
}

const named = (kind: Brand["kind"], list: string): Brand[] =>
  list
    .trim()
    .split("\n")
    .map((line) => {
      const [name = "", ...terms] = line.split(/[:,]/).map((part) => part.trim());
      return { name, kind, terms: terms.length > 0 ? terms : [name] };
    });

const alone = (kind: Brand["kind"], list: readonly string[]): Brand[] =>
  list.map((term) => ({ name: term.replace(/^[!?=^~]*/, ""), kind, terms: [term] }));

/** One line a name: "name: terms", or the name alone where it is its own only term. */
export const brands: readonly Brand[] = [
  ...named(
    "product",
    `
    Microsoft 365: microsoft 365, office 365, o365, =M365, ms 365, microsoft365, office365
    Microsoft Office: !microsoft office, !ms office, msoffice, office 2010, office 2013, office 2016, office 2019, office 2021, office professional plus, office pro plus, office standard 20*, ms project, microsoft project, ?=Visio, microsoft access, ms access, !microsoft word, !ms word, !microsoft excel, !ms excel, !^Excel, !microsoft powerpoint, !ms powerpoint, !=PowerPoint, !=Powerpoint, !microsoft outlook, !ms outlook, !=Outlook, !microsoft publisher
    Microsoft Windows: microsoft windows, ms windows, windows 7, win 7, win 10, win 11, win10, win11, win 10 pro, windows 8, windows 10, windows 11, windows xp, windows vista, windows nt, windows server*, windows 2008, windows 2012, windows 2016, windows 2019, windows 2022, =Windows Enterprise, windows os, windows operating system*, windows professional, windows desktop*, windows phone, system windows, systemem windows, systemu windows, systeme windows, betriebssystem windows, sistema operativo windows, ?^Windows
    Windows Server CAL: server cal, server cals
    Microsoft Teams: ~microsoft teams, ~ms teams, ~?=Teams
    Microsoft Exchange: microsoft exchange, ms exchange, exchange online, exchange server*, exchange 2010, exchange 2013, exchange 2016, exchange 2019
    Microsoft SharePoint: sharepoint, share point
    Microsoft SQL Server: sql server, mssql, ms sql, microsoft sql
    Microsoft Dynamics: dynamics 365, microsoft dynamics, ms dynamics, dynamics crm, dynamics nav, dynamics ax, ?=Navision, =D365
    Microsoft Azure: ^Azure
    Microsoft Fabric: microsoft fabric, ms fabric
    Microsoft Intune: =Intune
    Active Directory: active directory, =Entra, =ADFS
    Power BI: power bi, powerbi
    Power Platform: power platform, power apps, powerapps, power automate
    Visual Studio: visual studio
    .NET: =ASP.NET, .net framework, dot net, =.NET
    Internet Explorer: internet explorer, microsoft edge
    System Center: system center, =SCCM
    OneDrive
    Skype: skype
    Hyper-V: hyper v
    Citrix: ^Citrix, xenapp, xendesktop, netscaler
    VMware vSphere: vsphere, vcenter, esxi, vmware horizon, vmware vsan, =vSAN
    AutoCAD: autocad, auto cad
    Autodesk Revit: ^Revit
    Civil 3D: civil 3d
    ArcGIS: arcgis, arc gis, arcview, arcmap
    MapInfo: mapinfo, map info
    FME: safe fme, fme server, fme desktop, ?=FME
    QGIS: qgis
    MicroStation: microstation
    Bentley: =Bentley Systems, projectwise
    SolidWorks: solidworks, solid works
    CATIA: =CATIA, ^Catia
    ANSYS: ansys
    Abaqus: abaqus
    MATLAB: matlab
    Mathematica: =Mathematica
    LabVIEW: labview
    Stata: ?=Stata
    SPSS: spss
    Minitab: minitab
    NVivo: nvivo
    EndNote: endnote
    Photoshop: photoshop
    Acrobat: !adobe acrobat, acrobat pro, acrobat dc
    Creative Cloud: creative cloud, creative suite
    InDesign: indesign
    Adobe Experience Manager: experience manager, =AEM
    SAP S/4HANA: s 4hana, s4hana, s 4 hana, s4 hana, =HANA
    SAP ERP: sap erp, sap r 3, sap ecc, sap ecc6, =ABAP, sap successfactors, sap fiori, sap businessobjects, sap business objects, sap business one, netweaver
    BusinessObjects: businessobjects, business objects
    SuccessFactors: successfactors
    Oracle Database: oracle database*, oracle db, oracle rac, datenbank oracle, base de datos oracle, baza de date oracle, baz* danych oracle
    Oracle E-Business Suite: e business suite, ebusiness suite, oracle ebs
    Oracle Fusion: oracle fusion, oracle cloud
    PeopleSoft: peoplesoft
    JD Edwards: jd edwards, ?=JDE
    Siebel: siebel
    WebLogic: weblogic
    Java: oracle java, java se
    MySQL: mysql
    PostgreSQL: postgresql, postgres
    MongoDB: mongodb
    Hadoop: hadoop
    Drupal: drupal
    WordPress: wordpress, word press
    Joomla: joomla
    TYPO3: typo3
    Liferay: liferay
    Magento: magento
    Sitecore: sitecore
    Umbraco: umbraco
    Moodle: moodle
    Blackboard: blackboard learn, ?=Blackboard
    Canvas LMS: canvas lms
    Alfresco: alfresco
    OpenText: opentext, open text, documentum, content server
    Red Hat Enterprise Linux: red hat enterprise linux, rhel
    OpenShift: openshift
    SUSE Linux: suse linux, =SLES
    Ubuntu: ubuntu
    Debian: debian
    Linux: linux
    Kubernetes: kubernetes
    Docker: ^Docker
    Nextcloud: nextcloud
    LibreOffice: libreoffice, libre office, openoffice, open office
    Apache: apache tomcat, apache http*, apache web*, apache syncope, apache hadoop
    Odoo: odoo
    GLPI: glpi
    Zabbix: zabbix
    Nagios: nagios
    Jira: ^Jira, confluence
    GitHub: github enterprise, github licen*, github copilot
    GitLab: gitlab enterprise, gitlab licen*, gitlab ultimate, gitlab premium
    Tableau: tableau software, tableau server, tableau desktop, tableau licen*, tableau creator, tableau online, tableau cloud, ?=Tableau
    Qlik: qlik, qlikview, qliksense
    Cognos: cognos
    Lotus Notes: lotus notes, lotus domino, ibm domino, ibm notes
    Db2: =DB2, =Db2
    WebSphere: websphere
    QRadar: qradar
    Maximo: ibm maximo, =Maximo
    InterSystems: intersystems
    Salesforce: salesforce, sales force com
    ServiceNow: servicenow, service now
    Workday: ?=Workday
    Zoom: zoom meetings, zoom licen*, zoom video, zoom rooms, zoom phone, zoom pro, zoom workplace
    Webex: webex
    GoToMeeting: gotomeeting
    Slack: slack enterprise, slack licen*, slack subscription*
    DocuSign: docusign
    Dropbox: dropbox
    Google Workspace: google workspace, g suite, gsuite, google apps
    Google Maps: google maps
    Google Chrome: google chrome, chrome os, chromeos
    Google Analytics: google analytics
    Google Cloud: google cloud, ?=GCP
    Android: android
    iOS: =iOS, ?=IOS
    iPad: ipad*, =iPad
    iPhone: iphone*
    macOS: macos, mac os, =OSX
    MacBook: macbook*, imac*
    Chromebook: chromebook*
    Surface Pro: surface pro, microsoft surface, surface laptop, surface hub
    ThinkPad: thinkpad*
    EliteBook: elitebook*, probook*, prodesk
    OptiPlex: optiplex
    PowerEdge: poweredge
    ProLiant: proliant
    Catalyst: cisco catalyst, cisco nexus
    FortiGate: fortigate, fortianalyzer, fortimanager, fortinac, fortimail
    NetBackup: netbackup, backup exec
    Commvault: commvault
    ePolicy: epolicy
    NetScaler: netscaler
    Splunk: splunk
    Elasticsearch: elasticsearch, elastic search
    CyberArk: cyberark
    Nessus: nessus
    Darktrace: darktrace
    Mimecast: mimecast
    SolarWinds: solarwinds
    Primavera: ?^Primavera
    Aconex: aconex
    Asite: =Asite
    Agresso: agresso, unit4 business world, unit4 erp, business world specialist, ?=Business World
    iTrent: itrent
    Civica: ^Civica
    Capita SIMS: capita one, capita sims, ?=SIMS
    Northgate: ?=Northgate
    Liquidlogic: liquidlogic, liquid logic
    Mosaic: ?=Mosaic
    SystmOne: systmone, tpp systmone
    EMIS: emis web, ?=EMIS
    RiO: =RiO
    Lorenzo: lorenzo epr, lorenzo pas, lorenzo system
    Millennium: cerner millennium
    Symphony: ?=Symphony
    PACS: sectra pacs
    Peakon: peakon
    Objective: objective keyplan, =Keyplan
    Alemba: alemba
    Hornbill: hornbill
    Ivanti: ivanti
    Matrix42: matrix42
    BMC Remedy: bmc remedy, bmc helix, ?=Remedy
    Quest: quest kace
    KeyPass: keepass
    Bloomberg Terminal: bloomberg terminal*
    Refinitiv: refinitiv
    LexisNexis: lexisnexis, lexis nexis
    Scopus: ?=Scopus
    Web of Science: web of science
    Westlaw: westlaw
    Ex Libris Alma: ex libris, ?=Primo
    Symphony LMS: sirsidynix
    Koha: =Koha
    DSpace: dspace
    Axiell: axiell
    Tribal SITS: tribal sits, ?=SITS
    Banner: ellucian banner
    Panopto: panopto
    Turnitin: turnitin
    Gurobi: gurobi
    COMSOL: comsol
    Bluebeam: bluebeam
    SketchUp: sketchup
    CorelDRAW: coreldraw, corel draw
    Archicad: archicad
    Allplan: allplan
    Tekla: =Tekla
    Nemetschek: nemetschek
    Navisworks: navisworks
    VectorWorks: vectorworks
    Rhino 3D: rhino 3d
    3ds Max: 3ds max
    WinZip: !winzip, !winrar
    ABBYY FineReader: abbyy, finereader
    Delphi: ?=Delphi
    PowerBuilder: powerbuilder
    Crystal Reports: crystal reports
    Informatica: informatica powercenter
    Talend: talend
    MicroStrategy: microstrategy
    OutSystems: outsystems
    Mendix: =Mendix
    Pega: ?=Pega, pegasystems
    UiPath: uipath
    Blue Prism: blue prism
    Automation Anywhere: automation anywhere
    SIMATIC: simatic, =PCS7, pcs 7
    OnGuard: =OnGuard
    Planisware
    Lexis+: lexis +, lexis plus, lexis library
    BlackLine: =BlackLine
    Uniform: idox uniform, =Idox, =IDOX
    Smartsheet
    Miro: ?=Miro
    Asana: ?=Asana
    monday.com: monday.com
    Figma: figma
    Sitefinity: sitefinity
    Kentico: kentico
    Contensis: contensis
    GovDelivery: govdelivery
    Granicus: granicus
    Everbridge: everbridge
    Genesys: =Genesys
    Five9: =Five9
    Twilio: twilio
    Kronos: ?=Kronos
    Allocate: =HealthRoster, allocate software
    Oracle Primavera: oracle primavera
    HCL Domino: hcl domino, hcl notes
    Exadata: exadata
    PowerSchool: powerschool
    D2L Brightspace: brightspace, =D2L
    Anaplan: anaplan
    Coupa: =Coupa
    Tranman: tranman
    ORMIS: =ORMIS
    Appian: =Appian
    Zendesk: zendesk
    Freshdesk: freshdesk, freshservice
    HubSpot: hubspot
    Mailchimp: mailchimp
    SurveyMonkey: surveymonkey
    Qualtrics: qualtrics
    NetSuite: netsuite
    Sage 200: sage 50, sage 100, sage 200, sage 300, sage x3, sage intacct, sage line 50
    Xero: =Xero
    Dynatrace: dynatrace
    Nutanix: nutanix
    Veeam: veeam
    Archibus: archibus
    Planon: =Planon
    TeamViewer: teamviewer
    NetIQ: netiq
    eDirectory: edirectory
    GroupWise: groupwise
    Micro Focus: micro focus, microfocus
    Omnidocs: omnidocs
    FileMaker: filemaker
    Infor: =Infor
    Comarch: comarch
    Asseco: asseco
    GeoMedia: geomedia
    Intergraph: intergraph
    Progress OpenEdge: openedge
    Informix: informix
    Sybase: sybase
    Teradata: teradata
    Snowflake: ?=Snowflake
    Databricks: databricks
    Cloudera: cloudera
    FirstSpirit: firstspirit
    d.3: =d.3
    enaio: enaio
    VIS-Suite: vis suite
    Fabasoft: fabasoft
    OK.FIS: ok.fis
    prosoz: prosoz
    AKDB: =AKDB
    ORBIS: ?=ORBIS
    KISTERS: kisters
    HAFAS: hafas, hacon
    WindEx: =WindEx
    Desigo: desigo
    WinCC: wincc
    medico: medico kis
    Nuance Dragon: dragon naturally*, dragon medical
    Cyberduck: cyberduck
    Antidote: ?=Antidote
    Ciril: =Ciril
    Berger-Levrault: berger levrault
    Zimbra: zimbra
    `,
  ),
  ...named(
    "vendor",
    `
    Microsoft
    Oracle: ^Oracle
    SAP Ariba: ~sap ariba, ~sap srm
    SAP: ?=SAP, sap ag, sap se, sap licen*, sap lizenz*, sap software, sap szoftver*, sap system*, sap modul*
    IBM: =IBM
    Adobe: ?!^Adobe
    Autodesk
    Esri: =ESRI, =Esri
    VMware
    Red Hat: red hat, redhat
    SUSE: =SUSE, =SuSE
    Apple: ?=Apple, ?=APPLE, apple mac*, apple ipad*, apple iphone*
    Amazon Web Services: amazon web services, =AWS, amazon aws
    Cisco
    Juniper: juniper networks, ?=Juniper
    Fortinet
    Palo Alto Networks: palo alto networks, palo alto firewall*, palo alto pa, palo alto next generation, palo alto panorama
    Check Point: check point, checkpoint firewall*
    Sophos
    Trend Micro: trend micro, trendmicro
    McAfee
    Symantec
    Kaspersky
    ESET: =ESET
    Bitdefender
    F-Secure: f secure
    WithSecure
    CrowdStrike
    SentinelOne
    Norton: norton antivirus
    Veritas: ?=Veritas
    NetApp
    Dell: =DELL, =Dell, dell emc
    HP: ?=HP, =HPE, hewlett packard*, hp laserjet, hp inc
    Lenovo
    Fujitsu
    Toshiba: toshiba
    Acer: =Acer, =ACER
    Asus: =ASUS, =Asus
    Samsung
    Huawei
    Xerox
    Ricoh
    Kyocera
    Konica Minolta: konica
    Lexmark
    Epson
    Canon: ?=Canon, ?=CANON
    Brother: ?=Brother printer*
    Intel: =Intel, ?=INTEL
    AMD: =AMD
    Nvidia
    Aruba: =Aruba, =ARUBA
    Extreme Networks
    Brocade
    Avaya
    Mitel
    Polycom
    Logitech
    Barracuda: barracuda networks, ?=Barracuda
    Hitachi: hitachi vantara
    Infoblox
    Bechtle: =Bechtle
    SAS: ?=SAS, sas institute
    MathWorks
    Wolfram: wolfram research
    Unit4: unit4, unit 4 agresso
    Sage: ?^Sage
    Civica plc: civica uk
    Atlassian
    Gartner: ^Gartner
    Sectra: ^Sectra, ^Sectras
    Lenel: ^Lenel
    BMC: =BMC
    Capita: =Capita, capita academy, capita one
    NEC: =NEC Software
    Tietoevry: =TietoEVRY, =Tietoevry, =Procapita, =Lifecare
    Visma: visma enterprise, visma business, visma net, visma lon
    Unisys
    Thales: ?=Thales
    Gemalto
    Entrust: ?=Entrust
    Verint: =Verint
    NICE: =NICE Systems
    Sopra HR: sopra hr, ?=Pleiades
    CEGID: cegid
    Talentsoft: talentsoft
    Docaposte: docaposte
    TPP: ?=TPP
    Alcatel: alcatel
    Ericsson: ericsson
    Nokia: nokia networks
    Sharp: sharp mfd*
    Panasonic
    Crestron
    Extron
    Promethean
    Steelcase: steelcase roam
    NetSupport: netsupport
    Smoothwall: smoothwall
    Komm.ONE: =Komm.ONE
    Dataport: dataport akte
    GeoSolutions: =GeoServer
    Ordnance Survey: ordnance survey mapping
    Bentley Systems: bentley systems
    Trimble
    Garmin: ?=Garmin
    Zebra: zebra printer*
    Honeywell: ?=Honeywell
    Siemens: siemens plm, siemens nx, siemens teamcenter, ?=Siemens
    Dassault Systèmes: dassault systemes
    Cerner
    Agfa: agfa healthcare
    Philips: ?=Philips
    Dedalus: =Dedalus
    Epic: epic systems
    CompuGroup: compugroup
    Novell
    Nuance: ?=Nuance
    Kofax
    Corel
    JetBrains
    Cloudflare
    Akamai
    Okta: =Okta
    Tenable
    Rapid7
    Proofpoint
    Zscaler
    RSA SecurID: securid
    Quantum Scalar: quantum scalar
    Synology
    QNAP
    Eaton: ?=Eaton
    APC: ?=APC
    Telerik
    Ubiquiti
    Raritan
    Meraki
    Zyxel: zyxel
    TP-Link: tp link
    D-Link: d link
    Allen-Bradley: allen bradley
    Schneider Electric: schneider electric
    Motorola
    `,
  ),
  ...alone("product", softwareNames),
  ...alone("product", equipmentNames),
];

/** Products of the first list that are machines, or run on any. */
const machines =
  /^(?:iPad|iPhone|MacBook|Chromebook|Surface Pro|ThinkPad|EliteBook|OptiPlex|PowerEdge|ProLiant|Catalyst|FortiGate|Exadata|SIMATIC|Android|iOS|Windows Server CAL)$/;

/** Names of software that say in a title that software may be bought, in so far as they are no everyday words. */
export const titleNames: readonly string[] = brands
  .filter(
    ({ name, kind }) => (kind === "product" && !machines.test(name)) || /^(?:Microsoft|Oracle|Autodesk|Esri|VMware|Citrix)$/.test(name),
  )
  .flatMap(({ terms }) => terms.filter((term) => !/^[=^]*[?!~]/.test(term) && !equipmentNames.includes(term)));

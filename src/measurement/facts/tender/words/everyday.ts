/**
 * Everyday English words of tenders, without the endings that titled.ts takes off: what notices write small within their
 * sentences, two of them at least, and the words of trades from general knowledge. A word of a title that is none of these is a name.
 */
export const everyday: ReadonlySet<string> = new Set(
  `
abandon abatement abide ability able about above abovementioned abreast abroad absence absent absolute abstinence abuse abutments academia
academic academy acc accelerate acceleration accents accept acceptability acceptable acceptance access accessibility accessible
accessories accident accidentally accommodate accommodation accomodate accompanied accompany accomplish accomplishments accordance
according account accountability accountable accountant accreditation accredited accrue accumulation accuracy accurate accused aceite
acessibilidade acesso achievable achieve acid acknowledge acompanhar acordo acoustic acquire acquisi acquisition acres across acrylic act
action activate activated activation active activity actors actual actuarial actuators acuity acute adamprocure adapt adaptable adaptar
adaptation adaptive add addendum addendums addiction addition address addressee adequacy adequate aderente adhere adherence adicional
adicionales adjacent adjectival adjoining adjudication adjust admin administer administradores administrating administration
administrative administrator admissible admission admit admitted adolescent adopt adoption adult advance advantage advantageous adverse
advert advertise advice advise advisers advisor advisory advocacy advocate advocating aeration aerial aerobic aesthetically affairs affect
affiliate affiliation affirmative afford affordability affordable aforementioned after aftermarket afternoons afterward again against
agcsu age aged agency agenda agent aggregate aggregation aggressive aggrieved agile agilidade aging ago agree agreeable agricultural
agriculture agus ahead aid aim air airborne aircraft airfare airfield airflow airport aka ako alarm alcance alcohol alert algorithms alia
aliases align alinhada all alleged alleges alley alliance allied allocate allocation allot allotted allow allowable allowance
almacenamiento almost alone along alongside alpha already also alte alter alteration alternate alternative alternators although altogether
aluminum alumni always ambientes ambiguities ambition ambitious ambulance amend amenities american ammunition among amongst amount amp
amparo amplification amplified analogous analyse analyser analyses analysis analyst analytical analytics analyze analyzer analyzers
anchors ancillary and andre andrea andrew andrn andy anew ani animal animated animation anja anna anne annex anniversary announce annual
annul annum anonymized anonymous anos another anskaffelser answer ante anti anticipate antifreeze antiscalant antivirus anxiety any anyone
anything anyw aos apart apenas aplicadas aplicar apontadas apos apostrophe app apparatus apparel apparent appeal appear appearance
appended appendices appendix apple appliance applicability applicable applicant application applied appoint apportioned appraisal
appreciate appreciation apprehended approach appropriate appropriateness appropriation appropriations approval approve approx approximate
appurtenances appurtenant april apron aquatic aquelas arbitrage arbitration archaeological archaeologist archetype architect architectural
architecture archival archive arduous are area aren arena arid arise arisen arkitekter arm armor around arquitetura arrange array arrival
arrive arrow arsenic art arthritis article articulated articulating articulation artifacts artificial artillery artistic artwork asbestos
ascertain aside ask aspect aspectos asphalt asphaltic aspiration aspirationrn assault assaultive assay assembled assembly assertive assess
assessment assessors asset assign assinatura assist assistance associate association assorted assume assumption assumptions assurance
assure astrophysical atender athletic ativos ato atomic atomically atrn attach attain attempts attend attendance attendees attention
attestation attesting attitude attorney attract attraction attractive attributable attribute attributes auction audience audio audiobooks
audit auditor augmented august authentic authenticated authentication authenticity author authorisation authorised authoritative authority
authorization authorize autism autistic auto autoclave automate automatic automatically automation automatizada automobile automotive
autonomous autorizada autosampler autumn auxiliary availability available avenue average aviation avoid avoidance awa awaiting award
awardee awards aware awareness away baby back backcountry backend backfill backflow background backhaul backlog backstop backup backwash
bad badge bag baggage bags bakery balance ball ballads ballfields ballistic balloon ballot bananas bandwidth bank bankers bankruptcy
banner banners banquet bar barcode bare barn barricades barricading barrier base baseball baseline bash basic basin basis basketball
baskets batch bathrooms battery batting bay beach beacon beads beam bear became because become bed bedded bedding bee beef been beets
before began begin beginning behalf behavior behaviour behind beim being belief believe belong belonging belongs below belts bem bench
benchmark beneficial beneficiaries beneficiary benefit bereavement bermuda beside bespoke best beta better between beverage beyond bicycle
bid bidder bidding big bij bike bilateral bill billiard billing billion bin bind bio biobehavioral biodiversity bioinformatics biological
biologists biology biomass biomedical biometric bird birth black blank blankets bleachers blending blindness block blockages blockquote
blog blood blower blue blueprints board boat bodily body bogota boiler bolts bomb bond book booking booklet booster boot boots border
boring born borough borrowing borrows both bottled bottling bottom boulevard bound boundary bounty bowel box boxrn brackets brain brake
branch brand brass breach bread breadth break breakdown breakers breath breathing bred brian brick bridge brief briefings briken bring
british broad broadband broadcast broadening brochure broken broker brokerage brooms brought browsegsam browser bucket budget budgetary
bug build buildingsrn built bul bulk bullet bullying bundles burbuqeymeri burden burn burners bus business busy but button buy bypass byrn
byte cab caballero cabbage cabinet cable cactus cada cadastral cadre cafeteria cage caja cakes calculate calculation calendar caliber
calibrate calibrated calibration call calle calming came camera campaign campus can cancel cancellation cancelled cancer candidate canine
canned cannot canopy canteen cap capability capable capacidade capacity capazes capital capitalize captioning capture car caratgena carbon
carcass card cardio cardiology care carefully carers carga cargo carpark carpentry carpet carriage carried carrier carry cart carta carton
cartridge carts carving case cash cashflow cashier cashiering caso cassette cast casual catalog catalogs catalogue catalyst catalyzed
catastrophic catch categorical categorization categorized category cater catering caterpillar causa cause cautioned caveats cease ceased
ceiling cell cellular cent center central centralized centre centric centrifugal centrifuge century ceramic ceremony certain certificados
certificate certification certified certify certs cessation cesta cfi cga chafea chain chairs challenge chambers chance change channel
chaotic chapter character characteristics characterization characterize charge chargebacks charitable charity chart chassis chat check
checkers checklist checkout cheese chemical chemistry cherry chest chicken child childcare childhood children chilled chiller chip
chlorine choice choose chose chosen chris christian chromatograph chromatography chronic chun cinema circa circuit circular circulated
circulating circulation circumstance circumstances citation citations cite cited citing citizen city citywide civil cladding claim claims
clamps clarification clarified clarify clarity class classification classified classroom clause clean cleaning cleanliness cleansing
cleanup clear clearance clerk click client clima climate climbing clinic clinical clinicians clock clone clos close closets closure
clothing cloud cluster coach coal coalition coastal coat cod code codebase coffee cognitive cognizant coherence coherent cohort coil cold
collaborate collaboration collaborative collaborators collagen collar collateral collation colleagues collect collection collective
collector college colleges collision collisions collude collusion colonies color colours column com combination combine come comfort
comfortable command commas commence commensurate commercial commercialization commerical commission commit committed committee committing
commodity common communal communicate communication community como comorbid comp compact companion company comparable comparative compare
comparison compartment compatibility compatible compelling compensated compensation compete competence competency competent competition
competitive competitiveness competitors compile complainant complaint complement complementary complete completeness completion completo
complex complexity compliance compliant complicated complications compliment comply component composed composite composition composta
composting compound comprehend comprehension comprehensive comprehensiveness compressed compression compressor comprise comprometer
compromise compulsory computation computational computer computing con concentration concept conceptual concern concession concessionaire
concierge concise conclude conclusion concrete concurrence concurrent concurso condenser condition conduct conductivity conduit conference
confidence confident confidential confidentiality configurable configuration configure confined confirm confirmation conflict conform
conformance conforme conformity confusion congestion conhecimento conjectures conjunction connect connection connectivity connectors
conocimiento consecutively consent consequence consequent consequently conservation consider considera considerable consideration consist
consistency consistent console consolidated consolidation consortia consortium conspicuous constant constante constitute constraints
construct construction constructive construed consular consult consulta consultancy consultant consultation consumable consume consumer
consumption contact contain container containerization contaminated contamination contar contemplate content contest context contextual
contiguous continental contingency contingent continual continuance continuation continue continuidade continuity continuous contra
contract contractor contractual contradict contrary contratista contrato contravene contribute contribution contributors control controle
controlled controller controlling convenience convenient conventional conventions conversation conversion convert convey conveyance
conveyor convicted conviction convincing cooking cooled cooler cooling cooperate cooperation cooperative coordinate coordination
coordinator coping copolymer copper copy copyleft copyright copywriting cor core corner corp corporate corporation corporations
corporativos corpus corr correct correction corrective correspond correspondence corretivas corridor corrugado corrupt corruption
cosmological cost cou could council counsel counselling count countertops country county couple couplings courier course court courtesy
courtroom courtrooms cover coverage cow crack craft crane cream create creation creative creativity cred credential credible credit
creditors crew crime criminal crisis criteria criteriarn criterion critical critiques cro cronograma crop cross crossings crowdsourcing
crucial crushed cryptographic crystal csv cubes cubic cucumbers cultural culture culvert cumulated cumulative curb currency current
curricula curriculum custodial custody custom customizable customization customize cut cutting cycle cylinder cytometer daily dairy dama
damage danger dangerous dark dashboard data database datacenter dataset date david day dba dead deadline deal dealt death debarred deben
debriefing debris debt decade decal decals decarbonisation december decide decision deck declaration declare decline decommissioning
decomposed decorations decorative decoys decrease decree dedicated dedication deduction deem deep deer default defect defective defecto
defence defend defendant defenders defense deficiencies deficient define definidas definidos definition definitive deformation degaussed
degradation degree dei del delay delegated delegation delete delineate delineated delinquent deliver deliverable delivery dell della
demand demanda dementia demo demographic demolish demolition demonstrable demonstrate demonstration den denial denied denne denominator
dental dentists dentro deobligated department departure depend dependant dependence dependency dependent depict deploy deployable deposit
depressions depth derivations derived deriving derogation descend describe description descriptive desde desenvolvidas desenvolvimento
desert design designate designation designee desirable desire desk desktop despatch destination destroy destroyed destruction detached
detail detailsrn detect detection detectives detector detention deter deteriorated deterioration determination determine deve develop
devem deviation device devoted dia diabetes diabetic diagnosed diagnoses diagnosis diagnostic diagram dial dialogue diameter dictation
dictionary did diem diesel diet differ difference different difficult difficulty digital digits dignity diligence diligent dimensions
diminish dimmer din dinner diplomatic direct direction directive director directorate directory dirt disability disabled disadvantage
disadvantaged disagreement disapproval disaster disbursement discharge disciplinary disciplines disclose disclosure disconnects
discontinued discount discourages discover discoverability discovery discrepancies discrepancy discretion discretionary discrimination
discuss discussion disease disengaged disinfectant disk dismantle dismissal disorder disorders disparities dispatch dispatching dispensing
display disponibilidade disponibilizadas disponibilizados disposal dispose disposition disproportionate dispute disqualification
disqualified disqualify disregard disrupted disruption dissatisfied disseminate dissemination dissertation distance distinct distribute
distribution distributor district ditch dive diverse diversion diversity diversos divestments divided dividends dividing diving division
doc dock docket docketing doctoral doctors document documentary documentation documentationrn documenti documento documentsrn does doesn
dog doing dokumentace dokumentation dollar dolls domain domestic domiciliary dominant don done donna donor door dormant dos dosage dosarul
dose dossier double doubt douglas down download downloadable downstream downtown dozen dps draft drafting drag drain drainage draw drawn
dressing drift drilling drink drive driven driveway drone drop dropdown drug drum dry drywell dual duct ductile ductwork due dugout duly
dump dumpsters duplicate duplication duplicative durable durante duration during dust dutch duty dvs dwellings dye dynamic each earlier
earliest early earned earning earth earthquake earthwork ease easier easily easme east eastern easy echo eco ecological econ economic
economy ecosystem edge edit editable editing edition editor editorial educate educated education educators efecto efetivo efetuadas effect
effective effectiveness efficacy efficiency efficient effluent effort eforms eggs eight eighteen eighty eirik either elaborate elaboration
elapse elastomeric elderly elect election elective electric electricity electrification electrolysis electromagnetic electronic
electronically element elementos elencados eles elevated elevator eleven eligibility eligible eliminate elimination eller elliptical else
elsewhere elucidate elucidation email emas embankment embed embedded embrace embroidered embroidery embryonic emergencia emergency
emergent emerging emission emitters emma emotional emphasis emphasize empirically employ employability employee empower empowered emprego
empresa empresarial empty emulation enable enacted enclose enclosure encompass encontra encourage encryption end endocrine endorsed
endorses endorsing endpoints enduring energy enforce enforceability enforcement engage engine english enhance enough enquiries enroll
enrolled enrollment ensure entails enter enterprise entertained entertainer entertainment entidade entire entirety entitled entitlement
entity entrance entrants entre entrega entregar entregas entregue entrusted entry env envelope enviada envir environment envisage envision
epidemiological epidemiology epigenetic equal equality equalling equestrian equine equip equipe equipped equitable equitably equity
equivalence equivalent equivalente era eradication erection erik erosion error erros escalated escalating escalation escalator escalators
escapes escort escrito especial especially especialmente especificados espen essential essentiality esses est esta estabelecimento
establish estado estar estate este esther estimate estimation etc etendering etenders etenderwales ethical ethnic ethnographic etiology
euro european evaluate evaluation evaluator evaluators evaporative even event eventual eventually ever evergreen every everybody everyone
everything evidence evolution evolutivo evolve exact exam examination examine examiners example excavation excavator exceed excellence
excellent except exception excess exchange excise excited exciting excl exclude exclusion exclusiva exclusive exclusivity excusable
execute execution executive exemplify exempt exemption exercise exhaust exhaustive exhibit exhibitors exigida exisiting exist existence
existentes exit expand expansion expect expectancy expectation expedited expenditure expense expensive experience experiment expert
expertise expiration expire expiry explain explanation explicitly exploit exploitation exploitative exploration exploratory explore
explosives export expose exposure express expression extend extendable extendida extensible extension extensive extent exterior external
extinguisher extra extract extraction extranet extraterrestrial extreme extremities extrication eye fabric fabricate fabrication face
facet facilitate facilitation facility facsimile fact facto factor factory factual faculty fail failure fair fairway faith falhas fall
false falta familiar familiarize family fan fantastic far fare farm farrier fase fashion fast fasteners fat father fatigue fault faulty
favorable favourable fax fdc feasibility feasible feature february fed federal federated fee feed feedback feel feet feita fellestjenester
felling fellows felony felt female fence ferry fertiliser fertilizer few fewest fiber fiberglass fidani fidelity field fifteen fifth fifty
fighting figure fil file fill fillet film filter filtration fim fin final finalised finalization finalize finalized finalizing finan
finance financeira financial find fine fingerprint finish fire firearms firefighter firefighting fireman firewall firm firma firmware
first fiscal fish fisheries fit fitness fitted fitting five fix fixtures fka flag flare flares flash flat fleet flere flexibility flexible
flexibly flight floating flood floor flour flourishing flow flowdown flu fluency fluent fluid fmi foam focus foi folded folder folding
follow font food foot football footpaths footprint footwear for force forecast foregoing foreign forensic forensics foreseen forest
forestry forfeiture forget fork forklift form forma formalise formalities formalize formalized format formation formato formatted
formatting formula fornecido fornecimento forth forthcoming forty forum forward foster found foundation fountains four fourteen fourth
fragile frail frame framework frangible fraud frederick free freedom freestanding freeware freeway freezer freight french frequency
frequent fresh friction friday friendly friends fringe from front frontage frontiers frontline frozen fruit fst fuel fulfil fulfill full
fully funcionais funcionalidades funcionamento funcionamiento function functionality fund fundamental funders fundraising furnish
furniture furnizarea further fusion future fylkeskommune gain gallery gallon game games gamma gamut gang gap gara garage garantir garden
garry gary gas gasoline gate gatekeeping gateway gather gauge gave gear gen gender gene genealogical genealogy general generalcourt
generate generation generator generic genetic genome genomic geographic geographies geophysical geospatial geotechnical german gestor get
getting gid girders git give given glass glassware glazed glazing global glossary glove gloves glucose glycerin goal goes going golf gone
good gooseneck got govern governance governo grade graduate grafts grain grammar grammatical grande granite grant grantee grantor graphic
graphs grass grates grave gravel gravitational gray grease great greatest green gref grid grief grilles grinder grooming gross ground
groundwater groundwork group grow grown growth grubbing grupos guarantee guard guardar guess guest guidance guide guidelines guilty guitar
gutter gyfer gymnasium habitat habits habitual had half halt hampering hand handheld handle handouts handover handrails hangar hanger
hankedokumente hankinta happening har harbour hard hardening hardscape hardware harm harmless harness harvest has hash hasta hate hats
haulage hauling have hay hazard hazardous head headquartered headquarters headsets health healthcare healthy hear heard heart heat heavy
hectares height held helen helmet helmets help helpdesk helpful helpline hence hepatitis her herbicide here hereafter hereby herein
hereinafter hereof hereunder heritage hidden high highest highlight highway hiking hire his historic history hobby hoc hoist hold hole
holiday holistic holster holsters home homeless homelessness homepage hooded hope hora horizontal horse horseback hose hospital
hospitality host hostels hosting hot hotel hour house household housing how however href hrs hss http hub human humanely humidity hundred
hunter hus hybrid hydrant hydraulic hydrogen hygiene hygienists hypervisor hypochlorite hypotheses hypothesis hypothetical ian ice icon
idea ideally identical identifiable identificadas identification identified identifier identify identity iepirkuma iframe iii ill illegal
illegality illness illuminated illustrate illustration illustrative image imagery imediatamente immaterial immediate immune immunizations
immunology immunosuppressants impact impaired impartial impending imperviousness implantar implants implement implementar implementation
implicate implications implied imply import importance important impose imposed imposition impossible imprinting improve inaccurate
inactivity inadequate inadmissible inappropriate inc incentive incentivize inception inch incidence incident incl include incluindo
inclusion inclusive income incomplete inconsistency inconsistent incontinence inconvenience incorporate incorporation incorrect increase
incredible increment incremental increments incubator incumbent incur incurred incurring indefinite indemnify indemnity independence
independent indevido index indicado indicate indication indicative indicator indigent indirect individual individualized indoor industrial
industry inefficient ineligible inequalities infants infection infectious infer infestation influence influenza info inform informalities
informatics information informationrn infra infrared infrastructural infrastructure infringement ingress inherent inhibit inicial initial
initiate initiation initiative injection injunctions injury inlet inline inner innovate innovation innovative inorganic inpatient input
inquiry inrn insects insert inside insight insolvency inspect inspection inspector inspectorate inspectors inspire install installation
instance instantaneous instead instigated institute institution instruct instruction instructor instrument instrumentation insufficient
insulated insulation insulin insurance insure insurers int intact intake intangible integral integrate integration integrative integrity
intellectual intelligence intelligent intend intensity intensive intent intention inter interact interaction interactive interagency
intercampus intercept interceptor intercom interconnected interconnection interconnector interdisciplinary interest interestrn interface
interim interior intermediate internal international internet internship interoperability interoperable interpersonal interpret
interpretation interpreter interruption intersection interval intervene intervention interview into intra intraagency intranet intrigue
introduce introduction introductory intrusion intuitive invalid invalidate invasive inventions inventory inverter invest invested
investigate investigation investigative investigator investment investors invitation invite invoice involve iodate ipr irish iron
irradiation irrespective irrevocable irrigation island isn isolate isolation isotope issuance issue italian item itemized iteration
iterative its itself jackets jacqueline jail jane janitorial january jerseys jessie jet jim job john join joinery joint joshua journal
journey jrc json judged judgement judges judging judgment judicial juice julia julio july junction june jurisdiction jury just justice
justification justified justify juxtaposed kate katie kayaks keen keep kellie kept key keyboard kick kickoff kidney kif kill kilo kind
kiosk kirsten kit kitchen kneading know knowledge known kommune kompetanseetaten kristine lab labeled labelled labels labor laboratory
laborers labour lack ladder laid lake lamps land landfill landlord landlords landmarks landowners landscape landside lane lang language
lapse laptop larga large largest las laser last late latency latent latest latter launch launchers laundering laundry law lawful lawfully
lawn lawyer lay layout lead leadership leafy league leak lean learn lease leasing least leather leave lecture led ledger left legacy legal
legalisation legends legible legislation legislative lei leisure lend lenders length lengthy lenses leroy lesson let lethal letter
letterhead level levelling leverage levy liability liable liaise liaison libdivvun library licence license licensing lidar lids lie lieu
life lifecycle lifeguard lifelong lifespan lifestyle lifetime lift light lightning lightweight like limit limitado limitation line linear
liners linguists link linting liquid liquidation liquidator liquidity liquor lisa list lista listens lit literacy literally literature
litigants litigation litter little live livelihoods livery livestock load loadable loader loan lobby lobbying local localised locality
locate location locator lock lockable lockdown locomotive lodge loft log logged logging logic login logistic logistics logo long longevity
longitudinal look lookup loop loose los lose lost lot lotsrn lotted lotting lounge lov love low lowest ltd lubricants lubrication lugar
lumber lump lung machine machinery made magazine magnetic magnitude mail main mainframe mainline mainstream maint maintain
maintainable maintenance maintenancern maior major majority make makers maladministration male malware man manage managerial mandate
mandatory mangement manhole manipulate manner manpower manual manufacture many map mapped mapping mar march margin marie marina marine
marital mark markers market marketplace marmalade marriage martin mas mask masonry mast mastery match materiais material materiel
maternity mathematical mathematicians mathematics matrices matrix matter matthew mattresses mauve max maximise maximize maximum may maybe
meal mean meaningful meant meanwhile measurable measure meat mechanical mechanics mechanism mechanistic med media median mediante
mediation mediators medical medication medicinal medicine medidas medium meet megabytes melissa melted member membership membrane membros
memo memorandum memorial memorialized memory men mend mended menos mental mention mentored mentoring menu merchandise merchandising
mercury mere merely merge merit meritorious meses mesh mesmo message messaging met metabolism metadata meteorology meter methane method
methodological methodology metric metro metropolitan mgd mice michael michelle micro microfiche microfilm microfiltration microscope
microwave mid midday middle middleware might migrate migrated migrating migration mil mile mileage milestone military milk mill million
min mind mindful mine mineral mini minimal minimise minimization minimize minimum minitower minor minority minute minutes mirror misc
miscellaneous misconduct misrepresentation missed missile missing mission mistake misting misuse mit mitigate mitigation mix mixture
mobile mobilisation mobilise mobility mobilization mobilize mock mockup modalities mode model modelling modelo moderadores moderate modern
modernization modernize modification modified modify modo modular modularity modularization module moisture molecular moment momento
monday monetary money monies monitor monoxide month monument morbidity more morning morphological morral mortgage mortuary most mothers
motivating motor motorcycle motorized mount mounted mounting mounts mouse move movies mower mowers mowing mph much mulches multi
multidisciplinary multifunctional multimedia multiple multiplex multiplied multiuse municipal municipality munitions mural muros
musculoskeletal museum music must mutual nabavi nadine name nan narcotics narrative narrow nas nati nation nationality nationwide native
natural nature navegabilidade navigate navigation near nearest necessarily necessary necessidades necessitated necessitating necessity
neck necsu need neg negative negligence negligible negotiable negotiate negotiation nei neighborhood neighbour neighbourhoods neighbouring
neither nem neonatal nervous neste nests net network neurobiological neurodevelopment neurological neuronal neuroscience neutral
neutralized neutrino never nevertheless new newborns newest newsletter newspaper next nhttps night nikola nine ninety nitrification nobody
node noex noise nominal nominated non nonconforming nondisclosure none nonetheless nonperformance nonprofit nonresponsive noon nor normal
normas norms north northeast northern northwest nos not notably notarized note notepad nothing notice notification notified notify noun
novas novel november novos now nozzles npm nua nuclear nuevo nuisance null num number numerator numerical numerous nursery nurses nursing
nutrition nuts nylon oath obesity object objection objectionable objective objectivity objetivo objeto obligate obligation obligatory
oblige observable observation observe observed obsolescence obsolete obstacles obstetric obtain obtainable obvious occasion occupancy
occupant occupational occupied occur occurred occurrence occurring ocean och october odd odor odour odours off offence offender offending
offentlige offerers offeror office official officiating offline offshore offsite oficio ofrn often oil okay old oldest olive omissions
omit onboard once oncology one ongoing online only onscreen onshore onsite onto onward open openfirst operable operate operation operator
ophthalmology opinion opportunity opposed opt optic optical optimal optimisation optimise optimization optimize optimum option ora oral
oraz order ordinal ordinance organ organic organisation organisationsrn organise organization organize organizers orientados orientation
oriented origin orthodontic orthorectified orthotic oslic oslo osmosis oss oth otherwise otros our out outage outbreak outcome outdated
outdoor outfall outings outlet outlets outline outpatient output outras outreach outros outset outside outsourced outsourcing outstanding
outweighs over overall overarching overcome overflows overhaul overhead overlap overlay overseas oversee oversight overview overwrite owed
own ownership oxygen ozone pace pack package packet packets pad paediatric page paging paid pails pain paint pairs palliative palm
pamphlets pandemic pane panel pants papel paper paperwork par para paradigm paragraph parallel paramedic parameter paramount paraphrase
parcel parent parenthood park parking parliament parses part parte partial participant participate participation particle particular
partir partitions partner partnership party pas pass passage passenger passport password past paste patches patching pate patent path
pathogenesis pathology pathway patient patio patricia patrol patron patterns paul paula pause paved pavement pavers paving pay payable
payload payment payroll pcs pdf peak peakload peas peasces peculiar pedestals pedestrian pediatric peer pela pelos penalty pending
penetration pension pentru people per percent percentage perennial perforated perform performance perimeter perinatal period periodic
peripheral perjury permanency permanent permissible permission permit permitir permitted permitting perpetrator persistence person persona
personalised personality personnel perspective pertaining pertains pertinent pessoal pessoas pest pesticide petition petroleum pets
pharmaceutical pharmacological pharmacy phase phenomena phenotype philip philosophy phone photo photocopies photogrammetry photograph
photographs photography photovoltaic phrases physical physician physicists physics physiological pick pickup picture piece piezas pigeon
piling pillar pilot pin pipe pipeline pipework pirkimo pistol pistols pit pitch pivot place plagiarism plain plaintiff plan planejamento
planned planning plant plaque plass plaster plastic plataforma plate platform play playback players playground plaza plazo plc please
pledges plena plenamente pleno plinth plot plotter plotters plotting plug plugins plumbing plural plus pneumatic pneumonia pockets
podiatry point polar pole police policy polish political pollutants pollution polypropylene pool poolsrn poor pop popular population por
port portable portais portal portatiles portfolio portion position positive possess possession possibility possible possibly post postage
postbus postdoctoral posteriormente postgraduate postmarked postpone posture pot potable potassium potato potential pound poverty powder
power powerful practicable practical practice practitioner praise prazo pre precedence preceding precise precision preclude precondition
predict prediction predominantly predominately prefabricated prefer preferable preferably preference preferential preferred pregnancy
pregnant prejudice preliminary premises premium prep preparation prepare preparedness prequalification prequalified prescribed prescribes
prescribing prescription presence present presentation presente preservation preservative preserve presort press pressed pressure
prestados prestar prevail prevalence prevent preventable preventative prevention preventive previamente preview previous price primarily
primary prime principal principle print prior prioritisation prioritization prioritize priority prison prisoners privacy private privilege
privileged privileges prize pro proactive probability probably probation probe problem problemas proc procedimentos procedural procedure
proceed proceedings process processor processos proclamations procure procurers produce product production productive productivity produto
produzidos profession proficiency proficient profile profissionais profit profitable prognosis program programa programmable programmatic
programme progress progression progressive prohibit prohibition project projectsrn projetos prolong prominent promise promising promote
promoters promotion prompt promulgated proof proper property proporcional proportion proportionate proposal propose proposers proprietary
prosecute prosecution prospective prospects prosthetic prot protect protection protective protectors protein protest protocol prototype
prove proven provide provision proximity proxy pruning psychiatric psychological psychosocial pub pubic public publicado publicadores
publically publication publiccode publicity publish pull pulmonary pulse pump pumpback punkt pupil purchase pure purge purpose pursuant
pursue pursuit push put putting pyrotechnics quadrant quai qual qualidade qualification qualified qualifiedrn qualify qualitative quality
quantidade quantifying quantitative quantity quantum quarry quarter quasi que query question questionable questionnaire queue queuing
quick quite quot quotation quote race racial rack radar radiator radically radio radiology radiometric radionuclides radius rail railroad
railway rain rainwater rainwear raise ramada ramp ran random range rank ranked ranking rapid rare rate rather ratio rational rationale
rats raw reablement reach reaction reactivation reactive read readability readily readiness ready reagent reagents real realignment
realisation realised realising realistic realizadas realizados realizar realize realm reapply rear reason reasonable reasonableness
reasonably reassignment rebuild rebuilt rec receber receipt receivable receive recent receptacles reception recharge recipient reciprocal
reclaimed reclamation recognise recognition recognized recognizes recommend recommendation reconciliation reconfigurable reconfigure
reconstruct reconstruction reconstructive record recorder recording recoup recover recovery recreation recruit rectangular rectification
rectify recurrence recurring recursos recycle recycling red redacted redirect redress reduce reduction redundancy redundant reel
reevaluated ref reference referencia referente referral referred referring refill refine refit reflect reflection reflective reform
refrain refresh refrigerant refrigerators refueling refuelling refugee refuges refund refurbish refusal refuse regard regardless
regeneration regime region register registeredrn registradas registration registre registro registry regular regulate regulation regulator
regulatory rehabilitate rehabilitation reimbursable reimburse reinforced reinstatement reintegrate reinvestigated reinvestment reject
rejection relacionados relate relation relational relationship relativa relative relativo relativos relayed release relevance relevant
reliability reliable reliably reliance relied relief relieve religion relining relocate relocation rely remain remainder remanufactured
remarks remedial remediate remediated remediation remedy reminded reminder remit remittance remodel remote removal remove renamed render
rendering renew renewable renovate renovation rent rental reopening repaid repaint repainting repair repairs repaving repealed repealing
repeals repeat repetition repetitive replace replanting replenish replied reply repo report repository reposted reposting represent
representation representative reprioritized reproduce reproducible reproduction reputable reputation req request requesters requestors
requiere requieren require requiredrn requirementrn requisitante requisite requisitos res resale reschedule rescinded rescinding rescue
research researchers resellers reservation reserve reservoir reset resettlement reside residence residency resident residential residual
resilience resilient resistant resmas resolution resolve resource respect respective respirators respiratory respond respondent
respondents responders responsabilidades response responsibility responsible responsive responsiveness rest restate restaurant restoration
restore restrict restriction restrictive restroom restructure result resultados resultant resume resurface retail retain retardant
retender retention retirement retracted retrieval retrieve retrofit retrospective return reusable reuse rev revealed revenue reverse
reversible review reviewable revise revision revoke reward ride riding rifles right rigorous rikard ring rise risers risk road roadmap
roadway roaming rob robert robot robotic robust robustness rock rocket rodent role roll roof rooftop room root roster rostering rotate
rotation rough round roundabout route router routine routing row rsquo rubber rue rugged rule run running runtime runway rural rye safe
safeguard safest safety said salami salary sale salient salt salvage salvo samantha same sample sanction sand sanitary sanitation sarah
satellite satisfaction satisfactorily satisfactory satisfied satisfy saturday save savoir saw say scaffold scalability scalable scale scan
scanned scanner scanning scattered scenario scene schedule scheduling schema schematic scheme school science scientific scientist
scientists scope score scoreboard scottish scrap screen screenshots script scrub scrubber scrubbing scrum scrutiny sculpture scuppers sea
seabed seal sealcoat seamless sean search searchrn season seat sec second secondary secret section sector secure security sedans see seed
seek seems seen segments segregation seguintes segundo seguridad seized seja sejam selec select selection self sell sem semi sempre send
senior sense sensitive sensitivity sensor sensory sent sentence sentiments separate separation september seq sequencing sequential ser
serial series serious serve server service servicesrn servicios servidores session set setor setting settled settlement setup seven
seventeen several severe severity sewage sewer sewerline sex sexual shade shaft shall shape share shareholder shareware shavings she shed
sheet shelf shell shelter shelving shf shields shift ship shipments shipped shipping shirt shoe shooting shop shoplifting shopping short
shortage shorten shortened shortlist should shoulders show shown shredding shrubs shut shuttle sibling side sidewalk sido sight sign
signage signalization signalized signalling signature significance significant signposting silence silently silt similar similarity simon
simple simplicity simplified simplify simply simulation simultaneously sin since sind sing single singular sinks siren sistemas sister sit
site sitting situated situation six sixteen sixty size skal sketches skid skill skillset skip skylight slab slavery sleep sleepers slide
slightly slip slope slow slower sludge slurry small smart smartcard smoke smooth sna soap sob sobre soccer social societal society socio
socioeconomic socket socsec sod sodium soffits soft softball software soil solar sold sole solicit solicitado solicitar solicitation solid
soll solution solve solvency som some somebody someone something sometimes son sonar soon sophisticated sort sought sound sour source
south southeast southern southernmost southwest souvenir souvenirs sovereign space spacecraft spam span spanish spare spatial speak spec
special specialised specialisms specialist specialized specialty species specific specifically specification specified specify specimen
specs spectrometer spectrum speculation speech speed speller spend spent spinal split sponsor sponsorship sport spot spray sprayer
sprayers spread spreadsheet spring sprinkler sprint sqm square src stabilisation stabilise stability stabilization stabilized stabilizer
stabilizing stable stack stadium staff stage stagern staggered stainless stairs stake stakeholder stakeout stall stalls stamp stand
standalone standard standardised standardization standardize standby standstill standup starring start state statewide static station
stationary statistical statistics status statute statutory stay steak steam steel steering stem stenographic step stepping sterling steven
stewardship stick still stimulate stinging stipulate stipulated stock stolen stolons stone stood stools stop stopped stopping storage
store storey storm stormwater story storytelling str straight straightforward strainer strainers strains strand strategic strategically
strategy stream streaming streamline street streetlight streetscape strength strengthen stress stretch strict strip stroke strong
structural structure struggle stubs student studio studs study stuffing style sua sub subcontract subcontractor subdivision subgrade
subgroup subject submarine submersible submission submit submittal submitted submitter submitting subnational suborbital subparagraph
subpart subpoena subscribe subscription subsections subsequent subset subsidiary subsidised subsidized subsidy substance substantial
substantiate substantive substation substitute substitution substructure subsystem suburban succeed success successful successor
succinctly such suction sud sudden suffering suffers suffice sufficiency sufficient suffix suficiente suficientemente sugar suggest
suggestions sui suitability suitable suitably suite suits sulfide sum summarised summarized summarizing summary summer summons sunday
sunflower sunlight superior supersede superstructure supervising supervision supervisors supervisory suporte supplement supplementary
supplied supplier supply support supportive supportrn suppression supranational sure surety surface surgery surgical surpasses surplus
surrounding surveillance survey survival survive survivors susceptible suspected suspend suspension suspensive sustain sustainability
sustainable sustainably swallow sweeper sweeping swift swim swimming switch switchgear sworn symbols symptoms synchronise synchronize
synonyms synopsis synthesis synthetic system systematic systemic systemsrn tab table tablet tablets tackle tactical tags tailored take
taken takenrn tal talent talk tandem tangible tank tanto tape target tariff task taste tat taught tax taxable taxi taxiway taxonomy
taxpayers tbody teach teacher teaching team tear tech technical technician technique technological technology tecnologia ted teen telecom
telecommunication teleconference telefone telemetry telephone telephonically telephony telescopic television tell temas temperature
tempestivamente template temporal temporarily temporary ten tenancy tenant tender tenderid tenderrn tenha tennis tension tent tentative
tenure terceiros term terminal terminate termination terminology terr terrain terrestrial territorial territory terrorism terrorist
tertiary test testable testimony text than that the thead theater theatre theft their them thematic theme themselves then theoretical
theory therapeutic therapists therapy there thereafter thereby therefor therefore therein thereof thereto thereunder thermal thermo
thermoplastic thermostat thern these they thickness thin thing think third thirteen thirty this thisrn thorough those though thought
thousand thread threat threatening three threshold thrive through throughout thru thursday thus ticket ticketing tie tied tier tiesa tight
til tile till tilt timber time timeframe timeline timescale timescales timesheet timestamp timetable timetabling tingrett tinting tipo
tips tire tissue title toany toc toda today todo todos together toilet toilets token told tolerance toll tolling ton tonnage tonnes tony
too took tool toolkit tooth top topic topographic topping torch torn total tothe touch tour tourism tourists tournament toward towels
tower towing town toxicology toy trace traceability track tracking tractor trade trademark tradeoffs traditional traffic trafficking trail
trailer trailhead train trainee tram tranche trans transaction transcript transcription transdisciplinary transfer transferred
transferring transform transformation transformative transit transition translate translation transmission transmit transmittal
transmitted transparency transparent transport transportation trapped trash trauma travel travellers tread treadmill treadmills treasury
treat treaty tree trench trend tri triage trial tribal tribe tribes tribune tried trigger trimming trips trivial trolley trophy
troubleshooting truck true trunks trust try tts tube tuberculosis tuesday tuna tune tunnelling tunnels tuomioistuin turbine turbines turbo
turf turn turnkey turnout turnover twelve twenty twice twin two tying type typical udbud ultimate ultra ultrasonic ultrasound uma umbrella
umbrellas umpiring unable unacceptable unambiguous unanticipated unarmed unauthenticated unauthorised unauthorized unavailability
unavailable unbalanced uncertainty unchanged unclassified unclear unconditional undefined underage undergoing undergraduate underground
underline underlying undernoted underpass underperforming underpinning underrepresented understand understood undertake undertaken
underwater underwriting undue unduly unemployed unfair unfavorable unforeseeable unforeseen unified uniform uniformity uninstall
unintended uninterrupted uninterruptible union unique unit unitario universal universe university unjust unjustifiably unknown unless
unlikely unlimited unlock unmarked unmetered uno unpacks unpaid unpaved unplanned unprecedented unprofessional unreadable unrealistically
unreasonable unreasonably unrestricted unreviewed unstable unstructured unsuccessful unsure until unused unwilling upcoming update upgrade
upholstery upkeep uplift upload upon upper ups uptake uptime upwards urban urged urgency urgent uri urinals urine url urn usabilidade
usability usable usage usando usar use used useful user username using uso usp usual utilisation utilise utility utilizadas utilization
utilize vacant vaccination vaccine vacuum vale valid validate validation validator validity valley valor valuable valuation value valve
van vapor vapour variable variances variants variation varied variety various vary vascular vast vault vectors vegetables vegetation
vehicle vehicular vej vendor vent ventilation venture venue verb verbal verdict verges verifiable verification verified verify versa
version vertical very vessel vests veteran veterinary vetted vez via viability viable vibration vicarious vice vicinity victim victims
video videoconference view vigente vigor vii viii vinyl violation violence violent viral virtual virtualisation virtualization viruses vis
visa visando visibility visible vision visit visitor visual visualization visualize vital vitality vitro vocabulary vocational voice
voicemail void volatile voltage volume voluntarily voluntary volunteer volunteers von voor voting vulnerability vulnerable wage wagons
wait waive waking walk walkway wall want warehouse warning warrant warrants warranty was wash waste wastewater watch water waterborne
waterfall waterline waterproofing waterway waterways wave wavelength wax way wayrn weaknesses weapon wear wearable weather weatherproofing
web webinar webpage website wednesday weed week weekdays weekend weekrn weigh weight welcome welding welfare well wellbeing welsh went
were west western wet wetland what whatever whatsoever wheel wheelchair when whenever where whereas whereby wherein wherever whether which
whichever while whilst whistleblower whistleblowing white who whole wholemeal wholesale wholly whom whose why wide widen widest width wiki
wild wilderness wildland wildlife will willful willingness win wind window windscreens wing winner winning winter wire wireframing
wireless wish with withdrawal withdrawing withdrawn withhold within without withrn witness women won wood wooden wool word work workbook
workflow workforce workload workmanship workplace worksheet workshop workspace worksrn workstation workstreams workwear world worldwide
worn worse worth would wound wrapping wraps write written wrong www xii xiii xiv xpath xvi xyz yaml yard year yeast yellow yes yet yield
yleinen weatherstation wifi specs maint mfg scada yogurt you young your yourself youth zero zip zipped zone zoning zoonotic
aberdeen accordian actuator admissions aerator africa agility america antenna arabian arizona asia assy autobody ballast banking barrel
bathroom beaver bell bellows benchtop bend binoculars biosystems birmingham blast bldg bldgs blinds blvd bollard bookbinding boom bowl
boys breakfast bronze broom brown brush buffer bureau camino canyon cardiac career careers caribbean cave census chamber charles charter
chestnut chloride christmas civic clubhouse coliform combat comm commerce connected convention copier countdown couplet courtyard covert
cowboy creek crosscut customs dare deaf defensive defibrillator depot dept detroit dispatcher displacement dist doctor dome drill dynamite
ecology electro electron electrostatic embassy england enhancement enrolment escrow everyday excavating expo extended eyewear facilitator
fender fiesta fighter fixture flatbed float flowering fluorescent formerly fort fountain frank furnace gaming george giardia glasgow
granular graphics groundskeeping hair hall handicapped happy harbor helicopter hill historical homeowner hosted hypochlorit imaging
immigration inbound incandescent india indian influent insecticide intrusive ipswich james less lewis locker london lottery magnetometer
maintenace maintennace maricopa maritime math mats metrology mgmt millwork mining ministry mod modeling monitoring monster montana
mountain navy neighbourhood nitrogen norwood noxious officer olympic outbound oxfordshire parish parkway patch peace periodical periph
perpetual phlebotomist phoenix photocopying picnic pinnacle placement planet planner plasma pleasant pond postal pride printer procurement
province psychology purification ranch receiver recoat recruitment reef republic respirator rifle river rotary scholarship scotland
scottsdale secretariat senate signal skills sleeve sonoran specis spectrophotometer sports stackable star starter stenography subsistence
sulfate summit svc svcs swansea swat swimsuit synch tapeless taxation telemedicine termite tester thumb torque tracing tracker trading
transducer trap tribunal tuition turnstile undercover upfitting vector velocity village voter wagon waterfront watershed waterworks
engineer propagation propagate wellness wellsite york
`
    .trim()
    .split(/\s+/),
);

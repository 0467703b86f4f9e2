import { listed } from "./listed.ts";

/** The words that open a named brand to its like. Directive 2014/24/EU, article 42(4): "or equivalent". */
export const equivalent: readonly string[] = listed(`
or equivalent*; or an equivalent*; or the equivalent; or similar; or its equivalent; or their equivalent*; or comparable; or functionally equivalent*
or technically equivalent; or approved equivalent; or approved equal; or equal; or equal and approved; or suitable alternative; or other equivalent; or any equivalent
or equal approved; or equally approved; or alternative product*; equal or equivalent; and equivalent product*; or compatible; or alternatives; or an alternative; and or equivalent; similar or equivalent
or analogous; or other comparable; equal or better; equivalent or better; equal to or better than; equivalents will be considered; equivalent products will be accepted; equivalents accepted
equivalent will be accepted; equivalents are acceptable
ou equivalent*; ou un equivalent*; ou son equivalent; ou leur* equivalent*; ou similaire*; ou techniquement equivalent*; ou produit* equivalent*; ou solution* equivalent*
ou equivalence; ou comparable*; ou toute solution equivalente; ou compatible*; ou tout autre produit equivalent; ou tout produit equivalent; ou analogue*; ou logiciel equivalent
o equivalente*; o su equivalente*; o sus equivalentes; u equivalente; o similar*; o analogo*; o compatible*; u otro equivalente; o producto* equivalente*; o un equivalente
o tecnicamente equivalente*; o funcionalmente equivalente*; o solucion* equivalente*; o de caracteristicas equivalentes; o software equivalente; u otras similares; u otro* similar*
ou equivalente*; ou similar*; ou produto equivalente; ou o seu equivalente; ou solucao equivalente; ou tecnicamente equivalente; ou compativel; ou de melhor qualidade; ou analogo*
oder gleichwertig*; oder vergleichbar*; oder ein gleichwertig*; oder einem gleichwertig*; oder einer gleichwertig*; oder eines gleichwertig*; oder einen gleichwertig*
oder eine gleichwertig*; oder ein vergleichbar*; oder eine vergleichbar*; oder einem vergleichbar*; oder einer vergleichbar*; oder aquivalent*; oder aequivalent*; oder ahnlich*; oder aehnlich*; oder technisch gleichwertig*; bzw gleichwertig*
oder funktional gleichwertig*; oder gleichartig*; gleichwertige produkte; gleichwertiges produkt; o.glw; oder gleichwertiger art; oder kompatibel; oder glw; oder ebenburtig*; gleichwertig oder besser
o equivalent*; o equivalenti; o similare; o simili; o analogo; o analoghi; o analoga; od equivalent*; ovvero equivalent*; oppure equivalent*; o prodotto equivalente; o prodotti equivalenti; o soluzione equivalente; o comparabil*; e equivalenti
o funzionalmente equivalent*; o tecnicamente equivalent*; o compatibil*
of gelijkwaardig*; of een gelijkwaardig*; of vergelijkbaar*; of vergelijkbare; of soortgelijk*; dan wel gelijkwaardig*; of daaraan gelijkwaardig*; of een vergelijkbaar*; of een vergelijkbare; en gelijkwaardig
lub rownowazn*; lub rownorzedn*; lub produkt rownowazn*; lub podobn*; albo rownowazn*; rownowazn* lub; lub oprogramowanie rownowazn*; lub rozwiazan* rownowazn*; badz rownowazn*; oraz rownowazn*; czy rownowazn*
produkt rownowazny; rozwiazan* rownowazn*; oprogramowani* rownowazn*; lub innych rownowaznych; lub inne rownowazne; lub rownowaznego; lub rownowaznych; lub zamiennik*
sau echivalent*; sau un echivalent; sau similar*; ori echivalent*; sau compatibil*; sau echiv; sau produs* echivalent*
eller likvardig*; eller likverdig*; eller tilsvarande; eller tilsvarende; eller motsvarande; eller lignende; eller ekvivalent*; eller liknande; eller et tilsvarende; eller annat likvardigt
tai vastaav*; tai samanarvoi*; tai niita vastaav*; tai sita vastaav*
nebo rovnocenn*; nebo ekvivalent*; nebo obdobn*; nebo srovnateln*; ci rovnocenn*
vagy azzal egyenerteku; vagy egyenerteku; vagy ezzel egyenerteku; ali enakovredn*; ili jednakovrijedn*; ili ekvivalent*; alebo ekvivalent*
`);

/** Sentences that open every brand of the notice at once. */
export const equivalentEverywhere: readonly string[] = listed(`
brand name or equal*; brand name or equivalent*; brand or equal
deemed to be followed by the words or equivalent; deemed to include or equivalent; shall be read as or equivalent; shall be deemed to be followed by or equivalent
any reference to a brand; any reference to brand*; any reference to a specific brand; references to brand* names; reference to a specific make; where a brand name is; where brand names are; brand names are used
toute reference a une marque; toute mention d'une marque; les marques sont citees a titre; noms de marque* s'entendent; marques citees
cualquier referencia a una marca; las referencias a marcas; toda referencia a marcas; las marcas senaladas; toda mencion a marca*
qualquer referencia a marca*; as referencias a marcas; as marcas indicadas
produktnamen gelten; soweit fabrikate genannt; bei nennung von produkt*; nennung von fabrikat*; genannte* produkt* gelten
eventuali riferimenti a marchi; ogni riferimento a marchi; i riferimenti a marche; menzione di marchi
verwijzing naar een merk; genoemde merken; waar merknamen
wskazania znakow towarowych; nazwy wlasne; znakow towarowych lub pochodzenia; odniesienie do znak*; dopuszcza rozwiazania rownowazne; dopuszcza sie rozwiazania rownowazne; dopuszcza oferowanie rownowazn*; dopuszcza zaoferowanie rownowazn*; dopuszcza produkty rownowazne; dopuszcza stosowanie rozwiazan rownowaznych
orice referire la o marca; se vor citi impreuna cu sintagma sau echivalent; vor fi considerate ca avand mentiunea; cu mentiunea de sau echivalent; vor fi insotite de mentiunea sau echivalent
`);

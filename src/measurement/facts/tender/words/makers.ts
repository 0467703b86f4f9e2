import { listed } from "./listed.ts";

/** Where one of these stands, makers.ts looks whether a maker is named beside it; what it asks there is exact, these only tell where. */

/** Legal forms of companies, as they end a name. */
export const legalForm: readonly string[] = listed(`
=Ltd; =Limited; =Inc; =LLC; =Corp; =Corporation; =plc; =PLC; =GmbH; =AG; =SE; =ApS; =A/S; =AS; =ASA; =AB; =Oy; =Oyj; =BV; =B.V; =NV; =N.V
=SAS; =SARL; =S.A; =SA; =S.r.l; =Srl; =SRL; =S.p.A; =SpA; =S.L; =Lda; =Sp. z o.o; =sp. z o.o; =s.r.o; =a.s; =Kft; =Zrt; =d.o.o; =EOOD; =ЕООД
`);

/** Why only this one comes into question, or that its product is in use. */
export const onlyOne: readonly string[] = listed(`
sole; property of; proprietary to; only supplier; only provider; only company; only economic; incumbent; exclusiv*
*editeur; *edite; *detient; seul societe; seul prestataire; seul operateur; seule societe; seule prestataire; seule operateur
ausschließlich*; nur die; nur der; einzig*; alleinig*; exklusiv*; urheber*; unico; esclusiv*; exclusividad; jedyn*; wylaczn*; autorsk*
enerett; eneste; ensam*; kizarolag*; vyhradn*
`);

/** A colon and a maker may follow: "Fabrikat: Siemens". */
export const announcesMaker: readonly string[] = listed(`
*manufacturer; *brand; *hersteller; *fabrikat; *marque; *marca; *fabricant; *fabricante; *producent; *merk; *fabrikant; make; model; modell; modelo; modele
`);

/** With whom a contract is to be concluded. */
export const intendsContract: readonly string[] = listed(`
intend* to; uten konkurranse med; utan konkurrens med; uden konkurrence med; *avtale med; *avtal med; *aftale med; *kontrakt med; *avtale med leverandøren
`);

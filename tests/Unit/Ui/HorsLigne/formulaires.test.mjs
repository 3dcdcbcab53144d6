import assert from "node:assert/strict";
import { test } from "node:test";
import { date, lireActe, lireRendezVous } from "../../../../src/Ui/Assets/js/hors-ligne/formulaires.mjs";

const jours = { aujourdhui: "2026-11-26", hier: "2026-11-25" };
const complet = [["F.Id", "a"], ["F.Type", "individuel"], ["F.Quand", "hier"], ["F.Duree", "45"], ["F.TypeDeLieu", "a_distance"], ["F.Posture", "avec"], ["F.Thematiques", "email"]];
const sauf = (nom, ...autres) => [...complet.filter(([n]) => n !== nom), ...autres];
const cles = (champs) => lireActe(champs, jours).fautes.map(([, cle]) => cle);

test("un acte complet se lit sans faute", () => {
  const { acte, fautes } = lireActe([...complet, ["F.DejaVenus", "3"], ["F.CodeCommune", ""]], jours);
  assert.deepEqual(fautes, []);
  assert.deepEqual(acte, { thematiques: ["email"], personnes: [], etiquettes: [], id: "a", type: "individuel", quand: "2026-11-25", duree: "45", type_de_lieu: "a_distance", posture: "avec", deja_venus: 3 });
});

test("ce qui manque est dit, champ par champ", () => {
  assert.deepEqual(cles([["F.Type", "individuel"]]), ["F.Date", "F.Thematiques", "F.Posture", "F.Duree", "F.TypeDeLieu"]);
  assert.deepEqual(cles(sauf("F.Quand", ["F.Quand", "autre"], ["F.Date.jour", "27"], ["F.Date.mois", "11"], ["F.Date.annee", "2026"])), ["F.Date.futur"]);
  assert.deepEqual(cles(sauf("F.Quand", ["F.Quand", "autre"], ["F.Date.jour", "31"], ["F.Date.mois", "2"], ["F.Date.annee", "2026"])), ["F.Date"]);
  assert.deepEqual(cles(sauf("F.Duree", ["F.Duree", "autre"], ["F.Heures", "vingt"])), ["NombreIllisible", "F.Duree"]);
  assert.deepEqual(cles(sauf("F.Duree", ["F.Duree", "autre"], ["F.Minutes", "20"])), []);
  assert.deepEqual(cles(sauf("F.TypeDeLieu", ["F.TypeDeLieu", "domicile"])), ["F.CodeCommune"]);
  assert.deepEqual(cles(sauf("F.TypeDeLieu", ["F.TypeDeLieu", "lieu_activite"])), ["F.Lieu"]);
  assert.deepEqual(cles([...complet, ["F.Thematiques", "a"], ["F.Thematiques", "b"], ["F.Thematiques", "c"]]), ["F.Thematiques.trop"]);
  assert.deepEqual(cles(sauf("F.Type", ["F.Type", "collectif"])), ["F.Total"]);
});

test("une date se lit dans ses trois champs", () => {
  const lire = (j, m, a) => date([["D.jour", j], ["D.mois", m], ["D.annee", a]], "D");
  assert.equal(lire("1", "3", "2026"), "2026-03-01");
  assert.equal(lire("", "", ""), null);
  assert.equal(lire("30", "2", "2026"), undefined);
  assert.equal(lire("x", "2", "2026"), undefined);
});

test("un rendez-vous demande qui, quand et où", () => {
  assert.deepEqual(lireRendezVous([]).fautes.map(([champ]) => champ), ["R.Date", "R.De", "R.Duree", "R.Lieu", "R.Prenom"]);
  const { rdv, fautes } = lireRendezVous([["R.Prenom", "Jo"], ["R.Creneau", "2"], ["R.Date.jour", "27"], ["R.Date.mois", "11"], ["R.Date.annee", "2026"], ["R.De", "9h"], ["R.Duree", "45"], ["R.Lieu", "l"], ["R.Sms", "true"]]);
  assert.deepEqual(fautes, []);
  assert.deepEqual(rdv, { prenom: "Jo", de: "9h", duree: 45, lieu: "l", sms: true, date: "2026-11-27" });
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { fauteDeCode } from "../../../../src/Ui/Assets/js/hors-ligne/code.mjs";
import { dire, lireLesMots, prochainLot, regles, suite } from "../../../../src/Ui/Assets/js/hors-ligne/file.mjs";

const envoi = (numero, reste = {}) => ({ numero, id: `id-${numero}`, genre: "activite", corps: "x".repeat(10), ...reste });

test("un lot part dans l’ordre, sans ce qui est à revoir, cinquante au plus", () => {
  const file = [envoi(3), envoi(1), envoi(2, { etat: "refuse" }), ...Array.from({ length: 80 }, (_, i) => envoi(10 + i))];
  const lot = prochainLot(file, 50);
  assert.deepEqual(lot.slice(0, 3).map((e) => e.numero), [1, 3, 10]);
  assert.equal(lot.length, 50);
  assert.equal(prochainLot([envoi(1, { etat: "conflit" })], 50).length, 0);
});

test("un long envoi part quand même, seul", () => {
  const file = [envoi(1, { corps: "x".repeat(900) }), envoi(2)];
  assert.deepEqual(prochainLot(file, 50, 500).map((e) => e.numero), [1]);
  assert.deepEqual(prochainLot([envoi(1), envoi(2, { corps: "x".repeat(900) })], 50, 500).map((e) => e.numero), [1]);
});

test("chaque réponse a une suite, et l’inconnue garde", () => {
  const suites = { accepte: "retirer", depasse: "retirer", repris: "retirer", abandonne: "retirer", refuse: "marquer", conflit: "marquer", attend: "garder", nouveaute: "garder" };
  for (const [etat, attendue] of Object.entries(suites)) {
    assert.equal(suite({ etat }), attendue, etat);
  }
});

test("ce qui est réglé sur le site quitte l’appareil, ce qui n’y est pas reste", () => {
  const file = [envoi(1, { etat: "refuse", surLeSite: true }), envoi(2, { etat: "conflit", surLeSite: true }), envoi(3, { etat: "refuse", surLeSite: false }), envoi(4)];
  assert.deepEqual(regles(file, [{ id: "id-2" }]).map((e) => e.numero), [1]);
});

test("la file se dit en mots", () => {
  const mots = lireLesMots({ ToutEnvoye: "Tout est envoyé.", "AttenteActivite.Un": "{0} compte rendu en attente.", "AttenteActivite.Plusieurs": "{0} comptes rendus en attente.", "Attente.Un": "{0} envoi", "Attente.Plusieurs": "{0} envois", "ARevoir.Un": "{0} à revoir", "ARevoir.Plusieurs": "{0} à revoir" });
  assert.equal(dire([], mots), "Tout est envoyé.");
  assert.equal(dire([envoi(1), envoi(2), envoi(3)], mots), "3 comptes rendus en attente.");
  assert.equal(dire([envoi(1), envoi(2, { genre: "carte" }), envoi(3, { etat: "refuse" })], mots), "2 envois 1 à revoir");
});

test("un code facile est refusé", () => {
  for (const code of ["123456", "654321", "000000", "121212", "123123", "345678"]) {
    assert.equal(fauteDeCode(code, code), "CodeFacile", code);
  }
  assert.equal(fauteDeCode("12345", "12345"), "CodeCourt");
  assert.equal(fauteDeCode("12a456", "12a456"), "CodeChiffres");
  assert.equal(fauteDeCode("260517", "260518"), "CodeDifferent");
  assert.equal(fauteDeCode("260517", "260517"), null);
});

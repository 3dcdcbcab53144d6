import assert from "node:assert/strict";
import { test } from "node:test";
import { JOUR, avancer, contact, expire, jour, maintenant, recule, uuid7 } from "../../../../src/Ui/Assets/js/hors-ligne/temps.mjs";

const serveur = Date.UTC(2026, 10, 26, 9);
const jours = (n) => serveur + n * JOUR;

test("sept jours sans contact, et pas un de plus", () => {
  const temps = contact(serveur, serveur);
  assert.equal(expire(avancer(temps, jours(6.99)), 7), false);
  assert.equal(expire(avancer(temps, jours(7)), 7), true);
  assert.equal(expire(null, 7), true);
});

test("une horloge fausse au contact ne change ni la date ni l’oubli", () => {
  for (const decalage of [-365 * JOUR, 365 * JOUR]) {
    const temps = contact(serveur, serveur + decalage);
    assert.equal(maintenant(temps, serveur + decalage + 1000), serveur + 1000);
    assert.equal(expire(avancer(temps, serveur + decalage + 6 * JOUR), 7), false);
    assert.equal(expire(avancer(temps, serveur + decalage + 7 * JOUR), 7), true);
  }
});

test("reculer l’horloge ne donne rien", () => {
  let temps = avancer(contact(serveur, serveur), jours(5));
  // Put back every day: what was seen stays, and the time that the app is open for is added.
  for (let i = 0; i < 3; i++) {
    temps = avancer(temps, serveur, JOUR);
  }
  assert.equal(expire(temps, 7), true);
  assert.equal(recule(temps, serveur), true);
  assert.equal(recule(temps, temps.plusTard - 60_000), false);
  assert.ok(maintenant(temps, serveur) >= jours(8));
});

test("avancer puis remettre l’horloge n’a pas d’effet après un contact", () => {
  const temps = avancer(contact(serveur, serveur), jours(400));
  assert.equal(expire(temps, 7), true);
  assert.equal(expire(contact(jours(1), jours(1)), 7), false);
});

test("au hasard, l’âge de ce qui est gardé ne diminue jamais sans contact", () => {
  for (let essai = 0; essai < 500; essai++) {
    let temps = contact(serveur, serveur + (Math.random() - 0.5) * 800 * JOUR);
    for (let pas = 0; pas < 20; pas++) {
      const suivant = avancer(temps, serveur + (Math.random() - 0.5) * 800 * JOUR, (Math.random() - 0.2) * JOUR);
      assert.ok(suivant.plusTard >= temps.plusTard);
      assert.equal(suivant.contact, temps.contact);
      temps = suivant;
    }
  }
});

test("le jour et l’identifiant", () => {
  assert.equal(jour(new Date(2026, 10, 1, 0, 30).getTime(), -1), "2026-10-31");
  const id = uuid7(serveur);
  assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  assert.equal(Number.parseInt(id.replace("-", "").slice(0, 12), 16), serveur);
  assert.ok(uuid7(serveur + 1) > uuid7(serveur, new Uint8Array(16).fill(255)).slice(0, 13));
  assert.match(uuid7(-5), /^00000000-0000-7/);
});

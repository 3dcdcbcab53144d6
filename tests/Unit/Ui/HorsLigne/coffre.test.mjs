import assert from "node:assert/strict";
import { test } from "node:test";
import { TOURS, creer, fermer, lire, ouvrir } from "../../../../src/Ui/Assets/js/hors-ligne/coffre.mjs";

test("le bon code ouvre, un autre non, et le code seul ne suffit pas", async () => {
  const { coffre, cle } = await creer("260517", "appareil");
  assert.ok(TOURS >= 600_000);
  const ferme = await fermer(cle, "file/1", { mot: "Motlisible" });
  assert.ok(!Buffer.from(ferme.donnees).toString("latin1").includes("Motlisible"));
  assert.deepEqual(await lire(await ouvrir(coffre, "260517", "appareil"), "file/1", ferme), { mot: "Motlisible" });
  assert.equal(await ouvrir(coffre, "260518", "appareil"), null);
  assert.equal(await ouvrir(coffre, "260517", "un autre"), null);
  // Another browser's key material, with the right code.
  const autre = await creer("260517", "appareil");
  assert.equal(await ouvrir({ ...coffre, materiel: autre.coffre.materiel }, "260517", "appareil"), null);
  assert.equal(coffre.materiel.extractable, false);
  assert.equal(cle.extractable, false);
  // Put elsewhere, it doesn't open.
  await assert.rejects(lire(cle, "file/2", ferme));
});

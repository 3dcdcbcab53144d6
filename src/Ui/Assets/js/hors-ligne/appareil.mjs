/** What this device keeps, opened: its key is in the memory of the tab, and goes with it. */
import { effacerLaBase, ouvrirLaBase } from "./base.mjs";
import { creer, fermer, lire, ouvrir } from "./coffre.mjs";
import { avancer, contact, expire, maintenant, recule, uuid7 } from "./temps.mjs";

export class Appareil {
  static async lire() {
    const base = await ouvrirLaBase();
    const id = await base.lire("clair", "appareil");
    if (!id) {
      base.fermer();
      return null;
    }
    const appareil = new Appareil(base, id);
    appareil.temps = (await base.lire("clair", "temps")) ?? null;
    await appareil.avancer();
    return appareil;
  }

  /** Makes the box of a new device; nothing is known of it by the site yet. */
  static async preparer(id, code) {
    await effacerLaBase();
    const base = await ouvrirLaBase();
    const { coffre, cle } = await creer(code, id);
    await base.ecrire("clair", "coffre", coffre);
    await base.ecrire("clair", "appareil", id);
    const appareil = new Appareil(base, id);
    appareil.cle = cle;
    appareil.file = [];
    return appareil;
  }

  constructor(base, id) {
    this.base = base;
    this.id = id;
    this.cle = null;
    this.temps = null;
    this.file = [];
    this.lot = null;
    this.cartes = [];
    this.dernierEnvoi = null;
    this.vu = performance.now();
  }

  get ouvert() {
    return this.cle !== null;
  }

  /** Now, in the server's time as well as one knows. */
  get maintenant() {
    return maintenant(this.temps, Date.now());
  }

  get horlogeRecule() {
    return recule(this.temps, Date.now());
  }

  /** The greatest time ever seen goes on, by the clock or by the time that the app is open for. */
  async avancer() {
    const ici = performance.now();
    const ecoule = ici - this.vu;
    this.vu = ici;
    if (this.temps) {
      this.temps = avancer(this.temps, Date.now(), ecoule);
      await this.base.ecrire("clair", "temps", this.temps);
    }
  }

  async noterLeContact(heure) {
    this.vu = performance.now();
    this.temps = contact(heure, Date.now());
    await this.base.ecrire("clair", "temps", this.temps);
  }

  /** How many wrong codes so far. */
  async essais() {
    return (await this.base.lire("clair", "essais")) ?? 0;
  }

  /** The box, with this code. Counted before it is tried: closing the tab doesn't give the try back. */
  async deverrouiller(code) {
    const essais = await this.base.compter("essais");
    const cle = await ouvrir(await this.base.lire("clair", "coffre"), code, this.id);
    if (!cle) {
      return { essais };
    }
    this.cle = cle;
    await this.base.ecrire("clair", "essais", 0);
    await this.relire();
    return { essais: 0 };
  }

  /** Reads what is kept; the agenda and the people go when there was no contact for too long. */
  async relire() {
    this.file = await Promise.all((await this.base.tout("file")).map(async (f) => ({ ...(await lire(this.cle, `file/${f.numero}`, f)), numero: f.numero })));
    this.lot = await this.lireFerme("lot");
    this.cartes = (await this.lireFerme("cartes")) ?? [];
    this.dernierEnvoi = await this.lireFerme("dernier");
  }

  async oublierSiExpire(jours) {
    if (!expire(this.temps, jours)) {
      return false;
    }
    await this.base.retirer("ferme", "lot");
    this.lot = null;
    return true;
  }

  async lireFerme(ou) {
    const ferme = await this.base.lire("ferme", ou);
    return ferme ? lire(this.cle, ou, ferme) : null;
  }

  async ecrireFerme(ou, valeur) {
    await this.base.ecrire("ferme", ou, await fermer(this.cle, ou, valeur));
  }

  async garderLeLot(lot) {
    this.lot = lot;
    await this.ecrireFerme("lot", lot);
  }

  async garderLesCartes(cartes) {
    this.cartes = cartes;
    await this.ecrireFerme("cartes", cartes);
  }

  nouvelId() {
    return uuid7(this.maintenant);
  }

  /** Puts something in the queue, and takes its draft away. */
  async ecrire(genre, version, corps, { brouillon, resume, apres, id } = {}) {
    const numero = await this.base.compter("numero");
    const envoi = { id: id ?? this.nouvelId(), genre, version, fait_le: Date.now(), corps: JSON.stringify(corps), apres: apres ?? [], resume };
    await this.base.garder({ numero, ...(await fermer(this.cle, `file/${numero}`, envoi)) }, brouillon);
    this.file.push({ ...envoi, numero });
    return envoi;
  }

  /** What became of what was sent. */
  async appliquer(marques, retires) {
    const gardes = await Promise.all(
      marques.map(async (envoi) => {
        const { numero, ...reste } = envoi;
        return { numero, ...(await fermer(this.cle, `file/${numero}`, reste)) };
      }),
    );
    await this.base.changerLaFile(gardes, retires);
    this.file = this.file.filter((e) => !retires.includes(e.numero)).map((e) => marques.find((m) => m.numero === e.numero) ?? e);
  }

  brouillon(genre) {
    return this.lireFerme(`brouillon/${genre}`);
  }

  garderLeBrouillon(genre, valeur) {
    return this.ecrireFerme(`brouillon/${genre}`, valeur);
  }

  jeterLeBrouillon(genre) {
    return this.base.retirer("ferme", `brouillon/${genre}`);
  }

  /** Everything, with the files of the application. */
  async effacer() {
    this.cle = null;
    this.base.fermer();
    await effacerLaBase();
    for (const cle of (await self.caches?.keys?.()) ?? []) {
      if (cle.startsWith("faireavec-")) {
        await caches.delete(cle);
      }
    }
    for (const service of (await navigator.serviceWorker?.getRegistrations?.()) ?? []) {
      await service.unregister();
    }
  }
}

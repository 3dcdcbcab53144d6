/**
 * The device's database. « clair »: id of the device, box, counters, times. « ferme »: everything else, closed. « file »: what waits, closed, by number.
 */
const nom = "faireavec";

export function ouvrirLaBase() {
  return new Promise((resoudre, rejeter) => {
    const demande = indexedDB.open(nom, 1);
    demande.onupgradeneeded = () => {
      demande.result.createObjectStore("clair");
      demande.result.createObjectStore("ferme");
      demande.result.createObjectStore("file", { keyPath: "numero" });
    };
    demande.onerror = () => rejeter(demande.error);
    demande.onblocked = () => rejeter(new Error("blocked"));
    demande.onsuccess = () => {
      const base = demande.result;
      // Another tab erases everything: it isn't held back.
      base.onversionchange = () => base.close();
      resoudre(new Base(base));
    };
  });
}

/** Erases everything, whatever is open. */
export const effacerLaBase = () =>
  new Promise((resoudre) => {
    const demande = indexedDB.deleteDatabase(nom);
    demande.onsuccess = demande.onerror = demande.onblocked = () => resoudre();
  });

class Base {
  constructor(base) {
    this.base = base;
  }

  fermer() {
    this.base.close();
  }

  /** In one transaction, kept on the disk before it is said to be done. What the action returns last is the result. */
  #faire(magasins, mode, action) {
    return new Promise((resoudre, rejeter) => {
      const transaction = this.base.transaction(magasins, mode, mode === "readwrite" ? { durability: "strict" } : undefined);
      let resultat;
      transaction.oncomplete = () => resoudre(resultat?.result);
      transaction.onerror = transaction.onabort = () => rejeter(transaction.error ?? new Error("abort"));
      resultat = action((magasin) => transaction.objectStore(magasin));
    });
  }

  lire(magasin, cle) {
    return this.#faire([magasin], "readonly", (m) => m(magasin).get(cle));
  }

  tout(magasin) {
    return this.#faire([magasin], "readonly", (m) => m(magasin).getAll());
  }

  ecrire(magasin, cle, valeur) {
    return this.#faire([magasin], "readwrite", (m) => void m(magasin).put(valeur, cle));
  }

  retirer(magasin, cle) {
    return this.#faire([magasin], "readwrite", (m) => void m(magasin).delete(cle));
  }

  /** Adds one to a counter, at once with every other tab; the new value. */
  compter(cle) {
    return this.#faire(["clair"], "readwrite", (m) => {
      const compte = { result: 0 };
      const lu = m("clair").get(cle);
      lu.onsuccess = () => {
        compte.result = (lu.result ?? 0) + 1;
        m("clair").put(compte.result, cle);
      };
      return compte;
    });
  }

  /** What was written goes to the queue and its draft goes, in the same breath: never both, never neither. */
  garder(envoi, brouillon) {
    return this.#faire(["file", "ferme"], "readwrite", (m) => {
      m("file").put(envoi);
      if (brouillon) {
        m("ferme").delete(brouillon);
      }
    });
  }

  changerLaFile(gardes, retires) {
    return this.#faire(["file"], "readwrite", (m) => {
      gardes.forEach((envoi) => m("file").put(envoi));
      retires.forEach((numero) => m("file").delete(numero));
    });
  }
}
